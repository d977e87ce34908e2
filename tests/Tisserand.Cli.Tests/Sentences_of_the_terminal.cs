using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tisserand.Cli.Tests;

public sealed partial class Sentences_of_the_terminal
{
    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    [Fact]
    public void Each_is_there_in_French_and_in_English_with_the_same_parts()
    {
        var french = Read("Cli.resx");
        var english = Read("Cli.en.resx");

        Assert.Equal(french.Keys.Order(), english.Keys.Order());
        Assert.All(french.Keys, key =>
        {
            Assert.NotEmpty(french[key]);
            Assert.Equal(Parts(french[key]), Parts(english[key]));
        });
    }

    [Fact]
    public void Every_verb_and_option_has_its_own() => Assert.All(CommandLine.Root().Subcommands, verb =>
    {
        Assert.NotEmpty(verb.Description!);
        Assert.NotEmpty(HelpPage.Example(verb));
        Assert.All(verb.Options, option => Assert.NotEmpty(option.Description!));
    });

    private static IEnumerable<string> Parts(string sentence) => Part().Matches(sentence).Select(part => part.Value).Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Part();
}
