using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Beneficiaries;

/// <summary>What a pause led to.</summary>
public abstract record PauseOutcome
{
    private PauseOutcome() { }

    /// <param name="Requests">Ended with it; they come back if she does.</param>
    /// <param name="Visits">Cancelled; their volunteers are free and told.</param>
    public sealed record Paused(BeneficiaryPauseId Pause, int Requests, int Visits) : PauseOutcome;

    public sealed record Refused(IReadOnlyList<FieldError> Errors) : PauseOutcome;

    public sealed record NotPossible(PersonState State) : PauseOutcome;

    public sealed record NotFound : PauseOutcome;

    public sealed record Busy : PauseOutcome;
}

/// <summary>A beneficiary is away: her requests and visits rest, her series stay. Said again, it makes the present pause longer or shorter.</summary>
public sealed class PauseBeneficiary(TisserandDb db, TimeProvider time, IdSource ids, RequestEnding ending, RequestNews news)
{
    /// <param name="id">Who is away.</param>
    /// <param name="from">First day away.</param>
    /// <param name="until">Last day away; null = not known yet.</param>
    /// <param name="reason">In words; encrypted, and told to nobody.</param>
    /// <param name="by">The coordinator, or herself.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<PauseOutcome> RunAsync(BeneficiaryId id, LocalDate from, LocalDate? until, string? reason, Actor by, CancellationToken ct) =>
        db.DecideAsync<PauseOutcome>(async () =>
        {
            var now = time.Now();
            if (until < from) return new PauseOutcome.Refused([new("until", FieldProblem.EndBeforeBeginning)]);
            if (until < now.LocalDay()) return new PauseOutcome.Refused([new("until", FieldProblem.TimePassed)]);
            var beneficiary = await db.Beneficiaries.Include(b => b.Pauses).SingleOrDefaultAsync(b => b.Id == id, ct);
            if (beneficiary is null) return new PauseOutcome.NotFound();
            if (beneficiary.State is PersonState.Left or PersonState.Deceased) return new PauseOutcome.NotPossible(beneficiary.State);

            var pause = beneficiary.Pauses.FirstOrDefault(p => p.Meets(from, until));
            if (pause is not null)
            {
                pause.Extends(until);
            }
            else
            {
                pause = new BeneficiaryPause(ids.New<BeneficiaryPauseId>(), id, from, until, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
                beneficiary.GoesAway(pause);
                db.Add(pause);
            }

            if (from <= now.LocalDay()) beneficiary.MoveTo(PersonState.Paused, now);
            var resting = await InPauseAsync(id, from, until, ct);
            var freed = await ending.EndAsync(resting, new Ending(RequestState.Cancelled, EndReason.Pause, null, VisitEndReasons.Pause), by, now, ct);
            await news.CalledOffToVolunteersAsync(freed, ct);
            db.Add(new AuditLine("pause", "beneficiary", id.Value, "Paused", by, now));
            return new PauseOutcome.Paused(pause.Id, resting.Count, freed.Count);
        }, () => new PauseOutcome.Busy(), ct);

    /// <summary>Her requests that touch the pause. Drafts too: nobody is to call her about them now.</summary>
    private Task<List<HelpRequest>> InPauseAsync(BeneficiaryId id, LocalDate from, LocalDate? until, CancellationToken ct)
    {
        var first = from.StartInParis();
        var end = until?.PlusDays(1).StartInParis() ?? Instant.FromUtc(9999, 1, 1, 0, 0);
        return db.Whole().Alive().Where(r => r.BeneficiaryId == id && r.LatestStart >= first && r.EarliestStart < end).OrderBy(r => r.EarliestStart).ToListAsync(ct);
    }
}
