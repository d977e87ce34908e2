using System.Collections.Frozen;

namespace Tisserand.Matching;

/// <summary>Skills and languages that few volunteers of a pool have and that some need asks for.</summary>
public sealed record Rarity(IReadOnlySet<string> Skills, IReadOnlySet<string> Languages)
{
    public static Rarity Nothing { get; } = new(FrozenSet<string>.Empty, FrozenSet<string>.Empty);

    /// <summary>What is rare in a pool.</summary>
    /// <param name="pool">Everybody who may be asked.</param>
    /// <param name="share">Rare when at most this share has it, rounded up to one person.</param>
    /// <param name="asked">Skills and languages that needs ask for; null when every one may be.</param>
    public static Rarity Of(IReadOnlyCollection<Candidate> pool, double share, IReadOnlySet<string>? asked = null)
    {
        var most = Math.Ceiling(share * pool.Count);
        FrozenSet<string> Rare(Func<Candidate, IReadOnlySet<string>> traits) => pool.SelectMany(traits)
            .GroupBy(t => t, StringComparer.Ordinal)
            .Where(g => g.Count() <= most && asked?.Contains(g.Key) != false)
            .Select(g => g.Key).ToFrozenSet(StringComparer.Ordinal);
        return new Rarity(Rare(c => c.Skills), Rare(c => c.Languages));
    }

    /// <summary>Rare skills that this need can do without.</summary>
    internal IEnumerable<string> SkillsSpentOn(Need need) =>
        Skills.Where(s => !need.RequiredSkills.Contains(s) && !need.UsefulSkills.Contains(s));

    /// <summary>Rare languages that this need can do without.</summary>
    internal IEnumerable<string> LanguagesSpentOn(Need need) =>
        Languages.Where(l => need.Conditions.Language != l && !need.Wishes.Languages.Contains(l));

    /// <summary>Whether proposing her here would spend something rare.</summary>
    public bool IsSpent(Candidate who, Need need) =>
        SkillsSpentOn(need).Any(who.Skills.Contains) || LanguagesSpentOn(need).Any(who.Languages.Contains);
}
