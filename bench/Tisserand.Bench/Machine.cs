using System.Runtime.InteropServices;

namespace Tisserand.Bench;

/// <summary>What a table must say of the machine it was measured on.</summary>
public static class Machine
{
    public static string Line()
    {
        var model = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        return $"{model ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Environment.ProcessorCount} cores seen, one used; "
            + $"{RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}";
    }
}
