using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Tisserand.Cli.Tests;

/// <summary>The real program serving a folder of its own, until it is told to stop.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private RunningSite(Process process, Uri address) => (_process, Browser) = (process, new HttpClient { BaseAddress = address });

    public HttpClient Browser { get; }

    public static async Task<RunningSite> StartAsync(TemporaryInstallation where)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "tisserand.dll"), "serve", "--data", where.Data, "--url", address.GetLeftPart(UriPartial.Authority)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in where.Environment) start.Environment[name] = value;
        var site = new RunningSite(Process.Start(start)!, address);
        using var patience = new CancellationTokenSource(Patience);
        while (await site._process.StandardError.ReadLineAsync(patience.Token) is { } line)
            if (line.Contains(address.Authority, StringComparison.Ordinal)) break;
        _ = site._process.StandardError.ReadToEndAsync(CancellationToken.None);       // nobody stops because nobody reads
        Assert.False(site._process.HasExited, "The site ended before it answered.");
        return site;
    }

    /// <summary>Asks until the answer is good or patience ends.</summary>
    public async Task<string> ReadyAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var answer = await Browser.GetAsync("/readyz", patience.Token);
            var body = await answer.Content.ReadAsStringAsync(patience.Token);
            Assert.Equal(body.StartsWith("{\"ready\":true", StringComparison.Ordinal), answer.StatusCode == HttpStatusCode.OK);
            if (answer.StatusCode == HttpStatusCode.OK) return body;
        }
    }

    /// <summary>As a service manager stops it; Ctrl-C takes the same way.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Data and keys in a folder that is thrown away.</summary>
internal sealed class TemporaryInstallation : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tisserand-cli-");

    public string Data => Path.Combine(_folder.FullName, "data");

    public string Keys => Path.Combine(_folder.FullName, "keys");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public (string Name, string Value)[] Environment => [("TISSERAND_KEYS", Keys), ("TISSERAND_DATABASE", "")];

    public Task<Answer> RunAsync(params string[] arguments) => TisserandProgram.RunAsync(Environment, [.. arguments, "--data", Data]);

    public void Dispose() => _folder.Delete(recursive: true);
}
