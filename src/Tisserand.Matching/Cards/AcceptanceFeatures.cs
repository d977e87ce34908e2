using System.Collections.Immutable;
using NodaTime;

namespace Tisserand.Matching;

/// <summary>What card A may look at: does she say yes when asked?</summary>
public static class AcceptanceFeatures
{
    /// <summary>Under this number of solicitations silence says nothing.</summary>
    internal const int FewestForSilence = 3;

    public static Feature Travel { get; } = Feature.Number("travel", p => p.AboutMinutes);

    /// <summary>Hours from now to the visit.</summary>
    public static Feature Notice { get; } = Feature.Number("notice", p => NoticeHours(p.Need, p.Start));

    /// <summary>Part of the week in which the visit starts.</summary>
    public static Feature Slot { get; } =
        Feature.Named("slot", ["morning", "afternoon", "evening", "saturday", "sunday"], p => SlotOf(p.Need, p.Start));

    /// <summary>Solicitations of the last 14 days.</summary>
    public static Feature Fatigue { get; } = Feature.Number("fatigue", p => p.Who.History.AskedLast14Days);

    /// <summary>What she says of this kind of need; the second level wins over the first.</summary>
    public static Feature Affinity { get; } = Feature.Named("affinity", ["likes", "neutral", "dislikes"],
        p => FeatureValue.Of(AffinityOf(p.Who, p.Need)));

    /// <summary>Per cent of yes to this first level, (yes + 1) ÷ (asked + 2).</summary>
    public static Feature PastAnswers { get; } = Feature.Mixed("pastAnswers", ["none"], p => PastAnswersOf(p.Who, p.Need.FirstLevel));

    /// <summary>Per cent of solicitations of any kind left unanswered.</summary>
    public static Feature Silence { get; } = Feature.Mixed("silence", ["none"], p => SilenceOf(p.Who));

    public static ImmutableArray<Feature> All { get; } = [Travel, Notice, Slot, Fatigue, Affinity, PastAnswers, Silence];

    internal static double NoticeHours(Need need, Instant start) => Math.Max(0, (start - need.AsOf).TotalHours);

    internal static FeatureValue SlotOf(Need need, Instant start)
    {
        var local = start.InZone(need.Zone);
        var name = local.DayOfWeek switch
        {
            IsoDayOfWeek.Sunday => "sunday",
            IsoDayOfWeek.Saturday => "saturday",
            _ when local.Hour < 12 => "morning",
            _ when local.Hour < 18 => "afternoon",
            _ => "evening",
        };
        return new FeatureValue(name, 0, Count: (int)local.DayOfWeek);
    }

    internal static string AffinityOf(Candidate who, Need need) =>
        who.Dislikes.Contains(need.Type) ? "dislikes"
        : who.Likes.Contains(need.Type) ? "likes"
        : who.Dislikes.Contains(need.FirstLevel) ? "dislikes"
        : who.Likes.Contains(need.FirstLevel) ? "likes"
        : "neutral";

    internal static FeatureValue PastAnswersOf(Candidate who, string firstLevel)
    {
        var counts = who.History.Answers.GetValueOrDefault(firstLevel);
        return counts.Asked == 0
            ? FeatureValue.Of("none")
            : new FeatureValue(null, 100.0 * (counts.Yes + 1) / (counts.Asked + 2), counts.Yes, counts.Asked);
    }

    internal static FeatureValue SilenceOf(Candidate who)
    {
        var counts = who.History.Answers.Values.Aggregate(default(AnswerCounts), (sum, next) => sum + next);
        return counts.Asked < FewestForSilence
            ? FeatureValue.Of("none")
            : new FeatureValue(null, 100.0 * counts.Silent / counts.Asked, counts.Silent, counts.Asked);
    }
}
