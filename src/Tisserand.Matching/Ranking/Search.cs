using System.Buffers;
using System.Numerics;
using NodaTime;

namespace Tisserand.Matching;

/// <summary>One ranking: blocks within reach, people by bits, then exact rules and values, best blocks first.</summary>
internal sealed class Search
{
    private readonly CandidateIndex _pool;
    private readonly Need _need;
    private readonly PeopleColumns.Question? _question;
    private readonly PairPoints _points;
    private readonly ulong[][] _rare;

    /// <summary>A block within reach, those of its people whom bits leave, and the shortest journey one of them can have.</summary>
    private readonly record struct Promising(int Block, ulong Among, int LeastAboutMinutes);

    public Search(CandidateIndex pool, Need need)
    {
        (_pool, _need) = (pool, need);
        _question = pool.Columns.Ask(need);
        _points = new PairPoints(pool, need);
        _rare = [
            .. pool.Rarity.SkillsSpentOn(need).Select(s => pool.Skills[s]),
            .. pool.Rarity.LanguagesSpentOn(need).Select(l => pool.Languages[l])];
    }

    public Ranking Best(int take)
    {
        if (_question is null) return new Ranking([], 0);
        var blocks = ArrayPool<Promising>.Shared.Rent(_pool.Blocks.Count);
        var bounds = ArrayPool<double>.Shared.Rent(_pool.Blocks.Count);
        try
        {
            var count = BlocksWithin(blocks, bounds);
            var promising = blocks.AsSpan(0, count);
            bounds.AsSpan(0, count).Sort(promising);                  // rising bounds: the best stand last
            var reserve = _pool.Cards.Policy.Reserve.Rule.PointsWhen(OrdinaryUpTo(_pool.Cards.Policy.Reserve.Rule.ManyCan, promising));
            var best = BestOf(promising, bounds.AsSpan(0, count), reserve, take);
            return new Ranking([.. best.Select(Explain)], reserve);
        }
        finally
        {
            ArrayPool<Promising>.Shared.Return(blocks);
            ArrayPool<double>.Shared.Return(bounds);
        }

        RankedCandidate Explain(TopK.Entry entry)
        {
            var who = _pool.People[entry.Person];
            return Valuation.Of(_pool.Cards, who, _need, Eligibility.Judge(who, _need, _pool.Communes), entry.Reserve);
        }
    }

    private int BlocksWithin(Span<Promising> blocks, Span<double> bounds)
    {
        var filter = new TraitFilter(_pool, _need);
        var runs = _pool.Times.RunsOf(_question!.Windows, _question.Booked);
        var origin = _pool.Blocks.From(_need.From);
        var count = 0;
        for (var block = 0; block < _pool.Blocks.Count; block++)
        {
            if (_pool.Blocks.WithinReach(block, origin) is not { } km) continue;
            var among = filter.Of(block, Everybody(block));
            if (among != 0 && runs is not null) among = _pool.Times.PerhapsFree(block, among, runs);
            if (among == 0) continue;
            var about = _pool.Blocks.LeastAboutMinutes(block, km);
            blocks[count] = new(block, among, about);
            bounds[count++] = _points.BoundOfBlock(block, among, about);
        }
        return count;
    }

    private TopK BestOf(ReadOnlySpan<Promising> blocks, ReadOnlySpan<double> bounds, int reserve, int take)
    {
        var best = new TopK(take, _pool.People);
        for (var i = blocks.Length - 1; i >= 0 && bounds[i] >= best.Threshold; i--)
        {
            var rare = RareOf(blocks[i].Block);
            for (var left = blocks[i].Among; left != 0; left &= left - 1)
            {
                var bit = BitOperations.TrailingZeroCount(left);
                var person = blocks[i].Block * 64 + bit;
                var spent = (rare >> bit & 1) != 0 ? reserve : 0;
                if (_points.BoundOf(person, blocks[i].LeastAboutMinutes, spent) < best.Threshold) continue;
                if (!_pool.Columns.IsEligible(person, _question!, out var aboutMinutes, out var start)) continue;
                best.Offer(person, _points.Of(person, aboutMinutes, start, spent), spent);
            }
        }
        return best;
    }

    /// <summary>How many eligible people hold nothing rare, counted up to a number; the count matters only when
    /// somebody holds something rare.</summary>
    private int OrdinaryUpTo(int enough, ReadOnlySpan<Promising> blocks)
    {
        var found = 0;
        for (var i = blocks.Length - 1; i >= 0; i--)
        {
            for (var left = blocks[i].Among & ~RareOf(blocks[i].Block); left != 0; left &= left - 1)
            {
                var person = blocks[i].Block * 64 + BitOperations.TrailingZeroCount(left);
                if (_pool.Columns.IsEligible(person, _question!, out _, out _) && ++found == enough) return found;
            }
        }
        return found;
    }

    private ulong RareOf(int block)
    {
        ulong rare = 0;
        foreach (var column in _rare) rare |= column[block];
        return rare;
    }

    private ulong Everybody(int block) =>
        block < _pool.Blocks.Count - 1 || _pool.Count % 64 == 0 ? ulong.MaxValue : (1UL << (_pool.Count % 64)) - 1;
}
