using Microsoft.Extensions.DependencyInjection;
using Tisserand.App;
using Tisserand.App.Storage;

namespace Tisserand.Cli.Demonstration;

/// <summary>The product's use cases, each in a scope of its own, as a request of the site has one.</summary>
internal sealed class Acts(IServiceProvider services, CancellationToken ct)
{
    public CancellationToken Ct => ct;

    public DueWork Due => services.GetRequiredService<DueWork>();

    public async Task<TOutcome> DoAsync<TUseCase, TOutcome>(Func<TUseCase, Task<TOutcome>> act) where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public async Task<T> LookAsync<T>(Func<TisserandDb, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TisserandDb>());
    }
}
