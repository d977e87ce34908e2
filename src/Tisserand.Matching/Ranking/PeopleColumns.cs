using NodaTime;
using Tisserand.France;

namespace Tisserand.Matching;

/// <summary>The figures of a pool in columns, for the exact rules.</summary>
internal sealed class PeopleColumns
{
    private const int Modes = 4;

    private readonly Candidate[] _people;
    private readonly CommuneTable _communes;
    private readonly int[] _home;                 // commune and mode of those whose street is not known, else −1
    private readonly long[] _silentUntil;
    private readonly double[] _budgetMinutes;
    private readonly TickSpan[][] _free;
    private readonly TickSpan[][] _taken;
    private readonly TickSpan[][] _fullWeeks;
    private readonly Dictionary<string, long[]> _checks = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int[]> _excluded;

    public PeopleColumns(Candidate[] people, CommuneTable communes)
    {
        (_people, _communes) = (people, communes);
        var numbers = people.Select(p => p.Home.Insee).Distinct(StringComparer.Ordinal).Select((insee, i) => (insee, i))
            .ToDictionary(pair => pair.insee, pair => pair.i, StringComparer.Ordinal);
        _home = [.. people.Select(p => p.Home.Street is null ? numbers[p.Home.Insee] * Modes + (int)p.Mode : -1)];
        _silentUntil = [.. people.Select(SilentUntil)];
        _budgetMinutes = [.. people.Select(p => p.TravelBudget.TotalMinutes)];
        _free = [.. people.Select(p => TickSpan.Joined(p.Availability))];
        _taken = [.. people.Select(p => p.Commitments.Select(c => TickSpan.Of(c.When)).ToArray())];
        _fullWeeks = [.. people.Select(p => p.VisitWeeks.Where(w => w.Visits >= p.MaxVisitsPerWeek).Select(w => StartTimes.ForbiddenBy(w)).ToArray())];
        _excluded = ByKey(people, p => p.ExcludedBeneficiaries);
        for (var i = 0; i < people.Length; i++)
        {
            foreach (var (check, until) in people[i].Checks)
            {
                if (!_checks.TryGetValue(check, out var column))
                    Array.Fill(_checks[check] = column = new long[people.Length], long.MinValue);
                column[i] = until?.ToUnixTimeTicks() ?? long.MaxValue;
            }
        }
    }

    public static Dictionary<Guid, int[]> ByKey(Candidate[] people, Func<Candidate, IEnumerable<Guid>> keys) =>
        people.SelectMany((p, i) => keys(p).Select(key => (key, i)))
            .GroupBy(pair => pair.key, pair => pair.i).ToDictionary(g => g.Key, g => g.Order().ToArray());

    /// <summary>A need made ready to be compared with many people.</summary>
    public sealed class Question
    {
        public required Need Need { get; init; }
        public required TickSpan[] Windows { get; init; }
        public required long[][] Checks { get; init; }
        public required int[] Excluded { get; init; }
        public required long AsOf { get; init; }
        public required long LastStart { get; init; }
        public required long LastEnd { get; init; }
        public required long Booked { get; init; }

        /// <summary>Journeys from communes already estimated.</summary>
        public Dictionary<int, TravelEstimate> Journeys { get; } = [];
    }

    /// <summary>Null when a required check is held by nobody.</summary>
    public Question? Ask(Need need)
    {
        var windows = TimeRules.Windows(need);
        if (need.RequiredChecks.Any(check => !_checks.ContainsKey(check))) return null;
        return new Question
        {
            Need = need,
            Windows = windows,
            Checks = [.. need.RequiredChecks.Select(check => _checks[check])],
            Excluded = _excluded.GetValueOrDefault(need.BeneficiaryId, []),
            AsOf = need.AsOf.ToUnixTimeTicks(),
            LastStart = windows.Max(w => w.Until),
            LastEnd = Eligibility.LastEnd(need).ToUnixTimeTicks(),
            Booked = need.Booked.BclCompatibleTicks,
        };
    }

    /// <summary>The rules that bits do not decide, exactly as <see cref="Eligibility"/> has them.</summary>
    public bool IsEligible(int person, Question question, out int aboutMinutes, out long start)
    {
        (aboutMinutes, start) = (0, 0);
        if (question.AsOf < _silentUntil[person] || Array.BinarySearch(question.Excluded, person) >= 0) return false;
        foreach (var until in question.Checks)
            if (until[person] < question.LastEnd) return false;

        var travel = TravelOf(person, question);
        if (travel.ComparedWith(_budgetMinutes[person]) == TravelVerdict.TooFar) return false;
        aboutMinutes = travel.AboutMinutes;
        return EarliestStart(person, question) is { } earliest && (start = earliest) == earliest;
    }

    /// <summary>Neighbours without a known street share one estimate.</summary>
    private TravelEstimate TravelOf(int person, Question question)
    {
        var home = _home[person];
        if (home >= 0 && question.Journeys.TryGetValue(home, out var travel)) return travel;
        travel = Travel.Between(_communes, _people[person].Home, question.Need.From, _people[person].Mode);
        if (home >= 0) question.Journeys.Add(home, travel);
        return travel;
    }

    private long? EarliestStart(int person, Question question)
    {
        var (taken, full) = (_taken[person], _fullWeeks[person]);
        if (taken.Length == 0 && full.Length == 0)
            return StartTimes.Earliest(question.Windows, _free[person], [], question.Booked);

        var forbidden = taken.Length + full.Length <= 32 ? stackalloc TickSpan[32] : new TickSpan[taken.Length + full.Length];
        var count = 0;
        var farthest = StartTimes.LongestGap.BclCompatibleTicks;
        for (var i = 0; i < taken.Length; i++)
        {
            if (taken[i].Until + farthest <= question.Windows[0].From) continue;
            if (taken[i].From - farthest - question.Booked >= question.LastStart) continue;
            forbidden[count++] = StartTimes.ForbiddenBy(_people[person].Commitments[i], _people[person].Mode, question.Need, _communes);
        }
        foreach (var week in full) forbidden[count++] = week;
        return StartTimes.Earliest(question.Windows, _free[person], forbidden[..count], question.Booked);
    }

    /// <summary>Until when nothing may be asked of her: pause or rest, whichever is longer.</summary>
    private static long SilentUntil(Candidate who)
    {
        var pause = who.IsPaused ? who.PausedUntil?.ToUnixTimeTicks() ?? long.MaxValue : long.MinValue;
        return Math.Max(pause, who.CoolDownUntil?.ToUnixTimeTicks() ?? long.MinValue);
    }
}
