using System.Reflection;
using Tisserand.App.Storage;

namespace Tisserand.App.Privacy;

/// <summary>One personal property that is stored, with its reasons.</summary>
public sealed record CatalogueLine(string Entity, string Property, PersonalAttribute Reasons);

/// <summary>The register of what is kept about people, read from the code that keeps it.</summary>
public static class DataCatalogue
{
    /// <summary>By entity, then as the entity declares them.</summary>
    public static IReadOnlyList<CatalogueLine> Lines { get; } =
    [
        .. typeof(TisserandDb).Assembly.GetTypes().OrderBy(type => type.Name, StringComparer.Ordinal)
            .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Select(property => (type, property, reasons: property.GetCustomAttribute<PersonalAttribute>())))
            .Where(found => found.reasons is not null)
            .Select(found => new CatalogueLine(found.type.Name, found.property.Name, found.reasons!)),
    ];
}
