using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.People;

/// <summary>What recording a departure led to.</summary>
public abstract record DepartureOutcome
{
    private DepartureOutcome() { }

    /// <param name="Visits">How many planned visits were freed; the other side of each is told.</param>
    public sealed record Recorded(int Visits) : DepartureOutcome;

    /// <summary>She has left already, or can no longer leave.</summary>
    public sealed record NotPossible : DepartureOutcome;

    public sealed record NotFound : DepartureOutcome;

    public sealed record Busy : DepartureOutcome;
}

/// <summary>A person leaves the cooperative (moves house, enters a home, no longer wishes to): her requests end or her visits wait for somebody
/// else, her series end or lose her, and everybody concerned is told. The file stays until its retention is over, and she may come back.</summary>
public sealed class RecordDeparture(TisserandDb db, TimeProvider time, Farewell farewell, RequestNews news)
{
    public Task<DepartureOutcome> RunAsync(PersonId id, Actor by, CancellationToken ct) =>
        db.DecideAsync<DepartureOutcome>(async () =>
        {
            var now = time.Now();
            var helped = await db.Beneficiaries.SingleOrDefaultAsync(b => b.PersonId == id, ct);
            var helper = await db.Volunteers.SingleOrDefaultAsync(v => v.PersonId == id, ct);
            if (helped is null && helper is null) return new DepartureOutcome.NotFound();
            var isHelped = helped?.MoveTo(PersonState.Left, now) ?? false;
            var isHelper = helper?.MoveTo(PersonState.Left, now) ?? false;
            if (!isHelped && !isHelper) return new DepartureOutcome.NotPossible();

            await farewell.HushAsync(id, ct);
            var visits = 0;
            if (isHelped)
            {
                var (freed, _) = await farewell.OfBeneficiaryAsync(helped!, EndReason.PersonLeft, VisitEndReasons.Left, by, now, ct);
                await news.CalledOffToVolunteersAsync(freed, ct);
                visits += freed.Count;
            }
            if (isHelper)
            {
                var (reopened, _) = await farewell.OfVolunteerAsync(helper!, VisitEndReasons.Left, by, now, ct);
                await news.CalledOffToBeneficiariesAsync(reopened, weLook: true, ct);
                visits += reopened.Count;
            }

            db.Add(new AuditLine("departure", "person", id.Value, "Recorded", by, now));
            return new DepartureOutcome.Recorded(visits);
        }, () => new DepartureOutcome.Busy(), ct);
}
