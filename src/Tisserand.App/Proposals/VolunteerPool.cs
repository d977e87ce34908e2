using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.France;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>Turns a territory's volunteers into what matching sees of them, as of now, for one request. The one place where that happens.</summary>
public sealed class VolunteerPool(TisserandDb db, Calendars calendars, NeedCatalogue needs)
{
    private static readonly Duration Memory = Duration.FromDays(365), LongestVisit = Duration.FromDays(7);
    private static readonly ConcurrentDictionary<(string, LocalDate?, LocalDate?, LocalDate?), Availability> Read = new();

    /// <summary>Every volunteer of the territory who has not left, whether she can help or not: "pourquoi pas Paul ?" has its answer here.</summary>
    /// <param name="request">The request, with its beneficiary.</param>
    /// <param name="now">The instant of the matching.</param>
    /// <param name="only">Only this volunteer, without her history: it weighs on a rank, never on whether she can. Null for all.</param>
    public async Task<IReadOnlyList<Candidate>> ForAsync(HelpRequest request, Instant now, VolunteerId? only, CancellationToken ct)
    {
        var calendar = await calendars.OfAsync(request.TerritoryId, ct);
        var first = request.EarliestStart.LocalDay().PlusDays(-3);
        var last = request.LatestStart.LocalDay().PlusDays(4);
        var days = new Interval(first.StartInParis(), last.PlusDays(1).StartInParis());

        var volunteers = await db.Volunteers.AsNoTracking()
            .Where(v => v.TerritoryId == request.TerritoryId && (v.State == PersonState.Active || v.State == PersonState.Paused))
            .Only(only, v => v.Id == only)
            .Select(v => new
            {
                v.Id, v.State, v.Skills, v.Languages, v.Interests, v.Likes, v.Refuses, v.Hours, v.HoursFrom, v.HoursUntil, v.EveryOtherWeekFrom,
                v.Transport, v.MaxTravelMinutes, v.MaxVisitsPerWeek, v.ComesWithAnimal,
                v.Person.Sex, v.Person.Insee, v.Person.StreetPoint,
                Checks = v.Checks.Select(c => new { c.Kind, c.ValidUntil }).ToList(),
                Absences = v.Absences.Where(a => a.Until >= first && a.From <= last).Select(a => new { a.From, a.Until }).ToList(),
            })
            .AsSplitQuery().OrderBy(v => v.Id).ToListAsync(ct);

        var excluded = await db.Exclusions.Where(e => e.BeneficiaryId == request.BeneficiaryId).Select(e => e.VolunteerId).ToListAsync(ct);
        var histories = only is null ? await HistoriesAsync(request, now, ct) : [];
        var commitments = await CommitmentsAsync(request, days, only, ct);
        var excludedIds = excluded.ToHashSet();
        var thisBeneficiary = FrozenSet.Create(request.BeneficiaryId?.Value ?? Guid.Empty);

        return [.. volunteers.Select(v =>
        {
            var visits = commitments.GetValueOrDefault(v.Id, []);
            return new Candidate
            {
                Id = v.Id.Value,
                Home = new Place(v.Insee, v.StreetPoint),
                Mode = ModeOf(v.Transport),
                TravelBudget = Duration.FromMinutes(v.MaxTravelMinutes),
                Skills = NeedBuilder.Codes(v.Skills),
                Checks = ChecksOf(v.Checks.Select(c => (c.Kind, c.ValidUntil))),
                Languages = NeedBuilder.Codes(v.Languages),
                Sex = Sexes.ForMatching(v.Sex),
                Interests = NeedBuilder.Codes(v.Interests),
                BringsAnimal = v.ComesWithAnimal,
                Availability = Without(
                    AvailabilityOf(v.Hours, v.HoursFrom, v.HoursUntil, v.EveryOtherWeekFrom).Intervals(first, last, calendar, Calendars.Paris),
                    v.Absences.Select(a => (a.From, a.Until))),
                Commitments = [.. visits.Select(c => c.Commitment)],
                IsPaused = v.State == PersonState.Paused,
                MaxVisitsPerWeek = v.MaxVisitsPerWeek,
                VisitWeeks = WeeksOf(visits.Select(c => c.Commitment.When.Start)),
                ExcludedBeneficiaries = excludedIds.Contains(v.Id) ? thisBeneficiary : FrozenSet<Guid>.Empty,
                Likes = NeedBuilder.Codes(v.Likes),
                Dislikes = NeedBuilder.Codes(v.Refuses),
                History = histories.GetValueOrDefault(v.Id, CandidateHistory.None),
            };
        })];
    }

