using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Requests;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>A telephone call, as typed.</summary>
public sealed class CallForm
{
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public string? Phone { get; set; }

    /// <summary>Its name, its postcode, or both.</summary>
    public string? Commune { get; set; }
    public string? Street { get; set; }
    public string? Need { get; set; }
    public string? Words { get; set; }

    /// <summary>One of the suggestions beside <see cref="Need"/>.</summary>
    public string? Suggested { get; set; }

    /// <summary>The need that was shown: whichever of the two differs from it was chosen since.</summary>
    public string? NeedShown { get; set; }

    /// <summary>What reading had filled, see <see cref="FilledByReading"/>.</summary>
    public string? Filled { get; set; }
    public string? Day { get; set; }

    /// <summary>Where the help may wait until a later day.</summary>
    public string? LastDay { get; set; }

    /// <summary>Hour of the help, or of the pick-up.</summary>
    public string? From { get; set; }

    /// <summary>At the latest.</summary>
    public string? Until { get; set; }
    public string? Appointment { get; set; }
    public string? People { get; set; }
    public bool Urgent { get; set; }
    public bool OneAtATime { get; set; }
    public string? PlaceCommune { get; set; }
    public string? PlaceStreet { get; set; }
    public string? Trip { get; set; }
    public string? DestinationCommune { get; set; }
    public string? DestinationAddress { get; set; }
    public string? ReturnAt { get; set; }
    public string? Repeat { get; set; }
    public List<string> RepeatDays { get; set; } = [];
    public string? RepeatUntil { get; set; }
    public bool NotInSchoolHolidays { get; set; }
    public bool NotOnPublicHolidays { get; set; }
    public bool Agreed { get; set; }

    /// <summary>The need chosen last, in the list or among the suggestions.</summary>
    public void SettleNeed()
    {
        if ((Need ?? "") == (NeedShown ?? "") && !string.IsNullOrEmpty(Suggested)) Need = Suggested;
        NeedShown = Suggested = Need;
    }

    public PersonForm Person()
    {
        var (name, postcode) = PersonReader.SplitPostcode(Commune);
        return new PersonForm { FirstName = FirstName ?? "", LastName = LastName ?? "", Landline = Phone, Commune = name, Postcode = postcode, Street = Street };
    }
}

/// <summary>What a call means once read; what cannot be read is said at its field.</summary>
internal sealed class CallReader(CallForm typed, LocalDate today, ModelStateDictionary problems)
{
    private static readonly string[] DayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <returns>Null when something cannot be read.</returns>
    public (NeedInput Need, Rhythm? Rhythm)? Read()
    {
        if (string.IsNullOrWhiteSpace(typed.Need)) Wrong(nameof(typed.Need), "Need_Missing");
        var date = Date(typed.Day, nameof(typed.Day));
        var lastDay = string.IsNullOrWhiteSpace(typed.LastDay) ? null : Date(typed.LastDay, nameof(typed.LastDay));
        var (from, until, appointment, back) = (Hour(typed.From, nameof(typed.From)), Hour(typed.Until, nameof(typed.Until)),
            Hour(typed.Appointment, nameof(typed.Appointment)), Hour(typed.ReturnAt, nameof(typed.ReturnAt)));
        if (from is null && appointment is null && string.IsNullOrWhiteSpace(typed.From)) Wrong(nameof(typed.From), "From_Missing");
        var people = Number(typed.People);
        var place = Commune(typed.PlaceCommune, nameof(typed.PlaceCommune));
        var destination = Commune(typed.DestinationCommune, nameof(typed.DestinationCommune));
        if (place is null && !string.IsNullOrWhiteSpace(typed.PlaceStreet) && string.IsNullOrWhiteSpace(typed.PlaceCommune)) Wrong(nameof(typed.PlaceCommune), "Place_Missing");
        var repeats = !string.IsNullOrEmpty(typed.Repeat);
        var last = string.IsNullOrWhiteSpace(typed.RepeatUntil) ? null : Date(typed.RepeatUntil, nameof(typed.RepeatUntil));
        if (!problems.IsValid || date is not { } day) return null;

        var need = new NeedInput
        {
            NeedType = typed.Need!, Text = typed.Words, Time = Wanted(day, from, lastDay, until, appointment), People = people,
            Trip = typed.Trip switch
            {
                "simple" => new WantedTrip.Simple(),
                "wait" => new WantedTrip.ReturnWithWaiting(),
                "legs" => new WantedTrip.TwoLegs(back is { } at ? new WantedTime.At(day + at) : null),
                _ => new WantedTrip.None(),
            },
            Place = place is null ? null : new WantedPlace(place, Trimmed(typed.PlaceStreet)),
            Destination = destination is null ? null : new WantedDestination(destination, Trimmed(typed.DestinationAddress)),
            IsUrgent = typed.Urgent, OneAtATime = typed.OneAtATime ? true : null,
        };
        return (need, repeats ? RhythmOf(day, from, until, back, last) : null);
    }

    private static WantedTime Wanted(LocalDate day, LocalTime? from, LocalDate? lastDay, LocalTime? until, LocalTime? appointment) =>
        appointment is { } hour ? new WantedTime.Appointment(day + hour, from is { } pickUp ? day + pickUp : null)
        : lastDay is { } last && last != day ? new WantedTime.Between(day + from!.Value, last + (until ?? from.Value))
        : until is { } latest && latest != from ? new WantedTime.Between(day + from!.Value, day + latest)
        : new WantedTime.At(day + from!.Value);

    private Rhythm RhythmOf(LocalDate day, LocalTime? from, LocalTime? until, LocalTime? back, LocalDate? last)
    {
        var days = DayCodes.Where(typed.RepeatDays.Contains).ToList();
        if (days.Count == 0) days.Add(DayCodes[(int)day.DayOfWeek - 1]);
        var nth = ((day.Day - 1) / 7) + 1;                          // a fifth Tuesday is said « le dernier mardi »
        var rule = typed.Repeat switch
        {
            "fortnight" => $"FREQ=WEEKLY;INTERVAL=2;BYDAY={string.Join(',', days)}",
            "month" => $"FREQ=MONTHLY;BYDAY={(nth > 4 ? -1 : nth)}{DayCodes[(int)day.DayOfWeek - 1]}",
            _ => $"FREQ=WEEKLY;BYDAY={string.Join(',', days)}",
        };
        var flexible = until is { } latest && from is { } first && latest > first ? (int)Period.Between(first, latest, PeriodUnits.Minutes).Minutes : 0;
        return new Rhythm(rule, day, last, from, flexible, back, typed.NotInSchoolHolidays, typed.NotOnPublicHolidays);
    }

    private LocalDate? Date(string? text, string field)
    {
        var read = FrenchDates.Read(text, today);
        if (read.Problem() is { } wrong) problems.AddModelError("Input." + field, wrong);
        return read is DateReading.Day day ? day.Date : null;
    }

    private LocalTime? Hour(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var read = FrenchTimes.Read(text);
        if (read is null) problems.AddModelError("Input." + field, Words.Shared["Time_Unreadable"]);
        return read;
    }

    private int Number(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return 1;
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        problems.AddModelError("Input." + nameof(typed.People), Words.Shared["Error_Number"]);
        return 1;
    }

    private string? Commune(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var (commune, problem) = PersonReader.CommuneOf(text);
        if (problem is not null) problems.AddModelError("Input." + field, PersonFields.SentenceOf(new(nameof(PersonForm.Commune), problem)));
        return commune?.Insee;
    }

    private void Wrong(string field, string key) => problems.AddModelError("Input." + field, Words.Intake[key]);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
