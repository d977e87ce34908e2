using System.Diagnostics;
using System.Globalization;
using NodaTime;

namespace Tisserand.Matching;

/// <summary>Says obstacles, doubts, points and chances in plain words, French first.</summary>
/// <param name="culture">Language of the reader; French where it is neither French nor English.</param>
/// <param name="zone">Zone in which hours are said.</param>
/// <param name="nameOf">Name of a skill, check or language from its code; the code itself when null.</param>
public sealed class Wording(CultureInfo culture, DateTimeZone zone, Func<string, string>? nameOf = null)
{
    private readonly SpokenTime _time = new(culture, zone);

    /// <summary>Why she cannot be proposed. <see cref="Obstacle.Excluded"/> is for coordinators' eyes only.</summary>
    public string Of(Obstacle obstacle) => obstacle switch
    {
        Obstacle.TooFar far => Say("Obstacle_TooFar", 0, far.AboutMinutes, far.MaxMinutes),
        Obstacle.SkillMissing skill => Say("Obstacle_SkillMissing", 0, Name(skill.Skill)),
        Obstacle.CheckMissing check => Say("Obstacle_CheckMissing", 0, Name(check.Check)),
        Obstacle.CheckExpired check => Say("Obstacle_CheckExpired", 0, Name(check.Check), _time.LastDay(check.Until)),
        Obstacle.NotAvailable { Closest: { } closest } => Say("Obstacle_NotAvailable", 0, _time.Span(closest)),
        Obstacle.NotAvailable => Say("Obstacle_NotAvailable_Never", 0),
        Obstacle.AlreadyTaken taken => Say("Obstacle_AlreadyTaken", 0, _time.Span(taken.By)),
        Obstacle.WeeklyCap cap => Say("Obstacle_WeeklyCap", cap.Visits, cap.Visits, cap.Max),
        Obstacle.Excluded => Say("Obstacle_Excluded", 0),
        Obstacle.LanguageCondition language => Say("Obstacle_LanguageCondition", 0, Name(language.Language)),
        Obstacle.SexCondition { IsKnown: false } => Say("Obstacle_SexCondition_Unknown", 0),
        Obstacle.SexCondition sex => Say($"Obstacle_SexCondition_{sex.Wanted}", 0),
        Obstacle.AnimalsCondition => Say("Obstacle_AnimalsCondition", 0),
        Obstacle.AnimalOnSite => Say("Obstacle_AnimalOnSite", 0),
        Obstacle.Paused { Until: { } until } => Say("Obstacle_Paused", 0, _time.DayAndHour(until)),
        Obstacle.Paused => Say("Obstacle_Paused_Open", 0),
        Obstacle.CoolDown rest => Say("Obstacle_CoolDown", 0, _time.DayAndHour(rest.Until)),
        _ => throw new UnreachableException(),
    };

    public string Of(Doubt doubt) => doubt switch
    {
        Doubt.PerhapsTooFar far => Say("Doubt_PerhapsTooFar", 0, far.AboutMinutes, far.MaxMinutes),
        Doubt.DistanceUnknown => Say("Doubt_DistanceUnknown", 0),
        Doubt.CheckEndsSoon check => Say("Doubt_CheckEndsSoon", 0, Name(check.Check), _time.LastDay(check.Until)),
        _ => throw new UnreachableException(),
    };

    public string Of(CardLine line)
    {
        var value = line.Value;
        var counted = value.OutOf > 0 ? value.Count : value.Number;
        return Say(KeyOf(line), counted, Math.Round(value.Number, 1), value.Count, value.OutOf,
            line.Feature == AcceptanceFeatures.Slot.Key ? _time.Weekday(value.Count) : "",
            line.Feature == AcceptanceFeatures.Notice.Key ? _time.Delay(value.Number) : "");
    }

    public string Of(ValueLine line) => Say($"Value_{line.Term}", line.Figure, line.Figure);

    public string Of(CardProblem problem) => problem.Path + " : " + (problem switch
    {
        CardProblem.Unreadable p => Say("Problem_Unreadable", 0, p.Line, p.Detail),
        CardProblem.UnknownFormat p => Say("Problem_UnknownFormat", 0, p.Format, p.Known),
        CardProblem.Empty => Say("Problem_Empty", 0),
        CardProblem.UnknownFeature p => Say("Problem_UnknownFeature", 0, p.Feature, p.Known),
        CardProblem.Twice p => Say("Problem_Twice", 0, p.Key),
        CardProblem.CaseMissing p => Say("Problem_CaseMissing", 0, p.Case),
        CardProblem.UnknownCase p => Say("Problem_UnknownCase", 0, p.Case, p.Known),
        CardProblem.BoundsIncomplete => Say("Problem_BoundsIncomplete", 0),
        CardProblem.BoundsNotRising p => Say("Problem_BoundsNotRising", 0, p.Bound),
        CardProblem.OutOfRange p => Say("Problem_OutOfRange", 0, p.Value, p.Least, p.Most),
        CardProblem.StepTooSmall p => Say("Problem_StepTooSmall", 0, p.Step, p.Spread),
        _ => throw new UnreachableException(),
    });

    /// <summary>What speaks for and against her: doubts first, then the lines that weigh most, whichever way.</summary>
    /// <param name="ranked">The candidate with her points.</param>
    /// <param name="most">Most sentences wanted besides doubts.</param>
    public IReadOnlyList<string> Reasons(RankedCandidate ranked, int most = 5) =>
    [
        .. ranked.Doubts.Select(Of),
        .. ReasonLines(ranked).OrderByDescending(r => Math.Abs(r.Points)).Take(most).Select(r => r.Say()),
    ];

    /// <summary>A chance with no more precision than its cases allow, and how many they are.</summary>
    public string Of(Chance chance)
    {
        var (key, figure) = SpokenChance.Of(chance);
        var words = Say(key, figure, figure);
        return chance.Cases == 0 ? Say("Chance_Prior", 0, words) : Say("Chance_Cases", chance.Cases, words, chance.Cases);
    }

    /// <summary>Key of the sentence of a card line: its named case, else its feature.</summary>
    internal static string KeyOf(CardLine line) =>
        line.Value.Case is { } name ? $"Card_{line.Feature}_{name}" : $"Card_{line.Feature}";

    private IEnumerable<(double Points, Func<string> Say)> ReasonLines(RankedCandidate ranked)
    {
        foreach (var line in ranked.Acceptance.Lines.Concat(ranked.Visit.Lines).Where(l => l.Points != 0))
            yield return (line.Points, () => Of(line));
        foreach (var line in ranked.Value.Lines.Where(IsReason))
            yield return (line.Points, () => Of(line));
    }

    // Priority is the same for everybody, quality is what the card lines say, and fatigue already tells of fairness.
    private static bool IsReason(ValueLine line) =>
        line.Term is ValueTerm.Forgotten or ValueTerm.Reserve or ValueTerm.Continuity or ValueTerm.Preferred;

    private string Name(string code) => nameOf?.Invoke(code) ?? code;

    private string Say(string key, double number, params ReadOnlySpan<object?> figures) =>
        string.Format(culture, Texts.Form(Texts.Get(key, culture), number, culture), figures);
}
