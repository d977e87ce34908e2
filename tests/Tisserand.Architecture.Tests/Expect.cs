namespace Tisserand.Architecture.Tests;

internal static class Expect
{
    /// <summary>No breach; else every one of them is in the message, whole.</summary>
    public static void None(IEnumerable<string> breaches)
    {
        var all = breaches.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
