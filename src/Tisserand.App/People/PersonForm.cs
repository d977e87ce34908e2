using System.Net.Mail;
using NodaTime;
using Tisserand.App.Storage;
using Tisserand.France;

namespace Tisserand.App.People;

/// <summary>What a form says of a person, as typed. Empty means not known; a landline alone is enough.</summary>
public sealed record PersonForm
{
    public string FirstName { get; init; } = "";

    public string LastName { get; init; } = "";

    public Sex Sex { get; init; }

    public LocalDate? BirthDate { get; init; }

    /// <summary>All numbers and addresses, in any order; null where a form has only the three below, which then add to what is known.</summary>
    public IReadOnlyList<ContactForm>? Contacts { get; init; }

    public string? Mobile { get; init; }

    public string? Landline { get; init; }

    public string? Email { get; init; }

    /// <summary>INSEE code when chosen from a list; else the commune is found from <see cref="Commune"/> and <see cref="Postcode"/>.</summary>
    public string? Insee { get; init; }

    public string? Commune { get; init; }

    public string? Postcode { get; init; }

    public string? Street { get; init; }

    public string? StreetExtra { get; init; }

    public GeoPoint? StreetPoint { get; init; }

    /// <summary>sms, email, call: preferred first; empty = what the contacts allow, writing before calling.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    public bool InWritingOnly { get; init; }

    public bool LetItRingLong { get; init; }

    public string? BestHours { get; init; }

    public string? SpeakTo { get; init; }

    public string? Notes { get; init; }

    public string Language { get; init; } = "fr";

    public bool SundaysWelcome { get; init; }
}

/// <summary>A number or an e-mail address as typed; an empty one is none.</summary>
/// <param name="Label">« chez ma fille ».</param>
/// <param name="Place">Her order, the lowest first; those of one place stand as they came.</param>
public sealed record ContactForm(string? Value, string? Label, int Place);

/// <summary>A field that cannot be taken: which, and why, as codes whose sentences are in FieldProblems.resx.</summary>
public sealed record FieldProblem(string Field, string Code);

/// <summary>What a form means once read, or everything that is wrong with it.</summary>
public sealed record ReadPerson(
    IReadOnlyList<FieldProblem> Problems,
    string? Insee = null,
    string? Postcode = null,
    IReadOnlyList<(ContactKind Kind, string Value, string? Label)>? Contacts = null,
    IReadOnlyList<string>? Channels = null);

/// <summary>Reads a person's form: tolerant of spaces and spelling, never guessing.</summary>
public static class PersonReader
{
    public static ReadPerson Read(PersonForm form, bool contactWanted, LocalDate today)
    {
        var problems = new List<FieldProblem>();
        if (string.IsNullOrWhiteSpace(form.LastName) && string.IsNullOrWhiteSpace(form.FirstName)) problems.Add(new(nameof(form.LastName), "missing"));
        if (form.BirthDate is { } born && (born > today || born < today.PlusYears(-120))) problems.Add(new(nameof(form.BirthDate), "impossible"));

        var contacts = form.Contacts is { } all ? ReadContacts(all, problems) : ReadContacts(form, problems);
        if (contactWanted && contacts.Count == 0 && problems.Count == 0)
            problems.Add(new(form.Contacts is null ? nameof(form.Landline) : $"{nameof(form.Contacts)}[0].{nameof(ContactForm.Value)}", "no_contact"));

        var commune = FindCommune(form, problems);
        return problems.Count > 0
            ? new ReadPerson(problems)
            : new ReadPerson([], commune!.Insee, form.Postcode?.Trim() is { Length: > 0 } code ? code : commune.Postcodes.Count > 0 ? commune.Postcodes[0] : null, contacts, ChannelsOf(form, contacts));
    }

    private static List<(ContactKind Kind, string Value, string? Label)> ReadContacts(PersonForm form, List<FieldProblem> problems)
    {
        var contacts = new List<(ContactKind, string, string?)>();
        if (Contact(form.Mobile, false, nameof(form.Mobile), problems) is { } mobile) contacts.Add((mobile.Kind, mobile.Value, null));
        if (Contact(form.Landline, false, nameof(form.Landline), problems) is { } landline) contacts.Add((landline.Kind, landline.Value, null));
        if (Contact(form.Email, true, nameof(form.Email), problems) is { } email) contacts.Add((email.Kind, email.Value, null));
        return contacts;
    }

    private static List<(ContactKind Kind, string Value, string? Label)> ReadContacts(IReadOnlyList<ContactForm> typed, List<FieldProblem> problems)
    {
        var contacts = new List<(ContactKind, string Value, string?, int Place)>();
        for (var i = 0; i < typed.Count; i++)
        {
            var at = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{nameof(PersonForm.Contacts)}[{i}].");
            var label = typed[i].Label?.Trim() is { Length: > 0 } words ? words : null;
            if (label?.Length > ContactPoint.MostLetters) problems.Add(new(at + nameof(ContactForm.Label), "label_long"));
            if (Contact(typed[i].Value, typed[i].Value?.Contains('@', StringComparison.Ordinal) ?? false, at + nameof(ContactForm.Value), problems) is not { } read) continue;
            if (contacts.Exists(c => c.Value == read.Value)) problems.Add(new(at + nameof(ContactForm.Value), "contact_twice"));
            contacts.Add((read.Kind, read.Value, label, typed[i].Place));
        }

        return [.. contacts.OrderBy(c => c.Place).Select(c => (c.Item1, c.Value, c.Item3))];
    }

