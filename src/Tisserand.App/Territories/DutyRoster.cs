using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.France;

namespace Tisserand.App.Territories;

/// <summary>Who coordinates which territory when. "Goes to the coordinator" means whoever is on duty.</summary>
public sealed class DutyRoster(TisserandDb db, Calendars calendars)
{
    private const int DaysAhead = 14;

    /// <summary>Coordinators on duty at an instant: those who stand in or have regular hours and are not away; out of hours, who is on call.</summary>
    public async Task<IReadOnlyList<AccountId>> OnDutyAsync(TerritoryId territory, Instant at, CancellationToken ct)
    {
        var shifts = await db.DutyShifts.AsNoTracking().Where(s => s.TerritoryId == territory).ToListAsync(ct);
        var calendar = await calendars.OfAsync(territory, ct);
        var day = at.LocalDay();
        var away = shifts.Where(s => s.Kind == DutyKind.Away && IsOn(s, day)).Select(s => s.AccountId).ToHashSet();
        IReadOnlyList<AccountId> Of(params DutyKind[] kinds) =>
            [.. shifts.Where(s => kinds.Contains(s.Kind) && !away.Contains(s.AccountId) && Covers(s, day, at, calendar)).Select(s => s.AccountId).Distinct()];
        var present = Of(DutyKind.Regular, DutyKind.StandIn);
        return present.Count > 0 ? present : Of(DutyKind.OnCall);
    }

    /// <summary>Hours in which somebody is on duty between two days, for delays counted in duty time.</summary>
    public async Task<IReadOnlyList<Interval>> HoursAsync(TerritoryId territory, LocalDate first, LocalDate last, CancellationToken ct)
    {
        var shifts = await db.DutyShifts.AsNoTracking().Where(s => s.TerritoryId == territory).ToListAsync(ct);
        var calendar = await calendars.OfAsync(territory, ct);
        var hours = new List<Interval>();
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            var away = shifts.Where(s => s.Kind == DutyKind.Away && IsOn(s, day)).Select(s => s.AccountId).ToHashSet();
            foreach (var shift in shifts.Where(s => s.Kind is DutyKind.Regular or DutyKind.StandIn && !away.Contains(s.AccountId) && IsOn(s, day)))
                hours.AddRange(Intervals(shift, day, calendar));
        }

        return Merged(hours);
    }

    /// <summary>When somebody is on duty next, as it is said; null when the roster says nothing of it.</summary>
    /// <param name="territory">Whose roster.</param>
    /// <param name="language">fr or en.</param>
    /// <param name="now">After that.</param>
    /// <param name="ct">Stops the look-up.</param>
    public async Task<string?> NextMomentAsync(TerritoryId territory, string language, Instant now, CancellationToken ct)
    {
        var today = now.LocalDay();
        var next = (await HoursAsync(territory, today, today.PlusDays(DaysAhead), ct)).Where(h => h.Start > now).Select(h => (Instant?)h.Start).Min();
        return next is not { } start ? null : language == "en" ? EnglishText.DateTime(start.Local()) : FrenchText.DateTime(start.Local());
    }

    private static bool IsOn(DutyShift shift, LocalDate day) => (shift.From is null || day >= shift.From) && (shift.Until is null || day <= shift.Until);

    private static bool Covers(DutyShift shift, LocalDate day, Instant at, FrenchCalendar calendar) =>
        IsOn(shift, day) && Intervals(shift, day, calendar).Any(i => i.Contains(at));

    private static IReadOnlyList<Interval> Intervals(DutyShift shift, LocalDate day, FrenchCalendar calendar) => shift.Hours.Length == 0
        ? [new Interval(day.StartInParis(), day.PlusDays(1).StartInParis())]
        : OpeningHours.Parse(shift.Hours) is OpeningHoursReading.Read read ? read.Value.Intervals(day, day, calendar, Calendars.Paris) : [];

    private static List<Interval> Merged(List<Interval> hours)
    {
        var merged = new List<Interval>();
        foreach (var next in hours.OrderBy(h => h.Start))
        {
            if (merged.Count > 0 && next.Start <= merged[^1].End)
                merged[^1] = new Interval(merged[^1].Start, Instant.Max(merged[^1].End, next.End));
            else
                merged.Add(next);
        }

        return merged;
    }
}

