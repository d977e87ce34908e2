using Microsoft.EntityFrameworkCore;
using Tisserand.App.Notifications;
using Tisserand.App.Storage;

namespace Tisserand.App.Reports;

/// <summary>How much an installation holds.</summary>
/// <param name="Storage">SQLite or PostgreSQL.</param>
/// <param name="LastMigration">The newest change of the schema that was applied.</param>
public sealed record InstallationCounts(
    string Storage, string? LastMigration, int Territories, int Accounts, int People, int Requests, int MessagesWaiting);

/// <summary>Counts it.</summary>
public sealed class ReadInstallationCounts(TisserandDb db)
{
    public async Task<InstallationCounts> RunAsync(CancellationToken ct) => new(
        db.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal) ? "SQLite" : "PostgreSQL",
        (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault(),
        await db.Territories.CountAsync(ct),
        await db.Accounts.CountAsync(ct),
        await db.People.CountAsync(ct),
        await db.HelpRequests.CountAsync(ct),
        await db.OutgoingMessages.CountAsync(m => m.State == MessageState.Waiting, ct));
}
