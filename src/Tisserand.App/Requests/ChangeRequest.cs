using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Requests;

/// <summary>What changing a request led to.</summary>
public abstract record ChangeOutcome
{
    private ChangeOutcome() { }

    public sealed record Changed(ChangedVisits Visits) : ChangeOutcome;

    public sealed record Refused(IReadOnlyList<FieldError> Errors) : ChangeOutcome;

    public sealed record AlreadyEnded(RequestState State) : ChangeOutcome;

    public sealed record NotFound : ChangeOutcome;

    public sealed record Busy : ChangeOutcome;
}

/// <summary>The need moved, or wants more or fewer people. What that does to agreed visits is said at <see cref="NeedChange"/>.</summary>
public sealed class ChangeRequest(TisserandDb db, TimeProvider time, NeedChange changing)
{
    public Task<ChangeOutcome> RunAsync(HelpRequestId id, RequestChange change, Actor by, CancellationToken ct) =>
        db.DecideAsync<ChangeOutcome>(async () =>
        {
            if (await db.Whole().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request) return new ChangeOutcome.NotFound();
            if (!request.IsAlive) return new ChangeOutcome.AlreadyEnded(request.State);
            var now = time.Now();
            var errors = NeedChange.Check(request, change, now, out var newTime);
            return errors.Count > 0
                ? new ChangeOutcome.Refused(errors)
                : new ChangeOutcome.Changed(await changing.ApplyAsync(request, change, newTime, by, now, ct));
        }, () => new ChangeOutcome.Busy(), ct);
}
