using Microsoft.EntityFrameworkCore;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Requests.Series;

/// <summary>One side of a series says whether to go on. Two yes close the question; a no goes to whoever is on duty: a person ends a series, no machine does.</summary>
public sealed class AnswerSeriesReview(TisserandDb db, TimeProvider time, Attention attention)
{
    private const string Act = "answer_review";

    /// <returns>False when this person is no side of the series.</returns>
    public Task<bool> RunAsync(RecurringNeedId id, PersonId who, bool goOn, CancellationToken ct) =>
        db.DecideAsync(async () =>
        {
            var sides = await db.RecurringNeeds.Where(s => s.Id == id)
                .Select(s => new
                {
                    s.TerritoryId, s.BeneficiaryId, s.MainVolunteerId,
                    Helped = s.Beneficiary.PersonId,
                    Helper = db.Volunteers.Where(v => v.Id == s.MainVolunteerId).Select(v => (PersonId?)v.PersonId).FirstOrDefault(),
                }).SingleOrDefaultAsync(ct);
            if (sides is null || (who != sides.Helped && who != sides.Helper)) return false;

            var now = time.Now();
            db.Add(new AuditLine(Act, "series", id.Value, goOn ? "GoesOn" : "Stops", Actor.Of(who), now));
            if (!goOn)
            {
                await attention.RaiseAsync(sides.TerritoryId, AttentionReasons.SeriesStopWished, $"series-stop/{id.Value:N}", now,
                    volunteer: sides.MainVolunteerId, beneficiary: sides.BeneficiaryId, ct: ct);
                return true;
            }

            var other = who == sides.Helped ? sides.Helper : sides.Helped;
            var asked = await db.AttentionItems.Where(a => a.Key == KeyOf(id) && a.DoneAt == null).Select(a => (NodaTime.Instant?)a.Since).SingleOrDefaultAsync(ct);
            var otherId = other?.Value;
            if (asked is not null && await db.AuditLines.AnyAsync(a => a.Subject == id.Value && a.Act == Act && a.Outcome == "GoesOn" && a.ActorId == otherId && a.At >= asked, ct))
                await attention.SettleAsync(KeyOf(id), now, ct);
            return true;
        }, ct);

    internal static string KeyOf(RecurringNeedId id) => $"series-review/{id.Value:N}";
}
