using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Beneficiaries;

public enum ExcludedBy { Volunteer, Beneficiary, Coordinator }

/// <summary>"Plus jamais ensemble", said by either side. Never explained to the other person.</summary>
public sealed class Exclusion
{
    private Exclusion() { }

    public Exclusion(ExclusionId id, VolunteerId volunteer, BeneficiaryId beneficiary, ExcludedBy by, string? reason, Instant at)
    {
        Id = id;
        VolunteerId = volunteer;
        BeneficiaryId = beneficiary;
        By = by;
        Reason = reason;
        At = at;
    }

    public ExclusionId Id { get; private set; }

    public VolunteerId VolunteerId { get; private set; }

    public BeneficiaryId BeneficiaryId { get; private set; }

    [Personal(Purpose.Safety, LegalBasis.LegitimateInterest, Retention.PersonFile, Recipients.Coordinators, Encrypted = false)]
    public ExcludedBy By { get; private set; }

    [Personal(Purpose.Safety, LegalBasis.LegitimateInterest, Retention.PersonFile, Recipients.Coordinators)]
    public string? Reason { get; private set; }

    [NotPersonal("instant of a decision")]
    public Instant At { get; private set; }

    internal static void Map(ModelBuilder model) => model.Entity<Exclusion>(e =>
    {
        e.ToTable("exclusions");
        e.HasIndex(x => new { x.VolunteerId, x.BeneficiaryId }).IsUnique();
    });
}
