using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Proposals;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Requests.Series;

/// <summary>An instance of a series is its main volunteer's visit without a new question: she said yes once. Nothing is saved here.</summary>
public sealed class SeriesVisits(TisserandDb db, IdSource ids, StandsAgainst against)
{
    /// <summary>Who promised that day gets the visit, unless something stands against it; then the known second is asked first.</summary>
    /// <param name="request">Open, with its beneficiary, proposals and visits.</param>
    /// <param name="series">Its series.</param>
    /// <param name="now">The instant.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    /// <returns>The visit, or null when others have to be asked.</returns>
    public async Task<Visit?> PlanAsync(HelpRequest request, RecurringNeed series, Instant now, CancellationToken ct)
    {
        var day = request.OccurrenceDate ?? request.EarliestStart.LocalDay();
        if (series.MainOn(day) is not { } main)
        {
            request.AsksFirst(series.SecondVolunteerId);
            return null;
        }

        var proposal = request.Proposals.FirstOrDefault(p => p.VolunteerId == main);
        var saidNo = proposal?.State == ProposalState.Declined;       // "pas cette fois" holds for this instance
        var start = saidNo ? null : await FreeStartAsync(request, main, day, now, ct);
        if (start is null)
        {
            request.AsksFirst(series.SecondVolunteerId);
            return null;
        }

        if (proposal is null) db.Add(proposal = new Proposal(ids.New<ProposalId>(), request, main, rank: 1, figures: null, now));
        else proposal.Renew(now);
        request.AsksFirst(main);
        proposal.Notify(now, wave: 0, shortCode: null, answerKey: null, outsideBudget: true);
        if (proposal.Accept(now, start.Value, ids) is not AcceptOutcome.Planned planned) return null;
        db.Add(planned.Visit);
        return planned.Visit;
    }

    private async Task<Instant?> FreeStartAsync(HelpRequest request, VolunteerId main, LocalDate day, Instant now, CancellationToken ct)
    {
        var volunteer = db.Volunteers.Local.FirstOrDefault(v => v.Id == main)
            ?? await db.Volunteers.Include(v => v.Absences).SingleOrDefaultAsync(v => v.Id == main, ct);
        if (volunteer is not { IsActive: true }) return null;
        if (await db.Set<VolunteerAbsence>().AnyAsync(a => a.VolunteerId == main && a.From <= day && a.Until >= day, ct)) return null;
        var (obstacles, start) = await against.ReadAsync(request, main, now, ct);
        if (obstacles.Count > 0) return null;
        volunteer.Commits();
        return start ?? request.EarliestStart;
    }
}
