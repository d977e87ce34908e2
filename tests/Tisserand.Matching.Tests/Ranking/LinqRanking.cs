using NodaTime;
using Tisserand.France;

namespace Tisserand.Matching.Tests.Ranking;

/// <summary>The rules of matching once more, as plainly as LINQ says them: the oracle of the ranking, and its peer in
/// the benchmark. Shares features and estimates of journeys with the product; nothing of its search.</summary>
public sealed class LinqRanking(IReadOnlyCollection<Candidate> pool, CardFile cards, Rarity rarity, CommuneTable communes)
{
    private static readonly Duration Half = Duration.FromHours(12);

    public sealed record Placed(Guid Id, Instant Start, double Value);

    public IReadOnlyList<Placed> Best(Need need, int take)
    {
        var eligible = pool.Select(who => (Who: who, Start: EarliestStart(who, need), Travel: Travel.Between(communes, who.Home, need.From, who.Mode)))
            .Where(c => c.Start is not null && MayBeAsked(c.Who, need) && HasWhatIsAsked(c.Who, need) && Suits(c.Who, need)
                && c.Travel.ComparedWith(c.Who.TravelBudget.TotalMinutes) != TravelVerdict.TooFar)
            .ToList();
        var rule = cards.Policy.Reserve.Rule;
        var ordinary = eligible.Count(c => !HoldsUnaskedRarity(c.Who, need));
        var reserve = rule.Points * Math.Min(ordinary, rule.ManyCan) / rule.ManyCan;
        return eligible
            .Select(c => new Placed(c.Who.Id, c.Start!.Value, Value(new Pair(c.Who, need, c.Start.Value, c.Travel.AboutMinutes), reserve)))
            .OrderByDescending(p => p.Value).ThenBy(p => p.Id).Take(take).ToList();
    }

    private static bool MayBeAsked(Candidate who, Need need) =>
        !(who.IsPaused && (who.PausedUntil is null || need.AsOf < who.PausedUntil))
        && !(who.CoolDownUntil > need.AsOf)
        && !who.ExcludedBeneficiaries.Contains(need.BeneficiaryId);

    private static bool HasWhatIsAsked(Candidate who, Need need)
    {
        var lastEnd = need.StartWindows.Max(w => w.End) + need.Booked;
        return need.RequiredSkills.All(who.Skills.Contains)
            && need.RequiredChecks.All(c => who.Checks.TryGetValue(c, out var until) && (until is null || until >= lastEnd));
    }

    private static bool Suits(Candidate who, Need need) =>
        (need.Conditions.Language is null || who.Languages.Contains(need.Conditions.Language))
        && (need.Conditions.Sex is null || who.Sex == need.Conditions.Sex)
        && !(need.Conditions.NoAnimals && who.BringsAnimal)
        && !(need.AnimalOnSite && who.AvoidsAnimals);

    /// <summary>The earliest start is always a moment at which something begins or ends: try them all.</summary>
    private Instant? EarliestStart(Candidate who, Need need)
    {
        var full = who.VisitWeeks.Where(w => w.Visits >= who.MaxVisitsPerWeek).Select(w => w.Week).ToList();
        var blocked = who.Commitments.Select(c => (
            After: c.When.Start - Gap(need.To, c.From, who) - need.Booked,
            Before: c.When.End + Gap(c.To, need.From, who))).ToList();
        return need.StartWindows.Select(w => w.Start)
            .Concat(who.Availability.Select(a => a.Start)).Concat(blocked.Select(b => b.Before)).Concat(full.Select(w => w.End))
            .Where(start => need.StartWindows.Any(w => w.Start <= start && start <= w.End))
            .Where(start => IsFree(who, start, start + need.Booked))
            .Where(start => !blocked.Any(b => b.After < start && start < b.Before))
            .Where(start => !full.Any(w => w.Contains(start)))
            .Order().Select(start => (Instant?)start).FirstOrDefault();
    }

    private static bool IsFree(Candidate who, Instant from, Instant until)
    {
        while (from < until)
        {
            var reached = who.Availability.Where(a => a.Contains(from)).Select(a => a.End).DefaultIfEmpty(from).Max();
            if (reached == from) return false;
            from = reached;
        }
        return true;
    }

    private Duration Gap(Place from, Place to, Candidate who) =>
        Duration.Min(Half, Duration.FromMinutes((long)Math.Ceiling(Travel.Between(communes, from, to, who.Mode).Minutes)));

    private bool HoldsUnaskedRarity(Candidate who, Need need) =>
        who.Skills.Any(s => rarity.Skills.Contains(s) && !need.RequiredSkills.Contains(s) && !need.UsefulSkills.Contains(s))
        || who.Languages.Any(l => rarity.Languages.Contains(l) && need.Conditions.Language != l && !need.Wishes.Languages.Contains(l));

    private double Value(Pair pair, int reserve)
    {
        var (who, need, policy) = (pair.Who, pair.Need, cards.Policy);
        var yes = Chance(cards.Acceptance, AcceptanceFeatures.All, pair);
        var good = Chance(cards.Visit, VisitFeatures.All, pair);
        var visits = who.History.Together.TryGetValue(need.BeneficiaryId, out var together) ? together.Visits : 0;
        var isForgotten = who.History.LastAskedAt is not { } last || need.AsOf - last >= Duration.FromDays(policy.Forgotten.Rule.AfterDays);
        var points = cards.Priority.Points(need.Priority)
            + policy.Fairness.Rule.First(s => s.Below is null || who.History.AskedLast14Days < s.Below).Worth
            + (isForgotten ? policy.Forgotten.Rule.Points : 0)
            + (HoldsUnaskedRarity(who, need) ? reserve : 0)
            + (need.Wishes.Continuity && visits > 0 ? policy.Continuity.Rule : 0)
            + (need.Wishes.Volunteers.Contains(who.Id) ? policy.Preferred.Rule : 0);
        return policy.QualityPoints * (yes * good) + points;
    }

    private static double Chance(Card card, IReadOnlyList<Feature> features, Pair pair) => card.Calibration.Of(card.Base + card.Features.Sum(rule =>
        rule.BinOf(features.Single(f => f.Key == rule.Feature).Of(pair)).Points)).Of.Value;
}
