using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.People;

/// <summary>Lets go of all that binds somebody who is no longer there, in the caller's transaction. Whom it concerns is returned; nobody is told here.</summary>
public sealed class Farewell(TisserandDb db, RequestEnding ending, TakingBack takingBack)
{
    /// <summary>What still waits to be said to her is not said.</summary>
    public async Task HushAsync(PersonId person, CancellationToken ct)
    {
        foreach (var message in await db.OutgoingMessages.Where(m => m.PersonId == person && (m.State == MessageState.Waiting || m.State == MessageState.Sending)).ToListAsync(ct))
            message.Expire();
    }

    /// <summary>Her requests and series end.</summary>
    /// <returns>The visits that are freed, and the volunteers of her series.</returns>
    public async Task<(IReadOnlyList<Visit> Freed, IReadOnlyList<VolunteerId> OfSeries)> OfBeneficiaryAsync(Beneficiary helped, EndReason why, string visitsEnd, Actor by, Instant now, CancellationToken ct)
    {
        var alive = await db.Whole().Alive().Where(r => r.BeneficiaryId == helped.Id).ToListAsync(ct);
        var freed = await ending.EndAsync(alive, new Ending(RequestState.Cancelled, why, null, visitsEnd), by, now, ct);
        var series = await db.RecurringNeeds.Where(s => s.BeneficiaryId == helped.Id && s.State != SeriesState.Ended).ToListAsync(ct);
        foreach (var one in series) one.EndsAfter(now.LocalDay());
        return (freed, [.. series.SelectMany(s => new[] { s.MainVolunteerId, s.SecondVolunteerId }).OfType<VolunteerId>().Distinct()]);
    }

    /// <summary>Her visits wait for somebody else, her series lose her, nobody asks her any more.</summary>
    /// <returns>The visits that are reopened, and the beneficiaries of her series.</returns>
    public async Task<(IReadOnlyList<Visit> Reopened, IReadOnlyList<BeneficiaryId> OfSeries)> OfVolunteerAsync(Volunteer helper, string visitsEnd, Actor by, Instant now, CancellationToken ct)
    {
        var series = await db.RecurringNeeds.Where(s => s.State != SeriesState.Ended && (s.MainVolunteerId == helper.Id || s.SecondVolunteerId == helper.Id)).ToListAsync(ct);
        foreach (var one in series)
        {
            if (one.MainVolunteerId == helper.Id) one.HasMain(null, null);
            if (one.SecondVolunteerId == helper.Id) one.HasSecond(null);
        }

        var requests = await db.Whole().Where(r => r.Visits.Any(v => v.VolunteerId == helper.Id && v.State == VisitState.Planned)).ToListAsync(ct);
        var visits = requests.SelectMany(r => r.Visits).Where(v => v.VolunteerId == helper.Id && v.IsPlanned).ToList();
        await takingBack.ApplyAsync(visits, visitsEnd, null, by, now, ct);
        foreach (var proposal in await db.Proposals.Include(p => p.Request).Where(p => p.VolunteerId == helper.Id
                     && (p.State == ProposalState.Suggested || p.State == ProposalState.Validated || p.State == ProposalState.Notified)).ToListAsync(ct))
        {
            proposal.Withdraw();
        }

        return (visits, [.. series.Select(s => s.BeneficiaryId).Distinct()]);
    }
}
