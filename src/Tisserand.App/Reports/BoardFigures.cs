using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Reports;

/// <summary>The figures of a month, or of all the months shown; null where fewer than <see cref="BoardFigures.FewestPersons"/> persons stand behind one.</summary>
/// <param name="First">First day of the month.</param>
/// <param name="Requests">Needs asked for, drafts left out.</param>
/// <param name="MedianHours">From asking to the first yes, in hours; over the needs that found somebody.</param>
/// <param name="AsksPerVisit">Questions put to volunteers for each visit that came of them.</param>
/// <param name="VisitsDone">Visits that took place.</param>
/// <param name="Satisfaction">Mean of the marks of both sides, from 1 to 5.</param>
public sealed record BoardMonth(LocalDate First, int? Requests, double? MedianHours, double? AsksPerVisit, int? VisitsDone, double? Satisfaction);

/// <summary>What the board sees: six figures of the whole cooperative over the last months, nobody visible behind them.</summary>
/// <param name="Volunteers">Active today.</param>
/// <param name="Beneficiaries">Active today.</param>
/// <param name="Together">All the months as one.</param>
/// <param name="Months">Oldest first.</param>
public sealed record BoardFigures(int? Volunteers, int? Beneficiaries, BoardMonth Together, IReadOnlyList<BoardMonth> Months)
{
    /// <summary>No figure that leaves the coordinators rests on fewer persons.</summary>
    public const int FewestPersons = 11;

    public const int MonthsShown = 6;
}

/// <summary>Counts them.</summary>
public sealed class ReadBoardFigures(TisserandDb db, TimeProvider time)
{
    public async Task<BoardFigures> RunAsync(CancellationToken ct)
    {
        var today = time.Now().LocalDay();
        var first = today.With(DateAdjusters.StartOfMonth).PlusMonths(1 - BoardFigures.MonthsShown);
        var since = first.StartInParis();

        var requests = await db.HelpRequests.AsNoTracking().Where(r => r.CreatedAt >= since && r.State != RequestState.Draft)
            .Select(r => new Asked(r.CreatedAt, r.MatchedAt, r.BeneficiaryId)).ToListAsync(ct);
        var asks = await db.Proposals.AsNoTracking().Where(p => p.NotifiedAt >= since)
            .Select(p => new Question(p.NotifiedAt!.Value, p.VolunteerId.Value)).ToListAsync(ct);
        var visits = await db.Visits.AsNoTracking().Where(v => v.PlannedAt >= since || v.Start >= since)
            .Select(v => new Met(v.PlannedAt, v.Start, v.State == VisitState.Done, v.ProposalId != null, v.BeneficiaryId)).ToListAsync(ct);
        var marks = await db.Feedback.AsNoTracking().Where(f => f.At >= since && f.Rating != null)
            .Join(db.Visits, f => f.VisitId, v => v.Id, (f, v) => new Mark(f.At, f.Rating!.Value, f.Side == FeedbackSide.Volunteer ? v.VolunteerId.Value : v.BeneficiaryId.Value))
            .ToListAsync(ct);

        var all = new Period(requests, asks, visits, marks);
        var months = Enumerable.Range(0, BoardFigures.MonthsShown).Select(m => first.PlusMonths(m))
            .Select(month => all.Between(month.StartInParis(), month.PlusMonths(1).StartInParis()).Figures(month)).ToList();
        return new BoardFigures(
            Enough(await db.Volunteers.CountAsync(v => v.State == PersonState.Active, ct)),
            Enough(await db.Beneficiaries.CountAsync(b => b.State == PersonState.Active, ct)),
            all.Between(since, Instant.MaxValue).Figures(first),
            WithoutGaps(months));
    }

    private static int? Enough(int persons) => persons >= BoardFigures.FewestPersons ? persons : null;

    /// <summary>A single hidden count could be had by subtracting the others from the whole: the smallest of them is hidden with it.</summary>
    private static List<BoardMonth> WithoutGaps(List<BoardMonth> months)
    {
        if (months.Count(m => m.Requests is null) == 1) HideSmallest(m => m.Requests, m => m with { Requests = null });
        if (months.Count(m => m.VisitsDone is null) == 1) HideSmallest(m => m.VisitsDone, m => m with { VisitsDone = null });
        return months;

        void HideSmallest(Func<BoardMonth, int?> count, Func<BoardMonth, BoardMonth> hide)
        {
            var smallest = months.Where(m => count(m) is not null).MinBy(count)!;
            months[months.IndexOf(smallest)] = hide(smallest);
        }
    }

    private sealed record Asked(Instant At, Instant? MatchedAt, BeneficiaryId? Beneficiary);

    private sealed record Question(Instant At, Guid Volunteer);

    private sealed record Met(Instant PlannedAt, Instant Start, bool IsDone, bool CameOfAsking, BeneficiaryId Beneficiary);

    private sealed record Mark(Instant At, int Rating, Guid By);

    private sealed record Period(List<Asked> Requests, List<Question> Asks, List<Met> Visits, List<Mark> Marks)
    {
        public Period Between(Instant from, Instant until) => new(
            Requests.FindAll(r => r.At >= from && r.At < until),
            Asks.FindAll(a => a.At >= from && a.At < until),
            Visits.FindAll(v => (v.Start >= from && v.Start < until && v.IsDone) || (v.PlannedAt >= from && v.PlannedAt < until && v.CameOfAsking)),
            Marks.FindAll(m => m.At >= from && m.At < until))
        { From = from, Until = until };

        private Instant From { get; init; }

        private Instant Until { get; init; }

        public BoardMonth Figures(LocalDate first)
        {
            var matched = Requests.FindAll(r => r.MatchedAt is not null);
            var done = Visits.FindAll(v => v.IsDone && v.Start >= From && v.Start < Until);
            var agreed = Visits.Count(v => v.CameOfAsking && v.PlannedAt >= From && v.PlannedAt < Until);
            return new BoardMonth(first,
                Persons(Requests.Select(r => r.Beneficiary)) ? Requests.Count : null,
                Persons(matched.Select(r => r.Beneficiary)) ? Median([.. matched.Select(r => (r.MatchedAt!.Value - r.At).TotalHours)]) : null,
                agreed > 0 && Persons(Asks.Select(a => a.Volunteer)) ? (double)Asks.Count / agreed : null,
                Persons(done.Select(v => v.Beneficiary)) ? done.Count : null,
                Persons(Marks.Select(m => m.By)) ? Marks.Average(m => m.Rating) : null);
        }

        private static bool Persons<T>(IEnumerable<T> those) => those.Distinct().Count() >= BoardFigures.FewestPersons;

        private static double Median(double[] hours)
        {
            Array.Sort(hours);
            var middle = hours.Length / 2;
            return hours.Length % 2 == 1 ? hours[middle] : (hours[middle - 1] + hours[middle]) / 2;
        }
    }
}
