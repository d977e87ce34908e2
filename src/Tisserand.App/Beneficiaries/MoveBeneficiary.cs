using Microsoft.EntityFrameworkCore;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Beneficiaries;

/// <summary>Moves a beneficiary's file through its life. What ends her requests as well has acts of its own: <see cref="RecordDeparture"/>, <see cref="RecordDeath"/>.</summary>
public sealed class MoveBeneficiary(TisserandDb db, TimeProvider time)
{
    public Task<SaveOutcome<BeneficiaryId>> RunAsync(BeneficiaryId id, PersonState next, Actor by, CancellationToken ct) =>
        db.DecideAsync<SaveOutcome<BeneficiaryId>>(async () =>
        {
            var beneficiary = await db.Beneficiaries.SingleOrDefaultAsync(b => b.Id == id, ct);
            if (beneficiary is null) return new SaveOutcome<BeneficiaryId>.NotFound();
            var now = time.Now();
            if (next is PersonState.Left or PersonState.Deceased || (beneficiary.State != next && !beneficiary.MoveTo(next, now))) return new SaveOutcome<BeneficiaryId>.Refused([new("State", "not_from_here")]);
            db.Add(new AuditLine("move", "beneficiary", id.Value, next.ToString(), by, now));
            return new SaveOutcome<BeneficiaryId>.Saved(id);
        }, () => new SaveOutcome<BeneficiaryId>.Busy(), ct);
}
