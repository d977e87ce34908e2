using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.Privacy;

namespace Tisserand.App.Volunteers;

/// <summary>Something seen about a volunteer: licence, insurance, references. Never the document, and no field for one.</summary>
public sealed class VolunteerCheck
{
    private VolunteerCheck() { }

    public VolunteerCheck(VolunteerCheckId id, VolunteerId volunteer, string kind, LocalDate seenOn, AccountId? seenBy, LocalDate? validUntil)
    {
        Id = id;
        VolunteerId = volunteer;
        Kind = kind;
        SeenOn = seenOn;
        SeenBy = seenBy;
        ValidUntil = validUntil;
    }

    public VolunteerCheckId Id { get; private set; }

    public VolunteerId VolunteerId { get; private set; }

    [Personal(Purpose.Safety, LegalBasis.LegitimateInterest, Retention.CheckValidity, Recipients.Coordinators | Recipients.ThePersonHerself, Encrypted = false)]
    public string Kind { get; private set; } = "";

    [Personal(Purpose.Safety, LegalBasis.LegitimateInterest, Retention.CheckValidity, Recipients.Coordinators | Recipients.ThePersonHerself, Encrypted = false)]
    public LocalDate SeenOn { get; private set; }

    public AccountId? SeenBy { get; private set; }

    /// <summary>Last day of validity; null = no end.</summary>
    [Personal(Purpose.Safety, LegalBasis.LegitimateInterest, Retention.CheckValidity, Recipients.Coordinators | Recipients.ThePersonHerself, Encrypted = false)]
    public LocalDate? ValidUntil { get; private set; }

    internal static void Map(ModelBuilder model) => model.Entity<VolunteerCheck>(c => c.ToTable("volunteer_checks"));
}
