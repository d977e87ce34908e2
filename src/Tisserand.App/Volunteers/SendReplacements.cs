using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Volunteers;

/// <summary>Validates the ordered list of one request; false when it can no longer be.</summary>
public delegate Task<bool> ValidateOrderedList(HelpRequestId request, IReadOnlyList<VolunteerId> ordered, Actor by, CancellationToken ct);

/// <summary>A tick of the screen: whom to ask for which request, the first first.</summary>
public sealed record Replacement(HelpRequestId Request, IReadOnlyList<VolunteerId> Ordered);

/// <summary>What was sent.</summary>
/// <param name="Asked">Requests whose list is validated.</param>
/// <param name="NotAsked">Requests that changed meanwhile: taken, ended, or nobody eligible any more.</param>
public sealed record SentReplacements(IReadOnlyList<HelpRequestId> Asked, IReadOnlyList<HelpRequestId> NotAsked);

/// <summary>The coordinator has ticked the screen of an absence, and sends once. Each request is a transaction of its own: what changed meanwhile
/// stops none of the others.</summary>
public sealed class SendReplacements(TisserandDb db, TimeProvider time, Attention attention, ValidateOrderedList validate)
{
    public async Task<SentReplacements> RunAsync(VolunteerAbsenceId absence, IReadOnlyList<Replacement> ticked, Actor by, CancellationToken ct)
    {
        List<HelpRequestId> asked = [], not = [];
        foreach (var one in ticked.Where(t => t.Ordered.Count > 0).DistinctBy(t => t.Request))
            (await validate(one.Request, one.Ordered, by, ct) ? asked : not).Add(one.Request);

        if (not.Count == 0)
        {
            await db.DecideAsync(async () =>
            {
                var now = time.Now();
                await attention.SettleAsync(RecordAbsence.KeyOf(absence), now, ct);
                db.Add(new AuditLine("send_replacements", "absence", absence.Value, "Sent", by, now));
                return true;
            }, ct);
        }

        return new SentReplacements(asked, not);
    }
}
