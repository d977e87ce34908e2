using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tisserand.Architecture.Tests;

public sealed partial class The_packages
{
    [Fact]
    public void Versions_stand_in_one_file() => Expect.None(
        from file in Clone.Files
        where Path.GetExtension(file) is ".csproj" or ".props" or ".targets"
        from package in XDocument.Parse(Clone.Read(file)).Descendants("PackageReference")
        where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null || package.Element("Version") is not null
        select $"{file}: {package.Attribute("Include")?.Value}");

    [Fact]
    public void Each_is_one_version_and_not_a_range() => Assert.All(
        XDocument.Parse(Clone.Read("Directory.Packages.props")).Descendants("PackageVersion"),
        package => Assert.Matches(OneVersion(), package.Attribute("Version")!.Value));

    [Fact]
    public void Each_project_has_its_lock_file() => Assert.All(
        Clone.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)),
        project => Assert.Contains(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"), Clone.Files));

    [GeneratedRegex(@"^\d+(\.\d+){1,3}$")]
    private static partial Regex OneVersion();
}
