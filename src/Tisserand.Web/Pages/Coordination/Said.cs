using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.People;
using Tisserand.France;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Facts of a file as a line that is read while somebody is on the telephone.</summary>
public static class Said
{
    public static string Commune(Person person) => $"{person.Postcode} {CommuneTable.Shipped.Find(person.Insee)?.Name}".Trim();

    /// <summary>Numbers and addresses first, then how she wishes to be reached.</summary>
    public static string Reached(Person person) => string.Join(" · ", ((string?[])
    [
        .. person.Contacts.Select(c => (c.Kind == ContactKind.Email ? c.Value : FrenchPhone.Shown(c.Value)) + (c.Label is null ? "" : $" ({c.Label})")),
        person.InWritingOnly ? Words.Intake["InWritingOnly"] : null,
        person.LetItRingLong ? Words.Intake["LetItRingLong"] : null,
        person.BestHours,
        person.SpeakTo,
    ]).Where(s => !string.IsNullOrWhiteSpace(s)));

    /// <summary>What her volunteers must be, and what she wishes.</summary>
    public static string Conditions(Beneficiary who) => string.Join(" · ", ((string?[])
    [
        who.RequiresSex == Sex.Unknown ? null : Words.Intake["Requires_" + who.RequiresSex],
        who.RequiresLanguage is { } language ? Words.Intake["Requires_Language", language] : null,
        who.RequiresNoAnimal ? Words.Intake["Requires_NoAnimal"] : null,
        who.WishesSameFace ? Words.Intake["Wishes_SameFace"] : null,
    ]).Where(s => s is not null));

    /// <summary>« du 3 au 8 décembre 2026 », or without an end.</summary>
    public static string Days(LocalDate from, LocalDate? until) => until is not { } last ? Words.Intake["Days_From", Ages.Day(from)]
        : Ages.Language == "en" ? EnglishText.Dates(from, last) : FrenchText.Dates(from, last);
}
