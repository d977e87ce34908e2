using System.Globalization;
using System.Text.RegularExpressions;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Tests.Texts;

public sealed partial class What_people_read
{
    [Fact]
    public void Exists_in_French_and_in_English()
    {
        foreach (var room in Words.Rooms)
        {
            var french = room.All(CultureInfo.InvariantCulture);
            var english = room.All(new CultureInfo("en"));
            Assert.Equal(french.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
            Assert.All(french.Keys, key => Assert.Equal(Places(french[key]), Places(english[key])));
        }
    }

    [Fact]
    public void Is_found_for_every_key_the_pages_name()
    {
        var pages = Directory.EnumerateFiles(WebFolder(), "*.cs*", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var missing = pages.SelectMany(f => Named().Matches(File.ReadAllText(f)))
            .Where(m => !Words.Of(m.Groups[1].Value).All(CultureInfo.InvariantCulture).Keys.Any(k =>
                m.Groups[2].Value == "." ? k == m.Groups[3].Value + "_One" : k == m.Groups[3].Value))
            .Where(m => !m.Value.EndsWith("_\"", StringComparison.Ordinal))      // completed at run time: "Fault_" + code
            .Select(m => m.Value);

        Assert.Empty(missing);
    }

    private static string[] Places(string text) => [.. Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    private static string WebFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Tisserand.slnx"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "src", "Tisserand.Web");
    }

    [GeneratedRegex(@"Words\.([A-Z]\w+)(\[|\.)(?:Count\()?""(\w+)""")]
    private static partial Regex Named();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Placeholder();
}
