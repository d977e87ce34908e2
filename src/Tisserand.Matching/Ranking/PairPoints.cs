using NodaTime;

namespace Tisserand.Matching;

/// <summary>Points of one need for the people of a pool: both cards and the policy, by look-ups.</summary>
internal sealed class PairPoints
{
    private readonly CandidateIndex _pool;
    private readonly Need _need;
    private readonly StandingPoints.Columns _standing;
    private readonly int _likes, _neutral, _dislikes;
    private readonly ulong[] _likesType, _dislikesType, _likesLevel, _dislikesLevel;
    private readonly ulong[][] _useful, _languages, _interests;
    private readonly int[] _skillFit, _shared;
    private readonly int _spoken, _notSpoken;
    private readonly Dictionary<int, Together> _known;
    private readonly int _stranger;
    private readonly HashSet<int> _preferred;
    private readonly HashSet<int> _specialBlocks;
    private readonly long _forgottenSince;
    private readonly int _priority, _mostStart;
    private (long At, int Points) _start = (long.MinValue, 0);

    public PairPoints(CandidateIndex pool, Need need)
    {
        (_pool, _need) = (pool, need);
        var (a, b, policy) = (pool.Acceptance, pool.Visit, pool.Cards.Policy);
        _standing = pool.Standing.Of(need.FirstLevel);
        (_likes, _neutral, _dislikes) = (Affinity("likes"), Affinity("neutral"), Affinity("dislikes"));
        (_likesType, _dislikesType) = (pool.Likes[need.Type], pool.Dislikes[need.Type]);
        (_likesLevel, _dislikesLevel) = (pool.Likes[need.FirstLevel], pool.Dislikes[need.FirstLevel]);
        _useful = [.. need.UsefulSkills.Select(s => pool.Skills[s])];
        _languages = [.. need.Wishes.Languages.Select(l => pool.Languages[l])];
        _interests = [.. need.Wishes.Interests.Select(i => pool.Interests[i])];
        _skillFit = [.. Enumerable.Range(0, _useful.Length + 1).Select(held => b.Of(VisitFeatures.SkillFit, VisitFeatures.SkillFitOf(held, _useful.Length)))];
        _shared = [.. Enumerable.Range(0, _interests.Length + 1).Select(n => b.Of(VisitFeatures.Interests,
            _interests.Length == 0 ? FeatureValue.Of("notAsked") : FeatureValue.Of(n)))];
        _spoken = b.Of(VisitFeatures.Language, FeatureValue.Of(_languages.Length == 0 ? "notAsked" : "shared"));
        _notSpoken = b.Of(VisitFeatures.Language, FeatureValue.Of(_languages.Length == 0 ? "notAsked" : "notShared"));
        _known = pool.Acquaintances.GetValueOrDefault(need.BeneficiaryId, [])
            .ToDictionary(i => i, i => pool.People[i].History.Together[need.BeneficiaryId]);
        _stranger = OfTogether(default);
        _preferred = [.. need.Wishes.Volunteers.Select(pool.PositionOf).OfType<int>()];
        _specialBlocks = [.. _known.Keys.Concat(_preferred).Select(i => i >> 6)];
        _forgottenSince = need.AsOf.ToUnixTimeTicks() - Duration.FromDays(policy.Forgotten.Rule.AfterDays).BclCompatibleTicks;
        _priority = pool.Cards.Priority.Points(need.Priority);
        _mostStart = need.StartWindows is [{ } only] && only.Start == only.End
            ? StartPoints(only.Start.ToUnixTimeTicks())
            : a.Most(AcceptanceFeatures.Slot) + a.Most(AcceptanceFeatures.Notice);

        int Affinity(string name) => a.Of(AcceptanceFeatures.Affinity, FeatureValue.Of(name));
    }

    /// <summary>Value of an eligible person, exactly as <see cref="Valuation"/> has it.</summary>
    public double Of(int person, int aboutMinutes, long start, int reserve) =>
        Of(person, _pool.Journeys.At(aboutMinutes) + StartPoints(start), reserve);

