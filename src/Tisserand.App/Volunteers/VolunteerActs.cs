using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.France;

namespace Tisserand.App.Volunteers;

/// <summary>Moves a volunteer's file through its life: met, paused, back. What frees her visits as well has acts of its own: <see cref="RecordDeparture"/>, <see cref="RecordDeath"/>.</summary>
public sealed class MoveVolunteer(TisserandDb db, TimeProvider time)
{
    public Task<SaveOutcome<VolunteerId>> RunAsync(VolunteerId id, PersonState next, Actor by, CancellationToken ct) =>
        db.DecideAsync<SaveOutcome<VolunteerId>>(async () =>
        {
            var volunteer = await db.Volunteers.SingleOrDefaultAsync(v => v.Id == id, ct);
            if (volunteer is null) return new SaveOutcome<VolunteerId>.NotFound();
            var now = time.Now();
            if (next is PersonState.Left or PersonState.Deceased || (volunteer.State != next && !volunteer.MoveTo(next, now))) return new SaveOutcome<VolunteerId>.Refused([new("State", "not_from_here")]);
            db.Add(new AuditLine("move", "volunteer", id.Value, next.ToString(), by, now));
            return new SaveOutcome<VolunteerId>.Saved(id);
        }, () => new SaveOutcome<VolunteerId>.Busy(), ct);
}

/// <summary>Notes that a check was seen: kind, day, by whom, until when. Never the document.</summary>
public sealed class RecordCheck(TisserandDb db, TimeProvider time, IdSource ids, NeedCatalogue needs)
{
    public Task<SaveOutcome<VolunteerId>> RunAsync(VolunteerId id, string kind, LocalDate seenOn, LocalDate? validUntil, Actor by, CancellationToken ct) =>
        db.DecideAsync<SaveOutcome<VolunteerId>>(async () =>
        {
            var now = time.Now();
            if (!(await needs.CurrentAsync(ct)).Checks.Contains(kind)) return new SaveOutcome<VolunteerId>.Refused([new("Kind", "unknown_choice")]);
            if (seenOn > now.LocalDay()) return new SaveOutcome<VolunteerId>.Refused([new("SeenOn", "impossible")]);
            if (validUntil < seenOn) return new SaveOutcome<VolunteerId>.Refused([new("ValidUntil", "before_start")]);
            var volunteer = await db.Volunteers.Include(v => v.Checks).SingleOrDefaultAsync(v => v.Id == id, ct);
            if (volunteer is null) return new SaveOutcome<VolunteerId>.NotFound();
            var check = new VolunteerCheck(ids.New<VolunteerCheckId>(), id, kind, seenOn, by.Account, validUntil);
            volunteer.Passed(check);
            db.Add(check);
            db.Add(new AuditLine("check-seen", "volunteer", id.Value, kind, by, now));
            return new SaveOutcome<VolunteerId>.Saved(id);
        }, () => new SaveOutcome<VolunteerId>.Busy(), ct);
}

/// <summary>A volunteer changes when she is free, herself or through a coordinator.</summary>
public sealed class ChangeAvailability(TisserandDb db, TimeProvider time)
{
    public Task<SaveOutcome<VolunteerId>> RunAsync(VolunteerId id, string hours, LocalDate? from, LocalDate? until, LocalDate? everyOtherWeekFrom, Actor by, CancellationToken ct) =>
        db.DecideAsync<SaveOutcome<VolunteerId>>(async () =>
        {
            if (hours.Length > 0 && OpeningHours.Parse(hours) is OpeningHoursReading.Refused) return new SaveOutcome<VolunteerId>.Refused([new("Hours", "hours")]);
            if (from > until) return new SaveOutcome<VolunteerId>.Refused([new("HoursUntil", "before_start")]);
            var volunteer = await db.Volunteers.SingleOrDefaultAsync(v => v.Id == id, ct);
            if (volunteer is null) return new SaveOutcome<VolunteerId>.NotFound();
            volunteer.IsAvailable(hours, from, until, everyOtherWeekFrom);
            db.Add(new AuditLine("availability", "volunteer", id.Value, "Saved", by, time.Now()));
            return new SaveOutcome<VolunteerId>.Saved(id);
        }, () => new SaveOutcome<VolunteerId>.Busy(), ct);
}
