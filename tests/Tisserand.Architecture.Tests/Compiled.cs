using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Tisserand.Architecture.Tests;

/// <summary>What one assembly of ours says of itself, read from its metadata without loading it.</summary>
/// <param name="Project">Name of its project, such as Tisserand.App.</param>
/// <param name="References">Names of the assemblies it uses.</param>
/// <param name="Members">Members of others that its code mentions: System.IO.File.ReadAllText.</param>
/// <param name="Namespaces">Its own namespaces.</param>
internal sealed record Compiled(
    string Project, IReadOnlySet<string> References, IReadOnlySet<string> Members, IReadOnlySet<string> Namespaces)
{
    /// <summary>Every project of src.</summary>
    public static IReadOnlyList<Compiled> Sources { get; } =
        [.. Clone.Projects("src").Select(project => Read(Path.GetFileNameWithoutExtension(project)))];

    private static Compiled Read(string project)
    {
        var assembly = project == "Tisserand.Cli" ? "tisserand" : project;
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")));
        var metadata = file.GetMetadataReader();
        return new Compiled(project,
            metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToHashSet(),
            metadata.MemberReferences.Select(handle => Name(metadata, metadata.GetMemberReference(handle))).OfType<string>().ToHashSet(),
            metadata.TypeDefinitions.Select(handle => metadata.GetString(metadata.GetTypeDefinition(handle).Namespace)).ToHashSet());
    }

    private static string? Name(MetadataReader metadata, MemberReference member)
    {
        if (member.Parent.Kind != HandleKind.TypeReference) return null;
        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
    }
}