    /// <summary>A value that this person cannot exceed, known before her journey and her time are.</summary>
    public double BoundOf(int person, int leastAboutMinutes, int reserve) =>
        Of(person, _pool.Journeys.MostFrom(leastAboutMinutes) + _mostStart, reserve);

    private double Of(int person, int comingPoints, int reserve)
    {
        var isKnown = _known.TryGetValue(person, out var together);
        var score = _pool.Acceptance.Base + _standing.Acceptance[person] + comingPoints + AffinityPoints(person);
        var visit = _pool.Visit.Base + _standing.Visit[person] + _skillFit[CountOf(_useful, person)]
            + (CountOf(_languages, person) > 0 ? _spoken : _notSpoken) + _shared[CountOf(_interests, person)]
            + (isKnown ? OfTogether(together) : _stranger);
        var policy = _pool.Cards.Policy;
        var wishes = (_need.Wishes.Continuity && together.Visits > 0 ? policy.Continuity.Rule : 0)
            + (_preferred.Contains(person) ? policy.Preferred.Rule : 0);
        var forgotten = _pool.LastAsked[person] <= _forgottenSince ? policy.Forgotten.Rule.Points : 0;
        return Value(score, visit, _pool.Fairness[person] + forgotten + reserve + wishes);
    }

    /// <summary>A value that none of a block's people can exceed.</summary>
    public double BoundOfBlock(int block, ulong among, int leastAboutMinutes)
    {
        if (_specialBlocks.Contains(block)) return double.PositiveInfinity;
        var affinity = Math.Max(_neutral, _dislikes);
        if ((among & (_likesType[block] | _likesLevel[block])) != 0) affinity = Math.Max(affinity, _likes);
        var score = _pool.Acceptance.Base + _standing.BestAcceptance[block] + _pool.Journeys.MostFrom(leastAboutMinutes) + _mostStart + affinity;
        var visit = _pool.Visit.Base + _standing.BestVisit[block] + MostOf(_skillFit, _useful, block, among)
            + (_languages.Any(l => (l[block] & among) != 0) ? Math.Max(_spoken, _notSpoken) : _notSpoken)
            + MostOf(_shared, _interests, block, among) + _stranger;
        return Value(score, visit, _pool.BestFairness[block] + _pool.Cards.Policy.Forgotten.Rule.Points);
    }

    private double Value(int score, int visit, int policy) =>
        _pool.Cards.Policy.QualityPoints * (_pool.Acceptance.Chance(score) * _pool.Visit.Chance(visit)) + (_priority + policy);

    /// <summary>Most of them start at the same instant as the one before.</summary>
    private int StartPoints(long start)
    {
        if (_start.At == start) return _start.Points;
        var at = Instant.FromUnixTimeTicks(start);
        _start = (start, _pool.Acceptance.Of(AcceptanceFeatures.Notice, FeatureValue.Of(AcceptanceFeatures.NoticeHours(_need, at)))
            + _pool.Acceptance.Of(AcceptanceFeatures.Slot, AcceptanceFeatures.SlotOf(_need, at)));
        return _start.Points;
    }

    private int AffinityPoints(int person) =>
        TraitBits.Has(_dislikesType, person) ? _dislikes
        : TraitBits.Has(_likesType, person) ? _likes
        : TraitBits.Has(_dislikesLevel, person) ? _dislikes
        : TraitBits.Has(_likesLevel, person) ? _likes
        : _neutral;

    private int OfTogether(Together together) =>
        _pool.Visit.Of(VisitFeatures.Continuity, FeatureValue.Of(together.Visits))
        + _pool.Visit.Of(VisitFeatures.PastVisits, VisitFeatures.PastVisitsOf(together));

    private static int CountOf(ulong[][] columns, int person)
    {
        var count = 0;
        foreach (var column in columns)
            if (TraitBits.Has(column, person)) count++;
        return count;
    }

    /// <summary>The most that any count up to the number of traits present in the block brings.</summary>
    private static int MostOf(int[] points, ulong[][] columns, int block, ulong among)
    {
        var (present, most) = (0, points[0]);
        foreach (var column in columns)
            if ((column[block] & among) != 0) most = Math.Max(most, points[++present]);
        return most;
    }
}
