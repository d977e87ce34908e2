using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Learning;
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
public sealed class ConfirmDraft(TisserandDb db, TimeProvider time, NeedCatalogue needs, KeepCorrection corrections)
{
    /// <param name="id">The draft.</param>
    /// <param name="beneficiaryId">Whose need it is; her file exists.</param>
    /// <param name="corrected">What the call changed, both legs of a trip together; null = as typed.</param>
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
            var (said, filled) = (draft.Text, draft.NeedType);
            if (corrected is not null)
            {
                var reading = NeedReading.Of(corrected, await needs.CurrentAsync(ct), NewRequests.HomeOf(beneficiary), now);
                if (reading is NeedReading.Refused refused) return new ConfirmOutcome.Refused(refused.Errors);
                var legs = ((NeedReading.Read)reading).Legs;
                if (NewRequests.Obstacles(beneficiary, legs).ToList() is { Count: > 0 } obstacles) return new ConfirmOutcome.Refused(obstacles);
                Correct(drafts, draft, legs, now);
            }

            var confirmed = drafts.Where(d => d.State == RequestState.Draft).ToList();
            if (confirmed.Exists(d => d.LatestStart <= now)) return new ConfirmOutcome.Refused([new("time", FieldProblem.TimePassed)]);
            foreach (var leg in confirmed)
            {
                leg.BelongsTo(beneficiary);
                leg.Open(now);
                db.Add(new AuditLine("confirm", "request", leg.Id.Value, "Opened", by, now));
            }

            await corrections.AddAsync(draft, beneficiary.PersonId, said, filled, now, ct);
            var opened = drafts.Select(d => (HelpRequestId?)d.Id).ToList();
            foreach (var item in await db.AttentionItems.Where(a => opened.Contains(a.RequestId) && a.DoneAt == null).ToListAsync(ct)) item.Done(now);
            return new ConfirmOutcome.Opened(new RequestIds(id, confirmed.FirstOrDefault(d => d.Id != id)?.Id));
        }, () => new ConfirmOutcome.Busy(), ct);

    /// <summary>The call may show that she comes back another way: one leg becomes two, or two become one.</summary>
    private void Correct(List<HelpRequest> drafts, HelpRequest draft, IReadOnlyList<NeedLeg> legs, Instant now)
    {
        var other = drafts.Find(d => d != draft);
        if (legs.Count == 1)
        {
            Write(draft, legs[0], null);
            other?.End(RequestState.Cancelled, EndReason.NoLongerWanted, null, now);
            return;
        }

        if (other is null)
        {
            other = new HelpRequest(LegIds.ReturnOf(draft.Id), draft.TerritoryId, draft.BeneficiaryId, legs[1].Type.Code, draft.Source, draft.CreatedAt);
            db.Add(other);
            drafts.Add(other);
        }

        var (outward, back) = draft.Trip == TripKind.ReturnLeg ? (other, draft) : (draft, other);
        Write(outward, legs[0], back.Id);
        Write(back, legs[1], outward.Id);
        if (other.State == RequestState.Cancelled) other.Resume(now);        // refused before the call, wanted in it
    }

    private static void Write(HelpRequest request, NeedLeg leg, HelpRequestId? other)
    {
        if (request.State is not (RequestState.Draft or RequestState.Cancelled)) return;
        request.IsOfType(leg.Type.Code);
        leg.WriteOn(request, other);
    }
}
