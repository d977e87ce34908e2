using System.Collections.Frozen;

namespace Tisserand.App.NeedTypes;

/// <summary>What can be asked for, in two levels, and the closed lists that describe people and needs.</summary>
public sealed class Taxonomy
{
    private static readonly Lazy<Taxonomy> TheShipped = new(ReadShipped);
    private readonly FrozenDictionary<string, NeedTypeDefinition> _byCode;

    internal Taxonomy(IReadOnlyList<NeedTypeDefinition> needTypes,
        ClosedList skills, ClosedList checks, ClosedList practicalNeeds, ClosedList interests)
    {
        NeedTypes = needTypes;
        (Skills, Checks, PracticalNeeds, Interests) = (skills, checks, practicalNeeds, interests);
        _byCode = needTypes.ToFrozenDictionary(n => n.Code, StringComparer.Ordinal);
    }

    /// <summary>The one that comes with the program; a cooperative starts from it.</summary>
    public static Taxonomy Shipped => TheShipped.Value;

    /// <summary>Each root followed by its children, in the order of the file.</summary>
    public IReadOnlyList<NeedTypeDefinition> NeedTypes { get; }

    /// <summary>What a volunteer can do or has; a language is <c>langue:</c> and its ISO 639 code.</summary>
    public ClosedList Skills { get; }

    /// <summary>What the cooperative has seen of a volunteer.</summary>
    public ClosedList Checks { get; }

    /// <summary>What to do or to foresee at the visit; says nothing of anybody's health.</summary>
    public ClosedList PracticalNeeds { get; }
    public ClosedList Interests { get; }

    public NeedTypeDefinition? Find(string code) => _byCode.GetValueOrDefault(code);

    public IEnumerable<NeedTypeDefinition> ChildrenOf(string code) => NeedTypes.Where(n => n.Parent == code);

    /// <summary>Reads a taxonomy file.</summary>
    /// <returns>The taxonomy, or every mistake with its path in the file.</returns>
    public static TaxonomyReading Parse(string json) => TaxonomyFile.Read(json);

    private static Taxonomy ReadShipped()
    {
        using var stream = typeof(Taxonomy).Assembly.GetManifestResourceStream("Tisserand.App.NeedTypes.need-types.json")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd()) switch
        {
            TaxonomyReading.Read read => read.Taxonomy,
            TaxonomyReading.Refused refused => throw new InvalidDataException(
                "The shipped taxonomy is wrong: " + string.Join("; ", refused.Mistakes.Select(m => $"{m.Path} {m.Kind} {m.Value}"))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>What reading a taxonomy led to.</summary>
public abstract record TaxonomyReading
{
    private TaxonomyReading() { }
    public sealed record Read(Taxonomy Taxonomy) : TaxonomyReading;
    public sealed record Refused(IReadOnlyList<TaxonomyMistake> Mistakes) : TaxonomyReading;
}
