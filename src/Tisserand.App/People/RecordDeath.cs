using Microsoft.EntityFrameworkCore;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
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
public sealed class RecordDeath(TisserandDb db, TimeProvider time, Farewell farewell, Attention attention)
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

            await farewell.HushAsync(id, ct);
            HashSet<VolunteerId> volunteers = [];
            HashSet<BeneficiaryId> beneficiaries = [];
            if (helped is not null)
            {
                var (freed, ofSeries) = await farewell.OfBeneficiaryAsync(helped, EndReason.Deceased, VisitEndReasons.Death, by, now, ct);
                volunteers = [.. freed.Select(v => v.VolunteerId), .. ofSeries];
            }
            if (helper is not null)
            {
                var (reopened, ofSeries) = await farewell.OfVolunteerAsync(helper, VisitEndReasons.Death, by, now, ct);
                beneficiaries = [.. reopened.Select(v => v.BeneficiaryId), .. ofSeries];
            }
            volunteers.Remove(helper?.Id ?? default);
            beneficiaries.Remove(helped?.Id ?? default);

            foreach (var volunteer in volunteers)
                await attention.RaiseAsync(helped!.TerritoryId, AttentionReasons.DeathToTell, $"death/{id.Value:N}/v{volunteer.Value:N}", now, volunteer: volunteer, ct: ct);
            foreach (var beneficiary in beneficiaries)
                await attention.RaiseAsync(helper!.TerritoryId, AttentionReasons.DeathToTell, $"death/{id.Value:N}/b{beneficiary.Value:N}", now, beneficiary: beneficiary, ct: ct);
            db.Add(new AuditLine("death", "person", id.Value, "Recorded", by, now));
            return new DeathOutcome.Recorded(volunteers.Count + beneficiaries.Count);
        }, () => new DeathOutcome.Busy(), ct);
}
