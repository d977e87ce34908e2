using NodaTime;
using Tisserand.France;

namespace Tisserand.Matching;

/// <summary>The hard rules: may this volunteer be proposed for this need, and if not, all that stands in the way.</summary>
public static class Eligibility
{
    /// <summary>A check that ends sooner than this after the visit is worth a word.</summary>
    public static readonly Duration CheckWarning = Duration.FromDays(30);

    /// <summary>Judges one pair.</summary>
    /// <param name="who">The volunteer.</param>
    /// <param name="need">The need.</param>
    /// <param name="communes">Positions and areas of communes; those that ship when null.</param>
    /// <exception cref="ArgumentException">The need has no start window, or books no time.</exception>
    public static Verdict Judge(Candidate who, Need need, CommuneTable? communes = null)
    {
        var table = communes ?? CommuneTable.Shipped;
        var time = new TimeRules(who, need, table);
        var travel = Travel.Between(table, who.Home, need.From, who.Mode);
        Obstacle[] obstacles =
        [
            .. OfPerson(who, need), .. OfConditions(who, need), .. OfSkills(who, need), .. OfChecks(who, need),
            .. OfDistance(who, travel), .. time.Obstacles(),
        ];
        return new Verdict(obstacles, [.. Doubts(who, need, travel)],
            obstacles.Length == 0 && time.EarliestStart() is { } ticks ? Instant.FromUnixTimeTicks(ticks) : null, travel);
    }

    private static IEnumerable<Obstacle> OfPerson(Candidate who, Need need)
    {
        if (who.ExcludedBeneficiaries.Contains(need.BeneficiaryId)) yield return new Obstacle.Excluded();
        if (who.IsPausedAt(need.AsOf)) yield return new Obstacle.Paused(who.PausedUntil);
        if (who.CoolDownUntil is { } until && need.AsOf < until) yield return new Obstacle.CoolDown(until);
    }

    private static IEnumerable<Obstacle> OfConditions(Candidate who, Need need)
    {
        var asked = need.Conditions;
        if (asked.Language is { } language && !who.Languages.Contains(language))
            yield return new Obstacle.LanguageCondition(language);
        if (asked.Sex is { } sex && who.Sex != sex) yield return new Obstacle.SexCondition(sex, IsKnown: who.Sex is not null);
        if (asked.NoAnimals && who.BringsAnimal) yield return new Obstacle.AnimalsCondition();
        if (need.AnimalOnSite && who.AvoidsAnimals) yield return new Obstacle.AnimalOnSite();
    }

    private static IEnumerable<Obstacle> OfSkills(Candidate who, Need need) =>
        need.RequiredSkills.Where(skill => !who.Skills.Contains(skill)).Order(StringComparer.Ordinal)
            .Select(skill => new Obstacle.SkillMissing(skill));

    private static IEnumerable<Obstacle> OfChecks(Candidate who, Need need)
    {
        var lastEnd = LastEnd(need);
        foreach (var check in need.RequiredChecks.Order(StringComparer.Ordinal))
        {
            if (!who.Checks.TryGetValue(check, out var until)) yield return new Obstacle.CheckMissing(check);
            else if (until < lastEnd) yield return new Obstacle.CheckExpired(check, until.Value);
        }
    }

    private static IEnumerable<Obstacle> OfDistance(Candidate who, TravelEstimate travel)
    {
        var most = who.TravelBudget.TotalMinutes;
        if (travel.ComparedWith(most) == TravelVerdict.TooFar)
            yield return new Obstacle.TooFar(LongerThan((int)most, travel.AboutMinutes), (int)most);
    }

    /// <summary>A figure rounded down to the very maximum would read as a mistake.</summary>
    private static int LongerThan(int most, int about) => about > most ? about : most / 5 * 5 + 5;

    private static IEnumerable<Doubt> Doubts(Candidate who, Need need, TravelEstimate travel)
    {
        if (!travel.IsKnown) yield return new Doubt.DistanceUnknown();
        else if (travel.ComparedWith(who.TravelBudget.TotalMinutes) == TravelVerdict.Doubt)
            yield return new Doubt.PerhapsTooFar(travel.AboutMinutes, (int)who.TravelBudget.TotalMinutes);

        var lastEnd = LastEnd(need);
        foreach (var check in need.RequiredChecks.Order(StringComparer.Ordinal))
        {
            if (who.Checks.TryGetValue(check, out var until) && until >= lastEnd && until < lastEnd + CheckWarning)
                yield return new Doubt.CheckEndsSoon(check, until.Value);
        }
    }

    /// <summary>End of the last visit that the need allows.</summary>
    internal static Instant LastEnd(Need need) => need.StartWindows.Max(window => window.End) + need.Booked;
}
