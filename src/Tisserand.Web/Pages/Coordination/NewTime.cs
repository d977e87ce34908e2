using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Another day and hour for a request, as typed.</summary>
public sealed class NewTime
{
    public string? Day { get; set; }

    /// <summary>Hour of the help, or of the appointment.</summary>
    public string? From { get; set; }

    /// <summary>At the latest; or, for an appointment, when she is fetched.</summary>
    public string? Other { get; set; }

    public static NewTime Of(RequestFile file)
    {
        var (from, latest) = (file.Earliest.Local(), file.Latest.Local());
        var appointment = file.AppointmentAt?.Local();
        return new NewTime
        {
            Day = Ages.ShortDay((appointment ?? from).Date),
            From = Ages.Hour((appointment ?? from).TimeOfDay),
            Other = appointment is not null ? Ages.Hour(from.TimeOfDay) : latest != from && latest.Date == from.Date ? Ages.Hour(latest.TimeOfDay) : null,
        };
    }

    /// <returns>Null when something cannot be read; what is then in <paramref name="problems"/>.</returns>
    public WantedTime? Read(bool isAppointment, LocalDate today, ModelStateDictionary problems)
    {
        var day = FrenchDates.Read(Day, today);
        if (day.Problem() is { } wrong) problems.AddModelError("Time.Day", wrong);
        var from = HourOf(From, "Time.From", problems);
        var other = string.IsNullOrWhiteSpace(Other) ? null : HourOf(Other, "Time.Other", problems);
        if (!problems.IsValid || day is not DateReading.Day { Date: var date } || from is not { } start) return null;
        if (isAppointment) return new WantedTime.Appointment(date + start, other is { } pickUp ? date + pickUp : null);
        return other is { } latest && latest != start ? new WantedTime.Between(date + start, date + latest) : new WantedTime.At(date + start);
    }

    private static LocalTime? HourOf(string? typed, string field, ModelStateDictionary problems)
    {
        var read = FrenchTimes.Read(typed);
        if (read is null) problems.AddModelError(field, Words.Shared["Time_Unreadable"]);
        return read;
    }
}
