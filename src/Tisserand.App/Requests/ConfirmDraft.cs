using Microsoft.EntityFrameworkCore;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Requests;

/// <summary>What confirming a draft led to.</summary>
public abstract record ConfirmOutcome
{
    private ConfirmOutcome() { }

    public sealed record Opened(RequestIds Ids) : ConfirmOutcome;

    public sealed record Refused(IReadOnlyList<FieldError> Errors) : ConfirmOutcome;

    public sealed record NotADraft(RequestState State) : ConfirmOutcome;

    public sealed record NotFound : ConfirmOutcome;

    public sealed record Busy : ConfirmOutcome;
}

/// <summary>A coordinator has spoken with her, knows whose need it is, and opens it, both legs of a trip together.</summary>
public sealed class ConfirmDraft(TisserandDb db, TimeProvider time, NeedCatalogue needs)
{
    /// <param name="id">The draft.</param>
    /// <param name="beneficiaryId">Whose need it is; her file exists.</param>
    /// <param name="corrected">What the call changed, for a draft of one leg; null = as typed.</param>
    /// <param name="by">The coordinator.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<ConfirmOutcome> RunAsync(HelpRequestId id, BeneficiaryId beneficiaryId, NeedInput? corrected, Actor by, CancellationToken ct) =>
        db.DecideAsync<ConfirmOutcome>(async () =>
        {
            var drafts = await db.HelpRequests.Where(r => r.Id == id || r.OtherLegId == id).ToListAsync(ct);
            if (drafts.SingleOrDefault(r => r.Id == id) is not { } draft) return new ConfirmOutcome.NotFound();
            if (draft.State != RequestState.Draft) return new ConfirmOutcome.NotADraft(draft.State);
            var beneficiary = await db.Beneficiaries.Include(b => b.Person).Include(b => b.Pauses).AsSplitQuery().SingleOrDefaultAsync(b => b.Id == beneficiaryId, ct);
            if (beneficiary is null) return new ConfirmOutcome.Refused([new("beneficiary", FieldProblem.UnknownPerson)]);
            if (beneficiary.State is Volunteers.PersonState.Left or Volunteers.PersonState.Deceased)
                return new ConfirmOutcome.Refused([new("beneficiary", FieldProblem.FileClosed)]);

            var now = time.Now();
            if (corrected is not null && drafts.Count == 1)
            {
                var reading = NeedReading.Of(corrected, await needs.CurrentAsync(ct), NewRequests.HomeOf(beneficiary), now);
                if (reading is NeedReading.Refused refused) return new ConfirmOutcome.Refused(refused.Errors);
                var legs = ((NeedReading.Read)reading).Legs;
                if (NewRequests.Obstacles(beneficiary, legs).ToList() is { Count: > 0 } obstacles) return new ConfirmOutcome.Refused(obstacles);
                if (legs.Count > 1) return new ConfirmOutcome.Refused([new("trip", FieldProblem.OutOfRange)]);
                draft.IsOfType(legs[0].Type.Code);
                legs[0].WriteOn(draft, null);
            }

            if (draft.LatestStart <= now) return new ConfirmOutcome.Refused([new("time", FieldProblem.TimePassed)]);
            foreach (var leg in drafts.Where(d => d.State == RequestState.Draft))
            {
                leg.BelongsTo(beneficiary);
                leg.Open(now);
                db.Add(new AuditLine("confirm", "request", leg.Id.Value, "Opened", by, now));
            }

            var opened = drafts.Select(d => (HelpRequestId?)d.Id).ToList();
            foreach (var item in await db.AttentionItems.Where(a => opened.Contains(a.RequestId) && a.DoneAt == null).ToListAsync(ct)) item.Done(now);
            return new ConfirmOutcome.Opened(new RequestIds(id, drafts.FirstOrDefault(d => d.Id != id)?.Id));
        }, () => new ConfirmOutcome.Busy(), ct);
}
