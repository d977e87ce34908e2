using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using Tisserand.App.People;
using Tisserand.France;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Who somebody is and how she is reached, as typed; the same for everybody.</summary>
public sealed class PersonFields
{
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public string? Sex { get; set; }
    public string? BirthDate { get; set; }

    /// <summary>Every number and address, those of her file first, then empty lines to add some.</summary>
    public List<ContactFields> Contacts { get; set; } = [];

    public string? Commune { get; set; }
    public string? Street { get; set; }
    public string? StreetExtra { get; set; }
    public string? Preferred { get; set; }
    public bool InWritingOnly { get; set; }
    public bool LetItRingLong { get; set; }
    public string? BestHours { get; set; }
    public string? SpeakTo { get; set; }
    public string? Notes { get; set; }
    public string? Language { get; set; }
    public bool SundaysWelcome { get; set; }

    public static IEnumerable<Choice> Sexes => ((string[])["Female", "Male"]).Select(s => new Choice(s, Words.Intake["Sex_" + s]));

    public static IEnumerable<Choice> ChannelChoices => ((string[])["sms", "email", "call"]).Select(c => new Choice(c, Words.Intake["Channel_" + c]));

    public static IEnumerable<Choice> Languages => [new("fr", "Français"), new("en", "English")];

    public static PersonFields Of(Person person)
    {
        return new PersonFields
        {
            FirstName = person.FirstName, LastName = person.LastName, Sex = person.Sex == App.People.Sex.Unknown ? null : person.Sex.ToString(),
            BirthDate = person.BirthDate?.ToString("dd/MM/uuuu", CultureInfo.InvariantCulture),
            Contacts = [.. person.Contacts.Select(ContactFields.Of)],
            Commune = $"{CommuneTable.Shipped.Find(person.Insee)?.Name} {person.Postcode}".Trim(), Street = person.Street, StreetExtra = person.StreetExtra,
            Preferred = person.Channels.Count > 0 ? person.Channels[0] : null, InWritingOnly = person.InWritingOnly, LetItRingLong = person.LetItRingLong,
            BestHours = person.BestHours, SpeakTo = person.SpeakTo, Notes = person.Notes, Language = person.Language, SundaysWelcome = person.SundaysWelcome,
        };
    }

    /// <param name="known">Her file, where there is one: the commune she already has is hers however several bear its name.</param>
    public PersonForm Read(Person? known, LocalDate today, ModelStateDictionary problems)
    {
        LocalDate? born = null;
        if (!string.IsNullOrWhiteSpace(BirthDate))
        {
            var read = FrenchDates.Read(BirthDate, today, DateSense.Birth);
            if (read.Problem() is { } wrong) problems.AddModelError("Input.Person." + nameof(BirthDate), wrong);
            else born = ((DateReading.Day)read).Date;
        }

        for (var i = 0; i < Contacts.Count; i++)
            if (Contacts[i].Place() is null) problems.AddModelError($"Input.Person.Contacts[{i}].Order", Words.Intake["Contact_Order_Unreadable"]);

        var (name, postcode) = PersonReader.SplitPostcode(Commune);
        return new PersonForm
        {
            FirstName = FirstName ?? "", LastName = LastName ?? "", Sex = Enum.TryParse<Sex>(Sex, out var sex) ? sex : App.People.Sex.Unknown, BirthDate = born,
            Contacts = [.. Contacts.Select(c => new ContactForm(c.Remove ? null : c.Value, c.Label, c.Place() ?? 0))],
            Insee = known is not null && Commune == Of(known).Commune ? known.Insee : null, Commune = name, Postcode = postcode, Street = Street, StreetExtra = StreetExtra,
            Channels = string.IsNullOrEmpty(Preferred) ? [] : [Preferred], InWritingOnly = InWritingOnly, LetItRingLong = LetItRingLong,
            BestHours = BestHours, SpeakTo = SpeakTo, Notes = Notes, Language = Language ?? "fr", SundaysWelcome = SundaysWelcome,
        };
    }

    /// <summary>Says each problem at its field: those of a person under <c>Input.Person</c>, the others under <c>Input</c>.</summary>
    public static void Say(IEnumerable<App.People.FieldProblem> found, ModelStateDictionary problems)
    {
        foreach (var problem in found)
        {
            var place = typeof(PersonFields).GetProperty(problem.Field.Split('[')[0]) is null ? "Input." : "Input.Person.";
            problems.AddModelError(place + problem.Field, SentenceOf(problem));
        }
    }

    /// <summary>What is wrong and an example; a field left empty is named, since the list of mistakes stands apart from the fields.</summary>
    public static string SentenceOf(App.People.FieldProblem problem) =>
        Words.Intake[problem.Code == "missing" ? "Missing_" + (problem.Field == nameof(Commune) ? nameof(Commune) : nameof(LastName)) : "Problem_" + problem.Code];
}
