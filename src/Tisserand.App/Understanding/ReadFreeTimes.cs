using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.France;
using Tisserand.Language;

namespace Tisserand.App.Understanding;

/// <summary>When somebody is free, as she wrote it; nothing of it is stored.</summary>
/// <param name="Hours">In the notation; null when nothing can be read, and then there is a question.</param>
/// <param name="From">First day; null since ever.</param>
/// <param name="Until">Last day; null for ever.</param>
/// <param name="IsSure">Nothing is left to ask.</param>
/// <param name="NextWeek">What it means in the seven days from next Monday.</param>
public sealed record FreeTimesRead(
    OpeningHours? Hours, LocalDate? From, LocalDate? Until, bool IsSure, IReadOnlyList<QuestionRead> Questions, IReadOnlyList<(LocalDate Day, IReadOnlyList<(LocalTime From, LocalTime Until)> Free)> NextWeek);

/// <summary>Reads « lundi et jeudi matin sauf vacances » with the holidays of where she lives.</summary>
public sealed class ReadFreeTimes(TisserandDb db, TimeProvider time, Calendars calendars)
{
    /// <returns>Null where there is no such volunteer.</returns>
    public async Task<FreeTimesRead?> RunAsync(VolunteerId volunteer, string text, CancellationToken ct)
    {
        if (await db.Volunteers.Where(v => v.Id == volunteer).Select(v => v.Person.Insee).SingleOrDefaultAsync(ct) is not { } insee) return null;
        var today = time.Now().LocalDay();
        var calendar = await calendars.OfCommuneAsync(insee, ct);
        var found = FreeTimes.Read(ReadText.From(text), today, calendar);
        var monday = today.With(DateAdjusters.Next(IsoDayOfWeek.Monday));
        return new FreeTimesRead(found.Hours, found.From, found.Until?.PlusDays(-1), !found.Assumed && found.Questions.Count == 0,
            [.. found.Questions.Select(SaidQuestions.Of)],
            found.Hours is null ? [] : [.. Enumerable.Range(0, 7).Select(i => Day(found, monday.PlusDays(i), calendar))]);
    }

    private static (LocalDate, IReadOnlyList<(LocalTime, LocalTime)>) Day(FreeTimesFound found, LocalDate day, FrenchCalendar calendar) =>
        (day, day < found.From || day >= found.Until ? [] : [.. found.Hours!.Intervals(day, day, calendar, Calendars.Paris)
            .Select(i => (i.Start.InZone(Calendars.Paris).TimeOfDay, i.End.InZone(Calendars.Paris).TimeOfDay))]);
}
