using System.Collections.Immutable;

namespace Tisserand.Matching;

/// <summary>What card B may look at: does the visit go well after a yes?</summary>
public static class VisitFeatures
{
    /// <summary>How many of the useful (not required) skills she has.</summary>
    public static Feature SkillFit { get; } = Feature.Named("skillFit", ["notAsked", "all", "some", "none"], p => SkillFitOf(p));

    /// <summary>Whether she speaks a language the beneficiary likes to speak.</summary>
    public static Feature Language { get; } = Feature.Named("language", ["notAsked", "shared", "notShared"],
        p => FeatureValue.Of(p.Need.Wishes.Languages.Count == 0 ? "notAsked"
            : p.Need.Wishes.Languages.Any(p.Who.Languages.Contains) ? "shared" : "notShared"));

    /// <summary>Interests they share.</summary>
    public static Feature Interests { get; } = Feature.Mixed("interests", ["notAsked"],
        p => p.Need.Wishes.Interests.Count == 0 ? FeatureValue.Of("notAsked") : Shared(p.Need.Wishes.Interests.Count(p.Who.Interests.Contains)));

    /// <summary>Visits they already had.</summary>
    public static Feature Continuity { get; } = Feature.Number("continuity", p => TogetherOf(p).Visits);

    /// <summary>How those visits went: "recommenceriez-vous ?" first, else the mean rating, 1 to 5.</summary>
    public static Feature PastVisits { get; } = Feature.Mixed("pastVisits", ["none", "notAgain", "again"], p => PastVisitsOf(TogetherOf(p)));

    /// <summary>Visits of this first level she has done, with anybody.</summary>
    public static Feature Experience { get; } = Feature.Number("experience", p => p.Who.History.VisitsDone.GetValueOrDefault(p.Need.FirstLevel));

    public static ImmutableArray<Feature> All { get; } = [SkillFit, Language, Interests, Continuity, PastVisits, Experience];

    internal static FeatureValue PastVisitsOf(Together together) => together switch
    {
        { WouldDoAgain: false } => FeatureValue.Of("notAgain"),
        { AverageRating: { } rating } => FeatureValue.Of(rating),
        { WouldDoAgain: true } => FeatureValue.Of("again"),
        _ => FeatureValue.Of("none"),
    };

    internal static FeatureValue SkillFitOf(int held, int asked) =>
        new(asked == 0 ? "notAsked" : held == asked ? "all" : held > 0 ? "some" : "none", 0, held, asked);

    private static FeatureValue SkillFitOf(Pair p) =>
        SkillFitOf(p.Need.UsefulSkills.Count(p.Who.Skills.Contains), p.Need.UsefulSkills.Count);

    private static FeatureValue Shared(int count) => new(null, count, count);

    private static Together TogetherOf(Pair p) => p.Who.History.Together.GetValueOrDefault(p.Need.BeneficiaryId);
}
