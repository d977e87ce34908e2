namespace Tisserand.Architecture.Tests;

public sealed class The_rooms
{
    private static readonly HashSet<string> _notRooms =
        new(["Common", "Helpers", "Helper", "Utils", "Utilities", "Managers", "Services", "Misc"], StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Folders_are_named_after_their_subject() =>
        Expect.None(from file in Clone.Files where file.Split('/')[..^1].Any(_notRooms.Contains) select file);

    [Fact]
    public void So_are_namespaces() => Expect.None(
        from source in Compiled.Sources
        from name in source.Namespaces
        where name.StartsWith("Tisserand.", StringComparison.Ordinal) && name.Split('.').Any(_notRooms.Contains)
        select name);

    [Fact]
    public void The_solution_builds_every_project() => Assert.All(
        Clone.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)),
        project => Assert.Contains($"\"{project}\"", Clone.Read("Tisserand.slnx"), StringComparison.Ordinal));

    [Fact]
    public void No_source_file_holds_two_ideas() => Expect.None(
        from file in Clone.Files
        where file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("src/Tisserand.Migrations.", StringComparison.Ordinal)
        let lines = Clone.Read(file).Count(letter => letter == '\n')
        where lines > 400
        select $"{file}: {lines} lines");
}
