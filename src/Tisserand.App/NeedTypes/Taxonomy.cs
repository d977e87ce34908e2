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

    /// <summary>The text of the file; <see cref="Parse"/> reads it back as the same taxonomy.</summary>
    public string Write() => TaxonomyFile.Write(this);

    /// <summary>The same taxonomy with one type changed in its place, or added behind those of its first level.</summary>
    public Taxonomy With(NeedTypeDefinition type)
    {
        var types = NeedTypes.ToList();
        var at = types.FindIndex(n => n.Code == type.Code);
        if (at >= 0) types[at] = type;
        else types.Insert(types.FindLastIndex(n => n.Code == type.Parent || (n.Parent is not null && n.Parent == type.Parent)) + 1, type);
        return new(types, Skills, Checks, PracticalNeeds, Interests);
    }

    public Taxonomy Without(string code) => new([.. NeedTypes.Where(n => n.Code != code)], Skills, Checks, PracticalNeeds, Interests);

    /// <summary>A code nobody has yet under a first level, made from the name: <c>courses.marche_du_lundi</c>.</summary>
    public string NewCode(string parent, string name)
    {
        var words = string.Join('_', France.TextFolding.Fold(name).Split([.. " -'’.,()/"], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => string.Concat(w.Where(char.IsAsciiLetterOrDigit))).Where(w => w.Length > 0));
        if (words.Length == 0 || !char.IsAsciiLetter(words[0])) words = ("besoin_" + words).TrimEnd('_');
        var code = $"{parent}.{words[..Math.Min(words.Length, 40)].TrimEnd('_')}";
        return _byCode.ContainsKey(code)
            ? Enumerable.Range(2, NeedTypes.Count + 1).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{code}_{i}")).First(c => !_byCode.ContainsKey(c))
            : code;
    }

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
