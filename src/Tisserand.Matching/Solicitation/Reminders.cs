using NodaTime;

namespace Tisserand.Matching.Solicitation;

/// <summary>How a person is reached, as far as reminders go.</summary>
public enum ReachedBy { Text, Landline }

public enum ReminderKind { EveningBefore, HoursBefore, CallBefore }

public readonly record struct Reminder(ReminderKind Kind, Instant DueAt);

/// <summary>What decides of the reminders of one agreed visit for one person.</summary>
/// <param name="VisitStart">When the visit begins.</param>
/// <param name="AgreedAt">When it was agreed: it was said then, so nothing due earlier is repeated.</param>
/// <param name="By">How the person is reached.</param>
/// <param name="MeetingsBefore">Visits these two have already had; 0 = a first visit.</param>
/// <param name="IsMedical">A medical appointment depends on it.</param>
/// <param name="AreWanted">The person wants reminders however well she knows the way.</param>
public sealed record ReminderFacts(
    Instant VisitStart, Instant AgreedAt, ReachedBy By, int MeetingsBefore, bool IsMedical = false, bool AreWanted = false);

/// <summary>Starting values of reminders.</summary>
public sealed record ReminderOptions
{
    public static ReminderOptions Default { get; } = new();

    /// <summary>Local time of the evening reminder.</summary>
    public LocalTime Evening { get; init; } = new(18, 0);

    /// <summary>Local time of the call on the preceding working day.</summary>
    public LocalTime Call { get; init; } = new(10, 0);

    /// <summary>How long before the visit the last reminder leaves.</summary>
    public Duration Before { get; init; } = Duration.FromHours(2);

    /// <summary>Local time before which no reminder leaves.</summary>
    public LocalTime NeverBefore { get; init; } = new(7, 0);

    /// <summary>Meetings after which reminders are off unless wanted.</summary>
    public int MeetingsUntilOff { get; init; } = 3;
}

/// <summary>When a person is reminded of an agreed visit: twice at most, never a third time.</summary>
public static class Reminders
{
    /// <summary>Due instants, earliest first; at most two, all after the agreement and before the visit.</summary>
    /// <param name="facts">The visit and the person.</param>
    /// <param name="zone">Zone in which hours are said.</param>
    /// <param name="isPublicHoliday">Which dates are public holidays there.</param>
    /// <param name="options">Starting values.</param>
    /// <remarks>By text: in the evening of the last day before that is neither a Sunday nor a public holiday, and two hours
    /// before, no earlier than 7:00. By landline the visit is said at the agreement, and only a first visit or a medical
    /// appointment is worth a call, on the preceding working day.</remarks>
    public static IReadOnlyList<Reminder> For(
        ReminderFacts facts, DateTimeZone zone, Func<LocalDate, bool> isPublicHoliday, ReminderOptions? options = null)
    {
        options ??= ReminderOptions.Default;
        var day = facts.VisitStart.InZone(zone).Date;
        IEnumerable<Reminder> planned = facts.By switch
        {
            ReachedBy.Landline => facts.MeetingsBefore == 0 || facts.IsMedical
                ? [new(ReminderKind.CallBefore, At(DayBefore(IsWorkingDay), options.Call))]
                : [],
            _ when facts.MeetingsBefore >= options.MeetingsUntilOff && !facts.AreWanted => [],
            _ => [
                new(ReminderKind.EveningBefore, At(DayBefore(IsWakingEvening), options.Evening)),
                new(ReminderKind.HoursBefore, Instant.Max(facts.VisitStart - options.Before, At(day, options.NeverBefore))),
            ],
        };
        return [.. planned.Where(r => r.DueAt > facts.AgreedAt && r.DueAt < facts.VisitStart)];

        Instant At(LocalDate date, LocalTime time) => zone.AtLeniently(date + time).ToInstant();
        bool IsWakingEvening(LocalDate date) => date.DayOfWeek != IsoDayOfWeek.Sunday && !isPublicHoliday(date);
        bool IsWorkingDay(LocalDate date) => date.DayOfWeek != IsoDayOfWeek.Saturday && IsWakingEvening(date);

        LocalDate DayBefore(Func<LocalDate, bool> counts)
        {
            var before = day.PlusDays(-1);
            while (!counts(before)) before = before.PlusDays(-1);
            return before;
        }
    }
}
