using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Territories;
using Tisserand.France;
using static Tisserand.App.Privacy.LegalBasis;
using static Tisserand.App.Privacy.Purpose;
using static Tisserand.App.Privacy.Recipients;

namespace Tisserand.App.People;

public enum Sex { Unknown, Female, Male }

/// <summary>A human being known to the cooperative, whatever she is to it: volunteer, beneficiary, carer, or several at once.
/// Holds who she is and how she is reached; a landline alone is enough.</summary>
public sealed class Person
{
    private readonly List<ContactPoint> _contacts = [];

    private Person() { }

    public Person(PersonId id, TerritoryId territory, string firstName, string lastName)
    {
        Id = id;
        TerritoryId = territory;
        FirstName = firstName;
        LastName = lastName;
    }

    public PersonId Id { get; private set; }

    public TerritoryId TerritoryId { get; private set; }

    [Personal(Identity, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public Sex Sex { get; private set; }

    [Personal(Identity, Contract, Retention.PersonFile, Coordinators | TheVolunteerAfterYes | ThePersonHerself)]
    public string FirstName { get; private set; } = "";

    [Personal(Identity, Contract, Retention.PersonFile, Coordinators | ThePersonHerself)]
    public string LastName { get; private set; } = "";

    [Personal(Identity, Contract, Retention.PersonFile, Coordinators | ThePersonHerself)]
    public LocalDate? BirthDate { get; private set; }

    [Personal(Contact, Contract, Retention.PersonFile, Coordinators | TheVolunteerNearTheVisit | ThePersonHerself)]
    public string? Street { get; private set; }

    /// <summary>Floor, flat, building, locality.</summary>
    [Personal(Contact, Contract, Retention.PersonFile, Coordinators | TheVolunteerNearTheVisit | ThePersonHerself)]
    public string? StreetExtra { get; private set; }

    /// <summary>INSEE code of the commune.</summary>
    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | TheVolunteerAfterYes | ThePersonHerself, Encrypted = false)]
    public string Insee { get; private set; } = "";

    [Personal(Contact, Contract, Retention.PersonFile, Coordinators | TheVolunteerAfterYes | ThePersonHerself, Encrypted = false)]
    public string? Postcode { get; private set; }

    /// <summary>Street position, where one is known or a pin was set.</summary>
    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators)]
    public GeoPoint? StreetPoint { get; private set; }

    /// <summary>Channels she answers on, the preferred first: sms, email, call, letter.</summary>
    [Personal(Contact, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public IReadOnlyList<string> Channels { get; private set; } = ["call"];

    /// <summary>"Par écrit seulement": she is never called.</summary>
    [Personal(Contact, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public bool InWritingOnly { get; private set; }

    [Personal(Contact, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public bool LetItRingLong { get; private set; }

    /// <summary>"Entre 10 h et 12 h", in her words.</summary>
    [Personal(Contact, Contract, Retention.PersonFile, Coordinators | ThePersonHerself)]
    public string? BestHours { get; private set; }

    /// <summary>"Parler à ma fille", in her words.</summary>
    [Personal(Contact, Contract, Retention.PersonFile, Coordinators | ThePersonHerself)]
    public string? SpeakTo { get; private set; }

    /// <summary>Free note of the coordinators; no health data, never shown to volunteers.</summary>
    [Personal(Contact, LegitimateInterest, Retention.PersonFile, Coordinators | ThePersonHerself)]
    public string? Notes { get; private set; }

    /// <summary>Language of messages: fr or en.</summary>
    [Personal(Contact, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public string Language { get; private set; } = "fr";

    /// <summary>May be asked on Sundays and public holidays, by her own choice.</summary>
    [Personal(Contact, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public bool SundaysWelcome { get; private set; }

    /// <summary>She wrote STOP: no more questions by SMS.</summary>
    [Personal(Contact, LegalObligation, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public bool NoSms { get; private set; }

    [NotPersonal("when the file was opened")]
    public Instant CreatedAt { get; private set; }

    /// <summary>In her order.</summary>
    public IReadOnlyList<ContactPoint> Contacts => [.. _contacts.OrderBy(c => c.Rank).ThenBy(c => c.Id.Value)];

    public Place Place => new(Insee, StreetPoint);

    public string FullName => $"{FirstName} {LastName}".Trim();

    /// <summary>What a volunteer may know after a yes: first name and initial.</summary>
    public string ShortName => LastName.Length == 0 ? FirstName : $"{FirstName} {LastName[0]}.";

    public void IsKnownAs(string firstName, string lastName, Sex sex, LocalDate? birthDate)
    {
        FirstName = firstName.Trim();
        LastName = lastName.Trim();
        Sex = sex;
        BirthDate = birthDate;
    }

    public void LivesAt(string insee, string? postcode, string? street, string? extra, GeoPoint? point)
    {
        Insee = insee;
        Postcode = postcode;
        Street = street;
        StreetExtra = extra;
        StreetPoint = point;
    }

    public void IsReached(IReadOnlyList<string> channels, bool inWritingOnly, bool letItRingLong, string? bestHours, string? speakTo)
    {
        Channels = channels;
        InWritingOnly = inWritingOnly;
        LetItRingLong = letItRingLong;
        BestHours = bestHours;
        SpeakTo = speakTo;
    }

    public void WishesNoSms() => NoSms = true;

    public void WelcomesSundays(bool yes) => SundaysWelcome = yes;

    public void Speaks(string language) => Language = language;

    public void Note(string? notes) => Notes = notes;

    public void OpenedAt(Instant at) => CreatedAt = at;

    /// <param name="contacts">All of them, in her order.</param>
    public void HasContacts(IEnumerable<ContactPoint> contacts)
    {
        var kept = contacts.ToList();
        _contacts.Clear();
        _contacts.AddRange(kept);
        for (var i = 0; i < kept.Count; i++) kept[i].StandsAt(i);
    }

    /// <summary>Forgets who she was; what remains are counts.</summary>
    public void Forget()
    {
        IsKnownAs("", "", Sex.Unknown, null);
        LivesAt(Insee, null, null, null, null);
        IsReached([], false, false, null, null);
        Notes = null;
        _contacts.Clear();
    }

    internal static void Map(ModelBuilder model) => model.Entity<Person>(p =>
    {
        p.ToTable("people");
        p.HasIndex(x => x.TerritoryId);
        p.HasOne<Territory>().WithMany().HasForeignKey(x => x.TerritoryId);
        p.HasMany(x => x.Contacts).WithOne().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
        p.Navigation(x => x.Contacts).UsePropertyAccessMode(PropertyAccessMode.Field);
    });
}
