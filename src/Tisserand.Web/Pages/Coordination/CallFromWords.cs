using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Understanding;
using Tisserand.France;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Her words, read, as values of the call's fields: what a coordinator would have typed.</summary>
internal static class CallFromWords
{
    private const string Care = "transport.medical";

    /// <param name="homeInsee">Where the person lives, when her file is known.</param>
    public static Dictionary<string, string> Of(WordsRead read, bool isKnown, string? homeInsee)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!isKnown) Who(read.Persons, fields);
        if (read.Asked is not [var need, ..]) return fields;

        if (need.Type is { } type) fields[nameof(CallForm.Need)] = type;
        if (read.IsUrgent) fields[nameof(CallForm.Urgent)] = "true";
        if (need.Rhythm is { } rhythm) Rhythm(rhythm, read.At, fields);
        else if (need.Times.Count > 0 && need.Times[0].Settled is { } time) Add(fields, Time(time));
        Places(need, isKnown, homeInsee, fields);
        return fields;
    }

    /// <summary>One reading of a time: day, hour or span, appointment.</summary>
    public static Dictionary<string, string> Time(TimeRead time)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (time.Wanted is WantedTime.Appointment at)
        {
            (fields[nameof(CallForm.Day)], fields[nameof(CallForm.Appointment)]) = (Ages.Day(at.Hour.Date), Ages.Hour(at.Hour.TimeOfDay));
            return fields;
        }
        fields[nameof(CallForm.Day)] = Ages.Day(time.FirstDay);
        if (time.LastDay != time.FirstDay) fields[nameof(CallForm.LastDay)] = Ages.Day(time.LastDay);
        if (!time.SaysHour) return fields;
        fields[nameof(CallForm.From)] = Ages.Hour(time.Kind == TimeKind.Deadline ? FullMinutes(time.Start.TimeOfDay) : time.Start.TimeOfDay);
        if (time.Kind is TimeKind.Span or TimeKind.Deadline && time.End.TimeOfDay != LocalTime.Midnight) fields[nameof(CallForm.Until)] = Ages.Hour(time.End.TimeOfDay);
        return fields;
    }

    /// <summary>« Redon 35600 »: understood again as the same commune.</summary>
    public static string Say(Commune commune) => commune.Postcodes.Count > 0 ? $"{commune.Name} {commune.Postcodes[0]}" : commune.Name;

    private static void Who(PersonsRead persons, Dictionary<string, string> fields)
    {
        if (persons.HerName is { } name)
        {
            if (name.First.Length > 0) fields[nameof(CallForm.FirstName)] = name.First;
            if (name.Last.Length > 0) fields[nameof(CallForm.LastName)] = name.Last;
        }
        // The number of somebody who asks for another is the caller's own.
        if (persons.Phone is { } phone && (persons.IsForCaller || persons.Relation == "unknown")) fields[nameof(CallForm.Phone)] = phone.National;
    }

    private static void Places(NeedRead need, bool isKnown, string? homeInsee, Dictionary<string, string> fields)
    {
        if (need.IsTrip && need.Place?.Commune is { } there) fields[nameof(CallForm.DestinationCommune)] = Say(there);
        if (need.Venue is { } venue && !(venue.IsSomebody && need.Type == Care)) fields[nameof(CallForm.DestinationAddress)] = venue.Text;   // who treats her is told by herself
        if (need.Home?.Commune is not { } home) return;
        if (!isKnown) fields[nameof(CallForm.Commune)] = Say(home);
        else if (home.Insee != homeInsee) fields[nameof(CallForm.PlaceCommune)] = Say(home);
    }

    private static void Rhythm(RhythmRead rhythm, LocalDateTime at, Dictionary<string, string> fields)
    {
        if (rhythm.Times > 1) return;                        // « deux fois par semaine » stays a question
        var parts = rhythm.Rule.Split(';').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        var days = parts.GetValueOrDefault("BYDAY", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var repeat = (parts.GetValueOrDefault("FREQ"), parts.GetValueOrDefault("INTERVAL", "1"), days) switch
        {
            ("DAILY", "1", []) => "week",
            ("WEEKLY", "1", _) => "week",
            ("WEEKLY", "2", _) => "fortnight",
            ("MONTHLY", "1", [] or [{ Length: > 2 }]) => "month",
            _ => null,
        };
        if (repeat is null) return;                          // as does a rhythm that the page cannot hold

        fields[nameof(CallForm.Repeat)] = repeat;
        if (parts["FREQ"] == "DAILY") fields[nameof(CallForm.RepeatDays)] = "MO,TU,WE,TH,FR,SA,SU";
        else if (parts["FREQ"] == "WEEKLY" && days.Length > 0) fields[nameof(CallForm.RepeatDays)] = string.Join(',', days);
        if (rhythm.FirstDay(at.Date.PlusDays(1)) is { } first) fields[nameof(CallForm.Day)] = Ages.Day(first);
        if (rhythm.From is { } from) fields[nameof(CallForm.From)] = Ages.Hour(from);
        if (rhythm.Until is { } until && until > rhythm.From) fields[nameof(CallForm.Until)] = Ages.Hour(until);
        if (rhythm.Ends is { } ends) fields[nameof(CallForm.RepeatUntil)] = Ages.Day(ends);
        if (rhythm.NotInSchoolHolidays) fields[nameof(CallForm.NotInSchoolHolidays)] = "true";
        if (rhythm.NotOnPublicHolidays) fields[nameof(CallForm.NotOnPublicHolidays)] = "true";
    }

    private static LocalTime FullMinutes(LocalTime time) => new(time.Hour, time.Minute - (time.Minute % 5));

    private static void Add(Dictionary<string, string> fields, Dictionary<string, string> more)
    {
        foreach (var (name, value) in more) fields[name] = value;
    }
}
