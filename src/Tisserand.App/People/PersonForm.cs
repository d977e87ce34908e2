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

/// <summary>A field that cannot be taken: which, and why, as codes whose sentences are in FieldProblems.resx.</summary>
public sealed record FieldProblem(string Field, string Code);

/// <summary>What a form means once read, or everything that is wrong with it.</summary>
public sealed record ReadPerson(
    IReadOnlyList<FieldProblem> Problems,
    string? Insee = null,
    string? Postcode = null,
    IReadOnlyList<(ContactKind Kind, string Value)>? Contacts = null,
    IReadOnlyList<string>? Channels = null);

/// <summary>Reads a person's form: tolerant of spaces and spelling, never guessing.</summary>
public static class PersonReader
{
    public static ReadPerson Read(PersonForm form, bool contactWanted, LocalDate today)
    {
        var problems = new List<FieldProblem>();
        if (string.IsNullOrWhiteSpace(form.LastName) && string.IsNullOrWhiteSpace(form.FirstName)) problems.Add(new(nameof(form.LastName), "missing"));
        if (form.BirthDate is { } born && (born > today || born < today.PlusYears(-120))) problems.Add(new(nameof(form.BirthDate), "impossible"));

        var contacts = new List<(ContactKind, string)>();
        ReadPhone(form.Mobile, nameof(form.Mobile), contacts, problems);
        ReadPhone(form.Landline, nameof(form.Landline), contacts, problems);
        if (!string.IsNullOrWhiteSpace(form.Email))
        {
            var email = form.Email.Trim().ToLowerInvariant();
            if (MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.', StringComparison.Ordinal))
                contacts.Add((ContactKind.Email, email));
            else
                problems.Add(new(nameof(form.Email), "email"));
        }

        if (contactWanted && contacts.Count == 0 && problems.Count == 0) problems.Add(new(nameof(form.Landline), "no_contact"));

        var commune = FindCommune(form, problems);
        return problems.Count > 0
            ? new ReadPerson(problems)
            : new ReadPerson([], commune!.Insee, form.Postcode?.Trim() is { Length: > 0 } code ? code : commune.Postcodes.Count > 0 ? commune.Postcodes[0] : null, contacts, ChannelsOf(form, contacts));
    }

    private static void ReadPhone(string? text, string field, List<(ContactKind, string)> contacts, List<FieldProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        if (FrenchPhone.TryParse(text, out var phone))
            contacts.Add((phone.IsMobile ? ContactKind.Mobile : ContactKind.Landline, phone.E164));
        else
            problems.Add(new(field, "phone"));
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

    private static IReadOnlyList<string> ChannelsOf(PersonForm form, List<(ContactKind Kind, string Value)> contacts)
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
        person.HasContacts(read.Contacts!.Select(c => new ContactPoint(ids.New<ContactPointId>(), person.Id, c.Kind, c.Value, keys)));
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
