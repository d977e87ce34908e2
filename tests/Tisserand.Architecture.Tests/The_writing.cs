using System.Text.RegularExpressions;

namespace Tisserand.Architecture.Tests;

public sealed partial class The_writing
{
    public static TheoryData<string> Rules => [.. WritingRule.All.Select(rule => rule.Name)];

    [Theory, MemberData(nameof(Rules))]
    public void Every_file_keeps_the_rule(string name) => Expect.None(
        from file in Clone.Texts.Where(Rule(name).LooksAt)
        from breach in Rule(name).Breaches(file, Clone.Read(file))
        select breach);

    [Theory, MemberData(nameof(Rules))]
    public void A_line_that_breaks_the_rule_is_seen(string name) =>
        Assert.Single(Rule(name).Breaches("src/Tisserand.App/Sample.cs", "namespace Tisserand;\n" + Rule(name).Sample));

    [Fact]
    public void Links_between_documents_lead_somewhere() => Expect.None(
        from document in Clone.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))
        from link in Link().Matches(Clone.Read(document)).Select(match => match.Groups[1].Value)
        where !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal)
        where !Clone.Has(Path.Combine(Path.GetDirectoryName(document)!, link))
        select $"{document}: {link}");

    [Theory]
    [InlineData("tisserand"), InlineData("test"), InlineData(".ci/run")]
    public void Commands_at_the_root_can_be_run(string command)
    {
        Assert.StartsWith("#!/usr/bin/env bash\n", Clone.Read(command), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(Path.Combine(Clone.Root, command)).HasFlag(UnixFileMode.UserExecute));
    }

    private static WritingRule Rule(string name) => WritingRule.All.Single(rule => rule.Name == name);

    [GeneratedRegex(@"\]\(([^)#\s]+)")]
    private static partial Regex Link();
}
