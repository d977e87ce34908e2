using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tisserand.Faults.Tests;

/// <summary>Kills its own process, with SIGKILL, just before a given write to the database or just after a given commit.</summary>
internal sealed class Blow(int writes) : DbCommandInterceptor, IDbTransactionInterceptor
{
    private int _left = writes;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (!command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)) Count();
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count();
        return new(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Count();
        return Task.CompletedTask;
    }

    private void Count()
    {
        if (Interlocked.Decrement(ref _left) > 0) return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();                         // nothing more is written while the signal is on its way
    }
}
