using System.Globalization;
using Tisserand.Faults.Tests;

// TISSERAND_WORKDAY names a folder, a seed, and the write at which it dies: this process then works there until it is killed.
if (Environment.GetEnvironmentVariable(Workday.Variable)?.Split('|') is [var folder, var seed, var writes])
{
    await new Workday(folder, int.Parse(seed, CultureInfo.InvariantCulture)).WorkAsync(new Blow(int.Parse(writes, CultureInfo.InvariantCulture)));
    return 0;
}

return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
    ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
