using Tisserand.Matching;

namespace Tisserand.Bench.Ranking;

/// <summary>The same columns and look-ups as the product, read from the first person to the last: no block is passed
/// over and time is not looked up as bits. What the structure saves is what separates it from us.</summary>
internal sealed class PlainScan(CandidateIndex pool)
{
    public IReadOnlyList<Guid> Best(Need need, int take)
    {
        if (pool.Columns.Ask(need) is not { } question) return [];
        var (filter, points) = (new TraitFilter(pool, need), new PairPoints(pool, need));
        ulong[][] rareColumns = [.. pool.Rarity.SkillsSpentOn(need).Select(s => pool.Skills[s]), .. pool.Rarity.LanguagesSpentOn(need).Select(l => pool.Languages[l])];
        var rule = pool.Cards.Policy.Reserve.Rule;
        var (without, with, ordinary) = (new TopK(take, pool.People), new TopK(take, pool.People), 0);
        for (var person = 0; person < pool.Count; person++)
        {
            if (filter.Of(person / 64, 1UL << person % 64) == 0) continue;
            if (!pool.Columns.IsEligible(person, question, out var minutes, out var start)) continue;
            var isRare = rareColumns.Any(column => TraitBits.Has(column, person));
            if (!isRare) ordinary++;
            (isRare ? with : without).Offer(person, points.Of(person, minutes, start, 0), 0);
        }
        var best = new TopK(take, pool.People);
        foreach (var entry in without) best.Offer(entry.Person, entry.Value, 0);
        foreach (var entry in with) best.Offer(entry.Person, entry.Value + rule.PointsWhen(ordinary), 0);
        return [.. best.Select(entry => pool.People[entry.Person].Id)];
    }
}
