using Microsoft.EntityFrameworkCore;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Beneficiaries;

/// <summary>Adds somebody who asks on a beneficiary's behalf, or is called when a door stays closed.</summary>
public sealed class AddCarer(TisserandDb db, TimeProvider time, IdSource ids, PersonWriter writer)
{
    public Task<SaveOutcome<CarerId>> RunAsync(BeneficiaryId id, PersonForm form, CarerKind kind, bool isReferent, bool isEmergency, Actor by, CancellationToken ct) =>
        db.DecideAsync<SaveOutcome<CarerId>>(async () =>
        {
            var now = time.Now();
            var beneficiary = await db.Beneficiaries.Include(b => b.Person).Include(b => b.Carers).SingleOrDefaultAsync(b => b.Id == id, ct);
            if (beneficiary is null) return new SaveOutcome<CarerId>.NotFound();
            var completed = form.Insee is null && string.IsNullOrWhiteSpace(form.Commune) && string.IsNullOrWhiteSpace(form.Postcode)
                ? form with { Insee = beneficiary.Person.Insee } : form;
            var read = PersonReader.Read(completed, contactWanted: true, now.LocalDay());
            if (read.Problems.Count > 0) return new SaveOutcome<CarerId>.Refused(read.Problems);

            var person = new Person(ids.New<PersonId>(), beneficiary.TerritoryId, "", "");
            person.OpenedAt(now);
            writer.Write(person, completed, read);
            var carer = new Carer(ids.New<CarerId>(), id, person, kind, isReferent, isEmergency);
            beneficiary.CaredForBy(carer);
            db.Add(carer);
            (await db.Territories.SingleAsync(t => t.Id == beneficiary.TerritoryId, ct)).PeopleChanged();
            db.Add(new AuditLine("add-carer", "beneficiary", id.Value, kind.ToString(), by, now));
            return new SaveOutcome<CarerId>.Saved(carer.Id);
        }, () => new SaveOutcome<CarerId>.Busy(), ct);
}

/// <summary>"Plus jamais ensemble": said by either side or by a coordinator. Said twice, it stands once.</summary>
public sealed class Exclude(TisserandDb db, TimeProvider time, IdSource ids)
{
    public Task<SaveOutcome<ExclusionId>> RunAsync(VolunteerId volunteer, BeneficiaryId beneficiary, ExcludedBy said, string? reason, Actor by, CancellationToken ct) =>
        db.DecideAsync<SaveOutcome<ExclusionId>>(async () =>
        {
            var known = await db.Exclusions.Where(e => e.VolunteerId == volunteer && e.BeneficiaryId == beneficiary).Select(e => (ExclusionId?)e.Id).FirstOrDefaultAsync(ct);
            if (known is { } already) return new SaveOutcome<ExclusionId>.Saved(already);
            if (!await db.Volunteers.AnyAsync(v => v.Id == volunteer, ct) || !await db.Beneficiaries.AnyAsync(b => b.Id == beneficiary, ct))
                return new SaveOutcome<ExclusionId>.NotFound();

            var now = time.Now();
            var exclusion = new Exclusion(ids.New<ExclusionId>(), volunteer, beneficiary, said, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), now);
            db.Add(exclusion);
            db.Add(new AuditLine("exclude", "beneficiary", beneficiary.Value, said.ToString(), by, now));
            return new SaveOutcome<ExclusionId>.Saved(exclusion.Id);
        }, () => new SaveOutcome<ExclusionId>.Busy(), ct);
}

/// <summary>Lifts an exclusion, when both sides wish it.</summary>
public sealed class LiftExclusion(TisserandDb db, TimeProvider time)
{
    public Task<SaveOutcome<ExclusionId>> RunAsync(ExclusionId id, Actor by, CancellationToken ct) =>
        db.DecideAsync<SaveOutcome<ExclusionId>>(async () =>
        {
            var exclusion = await db.Exclusions.SingleOrDefaultAsync(e => e.Id == id, ct);
            if (exclusion is null) return new SaveOutcome<ExclusionId>.NotFound();
            db.Remove(exclusion);
            db.Add(new AuditLine("lift-exclusion", "beneficiary", exclusion.BeneficiaryId.Value, "Lifted", by, time.Now()));
            return new SaveOutcome<ExclusionId>.Saved(id);
        }, () => new SaveOutcome<ExclusionId>.Busy(), ct);
}