    private async Task<Dictionary<VolunteerId, CandidateHistory>> HistoriesAsync(HelpRequest request, Instant now, CancellationToken ct)
    {
        var since = now - Memory;
        var fortnight = now - Duration.FromDays(14);
        var taxonomy = await needs.CurrentAsync(ct);
        string FirstLevel(string code) => taxonomy.Find(code)?.FirstLevel ?? code;

        var answers = await db.Proposals.AsNoTracking()
            .Where(p => p.Volunteer.TerritoryId == request.TerritoryId && p.NotifiedAt > since && !p.Volunteer.ObjectsToLearning)
            .GroupBy(p => new { p.VolunteerId, p.Request.NeedType })
            .Select(g => new
            {
                g.Key.VolunteerId,
                g.Key.NeedType,
                Last = g.Max(p => p.NotifiedAt),
                Fortnight = g.Count(p => p.NotifiedAt > fortnight && !p.OutsideBudget),
                Yes = g.Count(p => p.State == ProposalState.Accepted || p.LateYesAt != null),
                No = g.Count(p => p.State == ProposalState.Declined),
                Silent = g.Count(p => p.State == ProposalState.Lapsed && p.LateYesAt == null && p.AnsweredAt == null),
            }).ToListAsync(ct);
        var done = await db.Visits.AsNoTracking()
            .Where(v => v.TerritoryId == request.TerritoryId && v.State == VisitState.Done && v.Start > since)
            .GroupBy(v => new { v.VolunteerId, v.Request.NeedType })
            .Select(g => new { g.Key.VolunteerId, g.Key.NeedType, Count = g.Count() }).ToListAsync(ct);
        var together = await db.Visits.AsNoTracking()
            .Where(v => v.BeneficiaryId == request.BeneficiaryId && v.State == VisitState.Done)
            .Select(v => new { v.VolunteerId, v.Start, Ratings = v.Feedback.Select(f => new { f.Rating, f.Again, f.At }).ToList() })
            .OrderByDescending(v => v.Start).Take(500).ToListAsync(ct);

        var asked = answers.ToLookup(a => a.VolunteerId);
        var visits = done.ToLookup(d => d.VolunteerId);
        var pairs = together.ToLookup(t => t.VolunteerId);
        return asked.Select(a => a.Key).Union(visits.Select(v => v.Key)).Union(pairs.Select(p => p.Key)).ToDictionary(id => id, id =>
        {
            var pair = pairs[id].ToList();
            var said = pair.SelectMany(p => p.Ratings).ToList();
            var latest = pair.Select(p => p.Ratings.Where(r => r.Again is not null).ToList()).FirstOrDefault(r => r.Count > 0);
            return new CandidateHistory
            {
                AskedLast14Days = asked[id].Sum(a => a.Fortnight),
                LastAskedAt = asked[id].Max(a => a.Last),
                Answers = asked[id].GroupBy(a => FirstLevel(a.NeedType))
                    .ToDictionary(g => g.Key, g => new AnswerCounts(g.Sum(a => a.Yes), g.Sum(a => a.No), g.Sum(a => a.Silent))),
                VisitsDone = visits[id].GroupBy(v => FirstLevel(v.NeedType)).ToDictionary(g => g.Key, g => g.Sum(v => v.Count)),
                Together = pair.Count == 0 ? FrozenDictionary<Guid, Together>.Empty : new Dictionary<Guid, Together>
                {
                    [request.BeneficiaryId!.Value.Value] = new(
                        pair.Count,
                        said.Any(r => r.Rating is not null) ? said.Average(r => r.Rating) : null,
                        latest?.All(r => r.Again == true)),
                },
            };
        });
    }

