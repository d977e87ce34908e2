using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Territories;
using static Tisserand.App.Privacy.LegalBasis;
using static Tisserand.App.Privacy.Purpose;
using static Tisserand.App.Privacy.Recipients;

namespace Tisserand.App.Volunteers;

/// <summary>The life of a file. See DESIGN, "Lives".</summary>
public enum PersonState { Candidate, Active, Paused, Left, Deceased }

public enum Transport { OnFoot, Bicycle, Bus, Car }

/// <summary>A person who helps.</summary>
public sealed class Volunteer
{
    private readonly List<VolunteerCheck> _checks = [];
    private readonly List<VolunteerAbsence> _absences = [];

    private Volunteer() { }

    public Volunteer(VolunteerId id, Person person, Instant at)
    {
        Id = id;
        Person = person;
        PersonId = person.Id;
        TerritoryId = person.TerritoryId;
        State = PersonState.Candidate;
        StateSince = JoinedAt = at;
    }

    public VolunteerId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public Person Person { get; private set; } = null!;

    public TerritoryId TerritoryId { get; private set; }

    public PersonState State { get; private set; }

    [NotPersonal("instant of a state")]
    public Instant StateSince { get; private set; }

    [NotPersonal("instant of a state")]
    public Instant JoinedAt { get; private set; }

    /// <summary>Bumped by every yes and every change of what she can promise: no two visits at one hour.</summary>
    public long CommitmentsVersion { get; private set; }

    /// <summary>Codes of what she can do or has.</summary>
    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public IReadOnlyList<string> Skills { get; private set; } = [];

    /// <summary>ISO codes of the languages she speaks, French included.</summary>
    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public IReadOnlyList<string> Languages { get; private set; } = ["fr"];

    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public IReadOnlyList<string> Interests { get; private set; } = [];

    /// <summary>Need types she likes to do.</summary>
    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public IReadOnlyList<string> Likes { get; private set; } = [];

    /// <summary>Need types she does not want to be asked for.</summary>
    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public IReadOnlyList<string> Refuses { get; private set; } = [];

    /// <summary>Weekly availability, in the opening_hours notation.</summary>
    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public string Hours { get; private set; } = "";

    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public LocalDate? HoursFrom { get; private set; }

    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public LocalDate? HoursUntil { get; private set; }

    /// <summary>Available one week in two, this day's week being the first.</summary>
    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public LocalDate? EveryOtherWeekFrom { get; private set; }

    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public Transport Transport { get; private set; } = Transport.Car;

    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public int MaxTravelMinutes { get; private set; } = 20;

    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public int? MaxVisitsPerWeek { get; private set; }

    /// <summary>She comes with an animal (a dog).</summary>
    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public bool ComesWithAnimal { get; private set; }

    /// <summary>May be asked beyond her budget when it is urgent, by her own choice.</summary>
    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public bool UrgentWelcome { get; private set; }

    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public bool RemindersAlways { get; private set; }

    /// <summary>She objected to learning from her answers (GDPR art. 21); the hand-set cards serve.</summary>
    [Personal(Improvement, LegalObligation, Retention.PersonFile, Coordinators | Officer, Encrypted = false)]
    public bool ObjectsToLearning { get; private set; }

    public IReadOnlyList<VolunteerCheck> Checks => _checks;

    public IReadOnlyList<VolunteerAbsence> Absences => _absences;

    public bool IsActive => State == PersonState.Active;

    /// <summary>Every promise she makes passes here, so that two at one hour cannot both be saved.</summary>
    public void Commits() => CommitmentsVersion++;

    public void Offers(IReadOnlyList<string> skills, IReadOnlyList<string> languages, IReadOnlyList<string> interests, IReadOnlyList<string> likes, IReadOnlyList<string> refuses)
    {
        Skills = skills;
        Languages = languages;
        Interests = interests;
        Likes = likes;
        Refuses = refuses;
    }

    public void IsAvailable(string hours, LocalDate? from, LocalDate? until, LocalDate? everyOtherWeekFrom)
    {
        Hours = hours;
        HoursFrom = from;
        HoursUntil = until;
        EveryOtherWeekFrom = everyOtherWeekFrom;
        CommitmentsVersion++;
    }

    public void Travels(Transport transport, int maxMinutes, int? maxVisitsPerWeek)
    {
        Transport = transport;
        MaxTravelMinutes = maxMinutes;
        MaxVisitsPerWeek = maxVisitsPerWeek;
        CommitmentsVersion++;
    }

    public void Wishes(bool urgentWelcome, bool remindersAlways, bool comesWithAnimal)
    {
        UrgentWelcome = urgentWelcome;
        RemindersAlways = remindersAlways;
        ComesWithAnimal = comesWithAnimal;
    }

    /// <summary>She refuses that her answers teach the software, or takes that back.</summary>
    public void ObjectsTo(bool learning) => ObjectsToLearning = learning;

    public void Passed(VolunteerCheck check) => _checks.Add(check);

    public void WillBeAway(VolunteerAbsence absence)
    {
        _absences.Add(absence);
        CommitmentsVersion++;
    }

    public bool IsAwayOn(LocalDate day) => _absences.Any(a => a.Covers(day));

    /// <summary>Moves the file to another state; false when the move is not one the life of a file knows.</summary>
    public bool MoveTo(PersonState next, Instant at)
    {
        if (!PersonLife.Allows(State, next)) return false;
        State = next;
        StateSince = at;
        CommitmentsVersion++;
        return true;
    }

    internal static void Map(ModelBuilder model) => model.Entity<Volunteer>(v =>
    {
        v.ToTable("volunteers");
        v.Property(x => x.CommitmentsVersion).IsConcurrencyToken();
        v.HasOne(x => x.Person).WithMany().HasForeignKey(x => x.PersonId);
        v.HasOne<Territory>().WithMany().HasForeignKey(x => x.TerritoryId);
        v.HasMany(x => x.Checks).WithOne().HasForeignKey(c => c.VolunteerId).OnDelete(DeleteBehavior.Cascade);
        v.HasMany(x => x.Absences).WithOne().HasForeignKey(c => c.VolunteerId).OnDelete(DeleteBehavior.Cascade);
        v.Navigation(x => x.Checks).UsePropertyAccessMode(PropertyAccessMode.Field);
        v.Navigation(x => x.Absences).UsePropertyAccessMode(PropertyAccessMode.Field);
        v.HasIndex(x => new { x.TerritoryId, x.State });
        v.HasIndex(x => x.PersonId);
    });
}

/// <summary>Candidate → Active ⇄ Paused → Left | Deceased.</summary>
public static class PersonLife
{
    public static bool Allows(PersonState from, PersonState to) => (from, to) switch
    {
        (PersonState.Candidate, PersonState.Active or PersonState.Left or PersonState.Deceased) => true,
        (PersonState.Active, PersonState.Paused or PersonState.Left or PersonState.Deceased) => true,
        (PersonState.Paused, PersonState.Active or PersonState.Left or PersonState.Deceased) => true,
        (PersonState.Left, PersonState.Active or PersonState.Deceased) => true,       // people come back
        _ => false,
    };
}
