using Microsoft.EntityFrameworkCore;
using Tisserand.App.People;
using Tisserand.App.Privacy;

namespace Tisserand.App.Beneficiaries;

public enum CarerKind { Relative, Neighbour, Guardian, TownHall, Hospital, HomeHelp }

/// <summary>Somebody who asks on a beneficiary's behalf, or is called when a door stays closed.</summary>
public sealed class Carer
{
    private Carer() { }

    public Carer(CarerId id, BeneficiaryId beneficiary, Person person, CarerKind kind, bool isReferent, bool isEmergency)
    {
        Id = id;
        BeneficiaryId = beneficiary;
        Person = person;
        PersonId = person.Id;
        Kind = kind;
        IsReferent = isReferent;
        IsEmergency = isEmergency;
    }

    public CarerId Id { get; private set; }

    public BeneficiaryId BeneficiaryId { get; private set; }

    public PersonId PersonId { get; private set; }

    public Person Person { get; private set; } = null!;

    [Personal(Purpose.Contact, LegalBasis.LegitimateInterest, Retention.PersonFile, Recipients.Coordinators | Recipients.ThePersonHerself, Encrypted = false)]
    public CarerKind Kind { get; private set; }

    /// <summary>The one who organises help with the beneficiary.</summary>
    [Personal(Purpose.Contact, LegalBasis.LegitimateInterest, Retention.PersonFile, Recipients.Coordinators | Recipients.ThePersonHerself, Encrypted = false)]
    public bool IsReferent { get; private set; }

    /// <summary>The one who is called first in an emergency.</summary>
    [Personal(Purpose.Safety, LegalBasis.LegitimateInterest, Retention.PersonFile, Recipients.Coordinators | Recipients.ThePersonHerself, Encrypted = false)]
    public bool IsEmergency { get; private set; }

    internal static void Map(ModelBuilder model) => model.Entity<Carer>(c =>
    {
        c.ToTable("carers");
        c.HasOne(x => x.Person).WithMany().HasForeignKey(x => x.PersonId);
    });
}