    private async Task<Dictionary<VolunteerId, List<(Commitment Commitment, VisitId Visit)>>> CommitmentsAsync(
        HelpRequest request, Interval days, VolunteerId? only, CancellationToken ct)
    {
        var from = days.Start - Duration.FromDays(7);      // whole weeks, for the weekly cap
        var until = days.End + Duration.FromDays(7);
        var longAgo = from - LongestVisit;                 // a bound on the indexed start, where the end has no index
        var visits = await db.Visits.AsNoTracking()
            .Where(v => v.TerritoryId == request.TerritoryId && v.Start < until && v.Start > longAgo && v.End > from)
            .Only(only, v => v.VolunteerId == only)
            .Where(v => Visit.Kept.Contains(v.State) && v.RequestId != request.Id)
            .Select(v => new { v.Id, v.VolunteerId, v.Start, v.End, v.Request.PlaceInsee, v.Request.PlacePoint, v.Request.DestinationInsee, v.Request.Trip })
            .ToListAsync(ct);
        return visits.GroupBy(v => v.VolunteerId).ToDictionary(g => g.Key, g => g.Select(v =>
        {
            var at = new Place(v.PlaceInsee, v.PlacePoint);
            var end = v.DestinationInsee is { } to && v.Trip != TripKind.ReturnWithWaiting ? new Place(to, null) : at;
            return (new Commitment(new Interval(v.Start, v.End), at, end), v.Id);
        }).ToList());
    }

    private static FrozenDictionary<string, Instant?> ChecksOf(IEnumerable<(string Kind, LocalDate? Until)> checks) =>
        checks.GroupBy(c => c.Kind, StringComparer.Ordinal).ToFrozenDictionary(
            g => g.Key,
            g => g.Any(c => c.Until is null) ? (Instant?)null : g.Max(c => c.Until!.Value).PlusDays(1).StartInParis(),
            StringComparer.Ordinal);

    private static IReadOnlyList<VisitWeek> WeeksOf(IEnumerable<Instant> starts) =>
        [.. starts.GroupBy(s => MondayOf(s.LocalDay()))
            .Select(g => new VisitWeek(new Interval(g.Key.StartInParis(), g.Key.PlusWeeks(1).StartInParis()), g.Count()))];

    private static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private static TravelMode ModeOf(Transport transport) => transport switch
    {
        Transport.OnFoot => TravelMode.Foot,
        Transport.Bicycle => TravelMode.Bicycle,
        Transport.Bus => TravelMode.Bus,
        _ => TravelMode.Car,
    };

    /// <summary>Her hours; nothing written or unreadable means none.</summary>
    internal static Availability AvailabilityOf(string hours, LocalDate? from, LocalDate? until, LocalDate? everyOtherWeekFrom) =>
        Read.GetOrAdd((hours, from, until, everyOtherWeekFrom), key => new Availability(
            key.Item1.Length > 0 && OpeningHours.Parse(key.Item1) is OpeningHoursReading.Read read ? read.Value : OpeningHours.Never,
            key.Item2, key.Item3?.PlusDays(1), key.Item4));

    private static IReadOnlyList<Interval> Without(IReadOnlyList<Interval> open, IEnumerable<(LocalDate From, LocalDate Until)> away)
    {
        var gaps = away.Select(a => new Interval(a.From.StartInParis(), a.Until.PlusDays(1).StartInParis())).ToList();
        return gaps.Count == 0 ? open : [.. gaps.Aggregate((IEnumerable<Interval>)open, (left, gap) => left.SelectMany(i => Cut(i, gap)))];
    }

    private static IEnumerable<Interval> Cut(Interval interval, Interval gap)
    {
        if (gap.End <= interval.Start || gap.Start >= interval.End)
        {
            yield return interval;
            yield break;
        }

        if (interval.Start < gap.Start) yield return new Interval(interval.Start, gap.Start);
        if (gap.End < interval.End) yield return new Interval(gap.End, interval.End);
    }
}

/// <summary>A condition that the database sees only where it holds something: one that is always true for all would keep it from its index for one.</summary>
file static class OneOfThem
{
    public static IQueryable<T> Only<T>(this IQueryable<T> all, VolunteerId? only, Expression<Func<T, bool>> isHers) => only is null ? all : all.Where(isHers);
}
