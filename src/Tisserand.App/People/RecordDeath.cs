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

/// <summary>What recording a death led to.</summary>
public abstract record DeathOutcome
{
    private DeathOutcome() { }

    /// <param name="ToCall">How many people are to be told, each by a human voice.</param>
    public sealed record Recorded(int ToCall) : DeathOutcome;

    /// <summary>It was recorded before.</summary>
    public sealed record AlreadyRecorded : DeathOutcome;

    public sealed record NotFound : DeathOutcome;

    public sealed record Busy : DeathOutcome;
}

/// <summary>A person has died, volunteer or beneficiary or both. Every message to her, or about visits with her, stops at once; no machine tells
/// anybody: each person concerned stands on the list of whoever is on duty, to be called.</summary>
public sealed class RecordDeath(TisserandDb db, TimeProvider time, RequestEnding ending, TakingBack takingBack, Attention attention)
{
    public Task<DeathOutcome> RunAsync(PersonId id, Actor by, CancellationToken ct) =>
        db.DecideAsync<DeathOutcome>(async () =>
        {
            var now = time.Now();
            var helped = await db.Beneficiaries.SingleOrDefaultAsync(b => b.PersonId == id, ct);
            var helper = await db.Volunteers.SingleOrDefaultAsync(v => v.PersonId == id, ct);
            if (helped is null && helper is null) return new DeathOutcome.NotFound();
            var recorded = (helped?.MoveTo(PersonState.Deceased, now) ?? false) | (helper?.MoveTo(PersonState.Deceased, now) ?? false);
            if (!recorded) return new DeathOutcome.AlreadyRecorded();

            foreach (var message in await db.OutgoingMessages.Where(m => m.PersonId == id && (m.State == MessageState.Waiting || m.State == MessageState.Sending)).ToListAsync(ct))
                message.Expire();
            var volunteers = helped is null ? [] : await NobodyIsHelpedAsync(helped, by, now, ct);
            var beneficiaries = helper is null ? [] : await NobodyHelpsAsync(helper, by, now, ct);
            volunteers.Remove(helper?.Id ?? default);
            beneficiaries.Remove(helped?.Id ?? default);

            foreach (var volunteer in volunteers)
                await attention.RaiseAsync(helped!.TerritoryId, AttentionReasons.DeathToTell, $"death/{id.Value:N}/v{volunteer.Value:N}", now, volunteer: volunteer, ct: ct);
            foreach (var beneficiary in beneficiaries)
                await attention.RaiseAsync(helper!.TerritoryId, AttentionReasons.DeathToTell, $"death/{id.Value:N}/b{beneficiary.Value:N}", now, beneficiary: beneficiary, ct: ct);
            db.Add(new AuditLine("death", "person", id.Value, "Recorded", by, now));
            return new DeathOutcome.Recorded(volunteers.Count + beneficiaries.Count);
        }, () => new DeathOutcome.Busy(), ct);

    /// <returns>The volunteers to call: who was to come, and the two of each of her series.</returns>
    private async Task<HashSet<VolunteerId>> NobodyIsHelpedAsync(Beneficiary helped, Actor by, Instant now, CancellationToken ct)
    {
        var alive = await db.Whole().Alive().Where(r => r.BeneficiaryId == helped.Id).ToListAsync(ct);
        var freed = await ending.EndAsync(alive, new Ending(RequestState.Cancelled, EndReason.Deceased, null, VisitEndReasons.Death), by, now, ct);
        var toCall = freed.Select(v => v.VolunteerId).ToHashSet();
        foreach (var series in await db.RecurringNeeds.Where(s => s.BeneficiaryId == helped.Id && s.State != SeriesState.Ended).ToListAsync(ct))
        {
            series.EndsAfter(now.LocalDay());
            toCall.UnionWith(new[] { series.MainVolunteerId, series.SecondVolunteerId }.OfType<VolunteerId>());
        }

        return toCall;
    }

    /// <returns>The beneficiaries to call: whom she was to visit, and those of her series.</returns>
    private async Task<HashSet<BeneficiaryId>> NobodyHelpsAsync(Volunteer helper, Actor by, Instant now, CancellationToken ct)
    {
        var series = await db.RecurringNeeds.Where(s => s.State != SeriesState.Ended && (s.MainVolunteerId == helper.Id || s.SecondVolunteerId == helper.Id)).ToListAsync(ct);
        foreach (var one in series)
        {
            if (one.MainVolunteerId == helper.Id) one.HasMain(null, null);
            if (one.SecondVolunteerId == helper.Id) one.HasSecond(null);
        }

        var requests = await db.Whole().Where(r => r.Visits.Any(v => v.VolunteerId == helper.Id && v.State == VisitState.Planned)).ToListAsync(ct);
        var visits = requests.SelectMany(r => r.Visits).Where(v => v.VolunteerId == helper.Id && v.IsPlanned).ToList();
        await takingBack.ApplyAsync(visits, VisitEndReasons.Death, null, by, now, ct);
        foreach (var proposal in await db.Proposals.Include(p => p.Request).Where(p => p.VolunteerId == helper.Id
                     && (p.State == ProposalState.Suggested || p.State == ProposalState.Validated || p.State == ProposalState.Notified)).ToListAsync(ct))
        {
            proposal.Withdraw();
        }

        return [.. visits.Select(v => v.BeneficiaryId), .. series.Select(s => s.BeneficiaryId)];
    }
}
