using Microsoft.EntityFrameworkCore;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Learning;
using Tisserand.App.NeedTypes;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Requests;

/// <summary>A call as a coordinator notes it, on one page.</summary>
/// <param name="Once">Identity of the form: sent twice, it makes one request.</param>
/// <param name="Beneficiary">Whose need it is; her file exists.</param>
/// <param name="ConsentWording">Version of the wording read aloud and agreed to; null when it was not asked this time.</param>
/// <param name="Reading">How her words had been read, against what is stored: the engine's version and the fields corrected, codes only.</param>
public sealed record CapturedCall(
    Guid Once, BeneficiaryId Beneficiary, NeedInput Need, string? ConsentWording = null, RequestSource Source = RequestSource.Phone, string? Reading = null);

/// <summary>What noting a call led to.</summary>
public abstract record CaptureOutcome
{
    private CaptureOutcome() { }

    public sealed record Captured(RequestIds Ids) : CaptureOutcome;

    /// <summary>Nothing was stored; every field that is wrong, and why.</summary>
    public sealed record Refused(IReadOnlyList<FieldError> Errors) : CaptureOutcome;

    public sealed record Busy : CaptureOutcome;
}

/// <summary>Notes a need told by telephone or on paper: it is open at once, and its list is to be validated.</summary>
public sealed class CaptureRequest(TisserandDb db, TimeProvider time, IdSource ids, NeedCatalogue needs, NewRequests made, KeepCorrection corrections)
{
    public Task<CaptureOutcome> RunAsync(CapturedCall call, Actor by, CancellationToken ct) =>
        db.DecideAsync<CaptureOutcome>(async () =>
        {
            if (await made.MadeByAsync(call.Once, ct) is { } already) return new CaptureOutcome.Captured(already);
            var beneficiary = await db.Beneficiaries.Include(b => b.Person).Include(b => b.Pauses).AsSplitQuery()
                .SingleOrDefaultAsync(b => b.Id == call.Beneficiary, ct);
            if (beneficiary is null) return new CaptureOutcome.Refused([new("beneficiary", FieldProblem.UnknownPerson)]);

            var now = time.Now();
            var reading = NeedReading.Of(call.Need, await needs.CurrentAsync(ct), NewRequests.HomeOf(beneficiary), now);
            if (reading is NeedReading.Refused refused) return new CaptureOutcome.Refused(refused.Errors);
            var legs = ((NeedReading.Read)reading).Legs;
            if (NewRequests.Obstacles(beneficiary, legs).ToList() is { Count: > 0 } obstacles) return new CaptureOutcome.Refused(obstacles);

            var requests = made.Add(call.Once, beneficiary.TerritoryId, beneficiary.Id, call.Source, legs, now);
            foreach (var request in requests)
            {
                request.Open(now);
                db.Add(new AuditLine("capture", "request", request.Id.Value, "Captured", by, now));
            }

            if (call.Reading is { } compared)
            {
                db.Add(new AuditLine("read", "request", requests[0].Id.Value, compared, by, now));
                await corrections.AddAsync(requests[0], beneficiary.PersonId, call.Need.Text, null, now, ct);
            }

            if (call.ConsentWording is { } wording)
                db.Add(new ConsentEntry(ids.New<ConsentEntryId>(), beneficiary.PersonId, "request", given: true, wording, "phone", by.Account, now));
            return new CaptureOutcome.Captured(new RequestIds(requests[0].Id, requests.Count > 1 ? requests[1].Id : null));
        }, () => new CaptureOutcome.Busy(), ct);
}
