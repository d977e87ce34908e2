using System.Xml.Linq;

namespace Tisserand.Architecture.Tests;

public sealed class The_layers
{
    private static readonly string[] _notForEngines =
        ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "Npgsql", "System.Net.", "System.Data."];

    private static readonly string[] _outsideWorld =
    [
        "System.IO.File.", "System.IO.FileInfo.", "System.IO.FileStream.", "System.IO.Directory.", "System.IO.DirectoryInfo.",
        "System.Environment.GetEnvironmentVariable", "System.Diagnostics.Process.", "System.Diagnostics.Stopwatch.",
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Environment.get_TickCount",
        "System.TimeProvider.get_System", "NodaTime.SystemClock.",
        "System.Random.get_Shared", "System.Guid.NewGuid", "System.Guid.CreateVersion7",
    ];

    [Fact]
    public void Arrows_point_one_way() => Expect.None(
        from user in Compiled.Sources
        from used in user.References.Where(IsOurs)
        let breach = Layers.Breach(user.Project, used)
        where breach is not null
        select breach);

    /// <summary>A reference that no code uses yet leaves no trace in the assembly.</summary>
    [Fact]
    public void Project_files_point_the_same_way() => Expect.None(
        from project in Clone.Projects("src")
        from reference in XDocument.Parse(Clone.Read(project)).Descendants("ProjectReference")
        let breach = Layers.Breach(Path.GetFileNameWithoutExtension(project), Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
        where breach is not null
        select breach);

    [Fact]
    public void Engines_know_neither_database_nor_web() => Expect.None(
        from engine in Compiled.Sources.Where(source => Layers.IsPure(source.Project))
        from used in engine.References.Where(name => Array.Exists(_notForEngines, start => name.StartsWith(start, StringComparison.Ordinal)))
        select $"{engine.Project} uses {used}");

    [Fact]
    public void Engines_ask_nothing_of_clock_chance_or_disk() => Expect.None(
        from engine in Compiled.Sources.Where(source => Layers.IsPure(source.Project))
        from used in engine.Members.Where(IsOutside)
        select $"{engine.Project} uses {used}");

    [Fact]
    public void Every_project_has_its_place()
    {
        Assert.Contains(Compiled.Sources, source => source.Project == "Tisserand.Cli");
        Assert.All(Compiled.Sources.Where(source => source.Project != "Tisserand.Cli"),
            source => Assert.Null(Layers.Breach("Tisserand.Cli", source.Project)));
    }

    [Theory]
    [InlineData("Tisserand.France", "Tisserand.Matching")]
    [InlineData("Tisserand.Matching", "Tisserand.Forecasting")]
    [InlineData("Tisserand.Matching", "Tisserand.Simulation")]
    [InlineData("Tisserand.Matching", "Tisserand.App")]
    [InlineData("Tisserand.App", "Tisserand.Web")]
    [InlineData("Tisserand.App", "Tisserand.Migrations.Sqlite")]
    [InlineData("Tisserand.Migrations.Sqlite", "Tisserand.Migrations.Postgres")]
    [InlineData("Tisserand.Web", "tisserand")]
    [InlineData("Tisserand.Common", "Tisserand.France")]
    [InlineData("Tisserand.Web", "Tisserand.Common")]
    public void An_arrow_turned_back_is_seen(string from, string to) => Assert.NotNull(Layers.Breach(from, to));

    /// <summary>This test project does what engines may not, so its own metadata would be refused.</summary>
    [Fact]
    public void A_forbidden_member_is_seen()
    {
        Assert.True(IsOutside("System.IO.File.ReadAllText"));
        Assert.True(IsOutside("System.DateTime.get_UtcNow"));
        Assert.False(IsOutside("System.IO.Stream.Read"));
        Assert.Contains(Compiled.Sources.Single(source => source.Project == "Tisserand.Cli").Members,
            member => member == "System.Environment.GetEnvironmentVariable");
    }

    private static bool IsOurs(string assembly) => assembly == "tisserand" || assembly.StartsWith("Tisserand.", StringComparison.Ordinal);

    private static bool IsOutside(string member) => Array.Exists(_outsideWorld, start => member.StartsWith(start, StringComparison.Ordinal));
}
