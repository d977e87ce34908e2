using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using static Tisserand.App.Privacy.LegalBasis;
using static Tisserand.App.Privacy.Purpose;
using static Tisserand.App.Privacy.Recipients;

namespace Tisserand.App.Beneficiaries;

/// <summary>A person who is helped.</summary>
public sealed class Beneficiary
{
    private readonly List<BeneficiaryPause> _pauses = [];
    private readonly List<Carer> _carers = [];

    private Beneficiary() { }

    public Beneficiary(BeneficiaryId id, Person person, Instant at)
    {
        Id = id;
        Person = person;
        PersonId = person.Id;
        TerritoryId = person.TerritoryId;
        State = PersonState.Candidate;
        StateSince = JoinedAt = at;
    }

    public BeneficiaryId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public Person Person { get; private set; } = null!;

    public TerritoryId TerritoryId { get; private set; }

    public PersonState State { get; private set; }

    [NotPersonal("instant of a state")]
    public Instant StateSince { get; private set; }

    [NotPersonal("instant of a state")]
    public Instant JoinedAt { get; private set; }

    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public bool LivesAlone { get; private set; }

    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public bool HasRelativesNear { get; private set; }

    /// <summary>Condition: the volunteer speaks this language (ISO code).</summary>
    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public string? RequiresLanguage { get; private set; }

    /// <summary>Condition, for personal reasons: a woman, or a man.</summary>
    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public Sex RequiresSex { get; private set; }

    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public bool RequiresNoAnimal { get; private set; }

    /// <summary>Wish: always the same person where possible.</summary>
    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public bool WishesSameFace { get; private set; }

    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public IReadOnlyList<string> Interests { get; private set; } = [];

    /// <summary>Wish: languages she likes to speak (ISO codes).</summary>
    [Personal(Proposing, Contract, Retention.PersonFile, Coordinators | ThePersonHerself, Encrypted = false)]
    public IReadOnlyList<string> LikesToSpeak { get; private set; } = [];

    /// <summary>Practical needs from the closed list ("escaliers"); kept only with her consent.</summary>
    [Personal(Visit, ExplicitConsent, Retention.PersonFile, Coordinators | TheVolunteerAfterYes | ThePersonHerself)]
    public string? PracticalNeedCodes { get; private set; }

    [Personal(Visit, Contract, Retention.EndOfPairing, Coordinators | TheVolunteerNearTheVisit | ThePersonHerself)]
    public string? DoorCode { get; private set; }

    public IReadOnlyList<BeneficiaryPause> Pauses => _pauses;

    public IReadOnlyList<Carer> Carers => _carers;

    public IReadOnlyList<string> PracticalNeeds => PracticalNeedCodes?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public void Lives(bool alone, bool relativesNear)
    {
        LivesAlone = alone;
        HasRelativesNear = relativesNear;
    }

    public void Requires(string? language, Sex sex, bool noAnimal)
    {
        RequiresLanguage = language;
        RequiresSex = sex;
        RequiresNoAnimal = noAnimal;
    }

    public void Wishes(bool sameFace, IReadOnlyList<string> interests)
    {
        WishesSameFace = sameFace;
        Interests = interests;
    }

    public void LikesToHear(IReadOnlyList<string> languages) => LikesToSpeak = languages;

    public void Needs(IReadOnlyList<string> practicalNeeds, string? doorCode)
    {
        PracticalNeedCodes = practicalNeeds.Count == 0 ? null : string.Join(',', practicalNeeds);
        DoorCode = doorCode;
    }

    public void CaredForBy(Carer carer) => _carers.Add(carer);

    public void GoesAway(BeneficiaryPause pause) => _pauses.Add(pause);

    public bool MoveTo(PersonState next, Instant at)
    {
        if (!PersonLife.Allows(State, next)) return false;
        State = next;
        StateSince = at;
        return true;
    }

    internal static void Map(ModelBuilder model) => model.Entity<Beneficiary>(b =>
    {
        b.ToTable("beneficiaries");
        b.HasOne(x => x.Person).WithMany().HasForeignKey(x => x.PersonId);
        b.HasOne<Territory>().WithMany().HasForeignKey(x => x.TerritoryId);
        b.HasMany(x => x.Pauses).WithOne().HasForeignKey(c => c.BeneficiaryId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(x => x.Carers).WithOne().HasForeignKey(c => c.BeneficiaryId).OnDelete(DeleteBehavior.Cascade);
        b.Navigation(x => x.Pauses).UsePropertyAccessMode(PropertyAccessMode.Field);
        b.Navigation(x => x.Carers).UsePropertyAccessMode(PropertyAccessMode.Field);
        b.Ignore(x => x.PracticalNeeds);
        b.HasIndex(x => new { x.TerritoryId, x.State });
        b.HasIndex(x => x.PersonId);
    });
}