/// <summary>Writes one line of the roster.</summary>
public sealed class AddDuty(TisserandDb db, TimeProvider time, IdSource ids)
{
    public Task<SaveOutcome<DutyShiftId>> RunAsync(TerritoryId territory, AccountId coordinator, DutyKind kind, string hours, LocalDate? from, LocalDate? until, Actor by, CancellationToken ct) =>
        db.DecideAsync<SaveOutcome<DutyShiftId>>(async () =>
        {
            if (hours.Length > 0 && OpeningHours.Parse(hours) is OpeningHoursReading.Refused) return new SaveOutcome<DutyShiftId>.Refused([new("Hours", "hours")]);
            if (from > until) return new SaveOutcome<DutyShiftId>.Refused([new("Until", "before_start")]);
            if (!await db.Accounts.AnyAsync(a => a.Id == coordinator && a.Role == Role.Coordinator, ct)) return new SaveOutcome<DutyShiftId>.NotFound();
            var shift = new DutyShift(ids.New<DutyShiftId>(), territory, coordinator, kind, hours, from, until);
            db.Add(shift);
            db.Add(new AuditLine("duty", "account", coordinator.Value, kind.ToString(), by, time.Now()));
            return new SaveOutcome<DutyShiftId>.Saved(shift.Id);
        }, () => new SaveOutcome<DutyShiftId>.Busy(), ct);
}

/// <summary>Takes a line off the roster.</summary>
public sealed class RemoveDuty(TisserandDb db, TimeProvider time)
{
    public Task<SaveOutcome<DutyShiftId>> RunAsync(TerritoryId territory, DutyShiftId id, Actor by, CancellationToken ct) =>
        db.DecideAsync<SaveOutcome<DutyShiftId>>(async () =>
        {
            var shift = await db.DutyShifts.SingleOrDefaultAsync(s => s.Id == id && s.TerritoryId == territory, ct);
            if (shift is null) return new SaveOutcome<DutyShiftId>.NotFound();
            db.Remove(shift);
            db.Add(new AuditLine("duty-off", "account", shift.AccountId.Value, shift.Kind.ToString(), by, time.Now()));
            return new SaveOutcome<DutyShiftId>.Saved(id);
        }, () => new SaveOutcome<DutyShiftId>.Busy(), ct);
}

/// <summary>Sets from which confidence a list may be validated without a person, and how long that can be stopped.</summary>
public sealed class SetThreshold(TisserandDb db, TimeProvider time)
{
    /// <param name="id">The territory.</param>
    /// <param name="from">0.5 to 1; null = never.</param>
    /// <param name="graceMinutes">0 to 600.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<SaveOutcome<TerritoryId>> RunAsync(TerritoryId id, double? from, int graceMinutes, Actor by, CancellationToken ct) =>
        db.DecideAsync<SaveOutcome<TerritoryId>>(async () =>
        {
            if (from is < 0.5 or > 1) return new SaveOutcome<TerritoryId>.Refused([new("AutomaticFrom", "threshold_range")]);
            if (graceMinutes is < 0 or > 600) return new SaveOutcome<TerritoryId>.Refused([new("GraceMinutes", "grace_range")]);
            var territory = await db.Territories.SingleOrDefaultAsync(t => t.Id == id, ct);
            if (territory is null) return new SaveOutcome<TerritoryId>.NotFound();
            territory.DecideAutomatically(from, graceMinutes);
            db.Add(new AuditLine("threshold", "territory", id.Value, from?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) ?? "never", by, time.Now()));
            return new SaveOutcome<TerritoryId>.Saved(id);
        }, () => new SaveOutcome<TerritoryId>.Busy(), ct);
}
