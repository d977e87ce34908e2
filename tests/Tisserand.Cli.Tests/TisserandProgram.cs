using System.Diagnostics;

namespace Tisserand.Cli.Tests;

/// <summary>What the real program, started as a process, answered.</summary>
internal sealed record Answer(int Code, string Output, string Error);

internal static class TisserandProgram
{
    /// <summary>Every verb of the contract, in the order of its help.</summary>
    public static TheoryData<string> Verbs =>
    [
        "demo", "serve", "import", "plan", "forecast", "link", "understand", "simulate", "evaluate",
        "backup", "restore", "retention", "doctor", "export", "account",
    ];

    public static Task<Answer> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public static async Task<Answer> RunAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "tisserand.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Answer(process.ExitCode, await output, await error);
    }
}
