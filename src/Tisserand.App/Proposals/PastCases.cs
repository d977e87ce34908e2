using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Visits;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>What past questions, visits and lists led to, each with the score it was decided on. Who objects to learning is left out, and
/// what is not settled yet.</summary>
public sealed class PastCases(TisserandDb db)
{
    private const int Most = 20_000;

    /// <summary>What becomes of a question that nobody answers; it is withdrawn when its request ends.</summary>
    private static readonly ProposalState[] Unanswered = [ProposalState.Notified, ProposalState.Lapsed, ProposalState.Withdrawn];

    /// <summary>Questions put in writing: a yes, kept or too late, against a no and against silence until the time of the visit.
    /// A coordinator's own call is none: it is noted only when it was a yes.</summary>
    /// <param name="cards">Only scores of these cards.</param>
    /// <param name="since">How far back.</param>
    /// <param name="now">The instant.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<List<(double Score, bool Happened)>> AnswersAsync(string cards, Instant since, Instant now, CancellationToken ct)
    {
        var rows = await db.Proposals.AsNoTracking()
            .Where(p => p.NotifiedAt > since && p.ShortCode != null && p.Figures != "" && !p.Volunteer.ObjectsToLearning)
            .Select(p => new
            {
                p.Id, p.NotifiedAt, p.Figures,
                Yes = p.State == ProposalState.Accepted || p.LateYesAt != null || db.Visits.Any(v => v.ProposalId == p.Id),
                No = p.State == ProposalState.Declined,
                Silent = Unanswered.Contains(p.State) && p.AnsweredAt == null && p.Request.LatestStart <= now && p.Request.State != RequestState.Cancelled
                    && p.NotifiedAt >= p.Request.NeedChangedAt
                    && !db.OutgoingMessages.Any(m => m.ProposalId == p.Id && m.State == MessageState.TakenBack),
            })
            .Where(p => p.Yes || p.No || p.Silent)
            .OrderByDescending(p => p.NotifiedAt).ThenBy(p => p.Id).Take(Most).ToListAsync(ct);
        return [.. rows.Select(r => (Figures: ProposalFigures.Read(r.Figures)!, r.Yes)).Where(r => r.Figures.CardsVersion == cards)
            .Select(r => ((double)r.Figures.Acceptance.Score, r.Yes))];
    }

    /// <summary>Visits after a yes. Well means, as the cards say: it took place, nobody would rather not do it again, nobody gave less
    /// than 3 of 5. One that the beneficiary or the cooperative called off tells nothing.</summary>
    public async Task<List<(double Score, bool Happened)>> VisitsAsync(string cards, Instant since, Instant now, CancellationToken ct)
    {
        VisitState[] told = [VisitState.Done, VisitState.VolunteerAbsent, VisitState.NobodyHome, VisitState.CancelledByVolunteer];
        var rows = await (
            from v in db.Visits.AsNoTracking()
            where v.Start > since && v.Start <= now && told.Contains(v.State) && !v.Volunteer.ObjectsToLearning
            join p in db.Proposals on v.ProposalId equals p.Id
            where p.Figures != ""
            orderby v.Start descending, v.Id
            select new { p.Figures, Well = v.State == VisitState.Done && !v.Feedback.Any(f => f.Again == false || f.Rating < 3) }).Take(Most).ToListAsync(ct);
        return [.. rows.Select(r => (Figures: ProposalFigures.Read(r.Figures)!, r.Well)).Where(r => r.Figures.CardsVersion == cards)
            .Select(r => ((double)r.Figures.Visit.Score, r.Well))];
    }

    /// <summary>Validated lists: enough of their people said yes, or the time passed without. One whose request was cancelled first tells nothing.</summary>
    /// <param name="fitted">The curves of the two cards, fitted already: lists are read with them.</param>
    public async Task<List<(double Score, bool Happened)>> ListsAsync(CalibrationVersion fitted, Instant since, Instant now, CancellationToken ct)
    {
        var rows = await (
            from d in db.ValidationDecisions.AsNoTracking()
            where d.At > since && d.StoppedAt == null
            join r in db.HelpRequests on d.RequestId equals r.Id
            orderby d.At descending, d.Id
            select new
            {
                d.List,
                d.At,
                Over = r.LatestStart <= now && r.State != RequestState.Cancelled,
                Willing = r.Proposals
                    .Where(p => p.State == ProposalState.Accepted || p.LateYesAt != null || db.Visits.Any(v => v.ProposalId == p.Id))
                    .Select(p => new { p.VolunteerId, p.AnsweredAt }).ToList(),
            }).Take(Most).ToListAsync(ct);
        var cases = new List<(double, bool)>();
        foreach (var row in rows)
        {
            var list = DecisionFigures.Read(row.List);
            var willing = row.Willing.Where(w => w.AnsweredAt >= row.At).Select(w => w.VolunteerId.Value).ToHashSet();
            var taken = list.People.Count(p => willing.Contains(p.Volunteer)) >= list.Places;
            if (list.People.Count > 0 && (taken || row.Over)) cases.Add((list.NaiveLogOdds(fitted), taken));
        }

        return cases;
    }
}
