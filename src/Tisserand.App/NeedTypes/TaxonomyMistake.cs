using System.Globalization;
using System.Resources;

namespace Tisserand.App.NeedTypes;

/// <summary>One mistake of a taxonomy file.</summary>
/// <param name="Path">Where, such as <c>$.needTypes[3].usefulSkills[0]</c>, or the line and column of broken JSON.</param>
/// <param name="Value">The word or figure that is wrong; empty when something is missing.</param>
public sealed record TaxonomyMistake(string Path, TaxonomyMistakeKind Kind, string Value)
{
    private static readonly ResourceManager Texts = new("Tisserand.App.NeedTypes.TaxonomyTexts", typeof(TaxonomyMistake).Assembly);

    /// <summary>Where, what and how to mend it, for the person who edits the file.</summary>
    public string Sentence(CultureInfo language) =>
        string.Format(language, Texts.GetString($"Taxonomy_{Kind}", language)!, Path, Value);
}

/// <summary>What can be wrong in a taxonomy file.</summary>
public enum TaxonomyMistakeKind
{
    BrokenJson,
    UnknownVersion,
    Missing,
    BadCode,
    DuplicateCode,
    ParentMissing,
    FirstLevelMissing,
    UnknownSkill,
    UnknownCheck,
    OutOfRange,
    LongShorterThanUsual,
}