    private static (ContactKind Kind, string Value)? Contact(string? text, bool isEmail, string field, List<FieldProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var email = text.Trim().ToLowerInvariant();
        if (isEmail && MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.', StringComparison.Ordinal)) return (ContactKind.Email, email);
        if (!isEmail && FrenchPhone.TryParse(text, out var phone)) return (phone.IsMobile ? ContactKind.Mobile : ContactKind.Landline, phone.E164);
        problems.Add(new(field, isEmail ? "email" : "phone"));
        return null;
    }

    /// <summary>One commune from what was typed: its name, its postcode, or both (« Redon », « 35600 », « Redon 35600 »).</summary>
    /// <returns>The commune; or the code of what is wrong, as for <see cref="PersonForm.Commune"/>.</returns>
    public static (Commune? Commune, string? Problem) CommuneOf(string? typed)
    {
        var (name, postcode) = SplitPostcode(typed);
        var problems = new List<FieldProblem>();
        var commune = FindCommune(new PersonForm { Commune = name, Postcode = postcode }, problems);
        return (commune, commune is null ? problems[0].Code : null);
    }

    /// <summary>« 35600 Redon » is a name and a postcode.</summary>
    public static (string? Name, string? Postcode) SplitPostcode(string? typed)
    {
        var words = (typed ?? "").Split([' ', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries);
        var postcode = Array.Find(words, w => w.Length == 5 && w.All(char.IsAsciiDigit));
        var name = string.Join(' ', words.Where(w => w != postcode));
        return (name.Length == 0 ? null : name, postcode);
    }

    private static Commune? FindCommune(PersonForm form, List<FieldProblem> problems)
    {
        if (form.Insee is { Length: > 0 } insee && CommuneTable.Shipped.Find(insee) is { } chosen) return chosen;
        if (string.IsNullOrWhiteSpace(form.Commune) && string.IsNullOrWhiteSpace(form.Postcode))
        {
            problems.Add(new(nameof(form.Commune), "missing"));
            return null;
        }

        var named = string.IsNullOrWhiteSpace(form.Commune) ? [] : CommuneTable.Shipped.Search(form.Commune.Trim(), null, 50)
            .Where(c => TextFolding.Fold(c.Name) == TextFolding.Fold(form.Commune)).ToList();
        var coded = string.IsNullOrWhiteSpace(form.Postcode) ? [] : CommuneTable.Shipped.WithPostcode(form.Postcode.Trim());
        var found = named.Count > 0 && coded.Count > 0 ? [.. named.Where(c => coded.Any(k => k.Insee == c.Insee))] : named.Count > 0 ? named : coded;
        if (found.Count == 1) return found[0];
        problems.Add(new(nameof(form.Commune), found.Count == 0 ? "commune_unknown" : "commune_several"));
        return null;
    }

    private static IReadOnlyList<string> ChannelsOf(PersonForm form, List<(ContactKind Kind, string Value, string? Label)> contacts)
    {
        var possible = new List<string>();
        if (contacts.Exists(c => c.Kind == ContactKind.Mobile)) possible.Add("sms");
        if (contacts.Exists(c => c.Kind == ContactKind.Email)) possible.Add("email");
        if (!form.InWritingOnly && contacts.Exists(c => c.Kind != ContactKind.Email)) possible.Add("call");
        var wanted = form.Channels.Where(possible.Contains).ToList();
        return [.. wanted, .. possible.Except(wanted)];
    }
}

/// <summary>Writes a read form into a person.</summary>
public sealed class PersonWriter(KeyRing keys, IdSource ids)
{
    public void Write(Person person, PersonForm form, ReadPerson read)
    {
        person.IsKnownAs(form.FirstName, form.LastName, form.Sex, form.BirthDate);
        person.LivesAt(read.Insee!, read.Postcode, Trimmed(form.Street), Trimmed(form.StreetExtra), form.StreetPoint ?? (Trimmed(form.Street) == person.Street ? person.StreetPoint : null));
        person.IsReached(read.Channels!, form.InWritingOnly, form.LetItRingLong, Trimmed(form.BestHours), Trimmed(form.SpeakTo));
        person.Note(Trimmed(form.Notes));
        person.Speaks(form.Language == "en" ? "en" : "fr");
        person.WelcomesSundays(form.SundaysWelcome);
        person.HasContacts(ContactsOf(person, form, read));
    }

    /// <summary>What stays keeps its identity; a form that does not list them all takes none away.</summary>
    private List<ContactPoint> ContactsOf(Person person, PersonForm form, ReadPerson read)
    {
        var before = person.Contacts;
        var contacts = new List<ContactPoint>();
        foreach (var (kind, value, label) in read.Contacts!)
        {
            var contact = before.FirstOrDefault(c => c.Value == value) ?? new ContactPoint(ids.New<ContactPointId>(), person.Id, kind, value, keys);
            if (form.Contacts is not null) contact.IsCalled(label);
            contacts.Add(contact);
        }

        if (form.Contacts is null) contacts.AddRange(before.Except(contacts));
        return contacts;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
