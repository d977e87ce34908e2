using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Volunteers;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>A volunteer's file, as typed; when she is free has a form of its own.</summary>
public sealed class VolunteerFields
{
    public PersonFields Person { get; set; } = new() { Language = "fr" };
    public List<string> Skills { get; set; } = [];
    public List<string> Interests { get; set; } = [];
    public List<string> Likes { get; set; } = [];
    public List<string> Refuses { get; set; } = [];
    public string? Transport { get; set; } = nameof(App.Volunteers.Transport.Car);
    public string? MaxTravelMinutes { get; set; } = "20";
    public string? MaxVisitsPerWeek { get; set; }
    public bool UrgentWelcome { get; set; }
    public bool RemindersAlways { get; set; }
    public bool ComesWithAnimal { get; set; }

    public static IEnumerable<Choice> Transports => Enum.GetNames<Transport>().Select(t => new Choice(t, Words.Intake["Transport_" + t]));

    public static VolunteerFields Of(Volunteer who) => new()
    {
        Person = PersonFields.Of(who.Person), Skills = [.. who.Skills], Interests = [.. who.Interests], Likes = [.. who.Likes], Refuses = [.. who.Refuses],
        Transport = who.Transport.ToString(), MaxTravelMinutes = who.MaxTravelMinutes.ToString(CultureInfo.InvariantCulture),
        MaxVisitsPerWeek = who.MaxVisitsPerWeek?.ToString(CultureInfo.InvariantCulture),
        UrgentWelcome = who.UrgentWelcome, RemindersAlways = who.RemindersAlways, ComesWithAnimal = who.ComesWithAnimal,
    };

    /// <returns>Null when something cannot be read, which is then said at its field.</returns>
    public VolunteerForm? Read(Volunteer? known, Taxonomy taxonomy, LocalDate today, ModelStateDictionary problems)
    {
        var person = Person.Read(known?.Person, today, problems);
        var (minutes, visits) = (Number(MaxTravelMinutes, nameof(MaxTravelMinutes), problems), Number(MaxVisitsPerWeek, nameof(MaxVisitsPerWeek), problems));
        if (!Enum.TryParse<Transport>(Transport, out var transport)) problems.AddModelError("Input." + nameof(Transport), Words.Shared["Error_Choice"]);
        if (!problems.IsValid) return null;

        var listed = ListChoices.Languages(taxonomy).Select(l => l.Value).ToHashSet(StringComparer.Ordinal);
        var spoken = (known?.Languages ?? ["fr"]).Where(l => !listed.Contains(l)).Concat(listed.Where(l => Skills.Contains("langue:" + l)));
        return new VolunteerForm
        {
            Person = person, Skills = Skills, Interests = Interests, Likes = Likes, Refuses = Refuses, Languages = [.. spoken],
            Hours = known?.Hours ?? "", HoursFrom = known?.HoursFrom, HoursUntil = known?.HoursUntil, EveryOtherWeekFrom = known?.EveryOtherWeekFrom,
            Transport = transport, MaxTravelMinutes = minutes ?? 0, MaxVisitsPerWeek = visits,
            UrgentWelcome = UrgentWelcome, RemindersAlways = RemindersAlways, ComesWithAnimal = ComesWithAnimal,
        };
    }

    private static int? Number(string? typed, string field, ModelStateDictionary problems)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        problems.AddModelError("Input." + field, Words.Shared["Error_Number"]);
        return null;
    }
}
