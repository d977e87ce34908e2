using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;

namespace Tisserand.App.Beneficiaries;

/// <summary>A time away (hospital, family): her requests and visits rest, and come back with a question on the day of return.</summary>
public sealed class BeneficiaryPause
{
    private BeneficiaryPause() { }

    public BeneficiaryPause(BeneficiaryPauseId id, BeneficiaryId beneficiary, LocalDate from, LocalDate? until, string? reason)
    {
        Id = id;
        BeneficiaryId = beneficiary;
        From = from;
        Until = until;
        Reason = reason;
    }

    public BeneficiaryPauseId Id { get; private set; }

    public BeneficiaryId BeneficiaryId { get; private set; }

    [Personal(Purpose.Proposing, LegalBasis.Contract, Retention.RequestYear, Recipients.Coordinators | Recipients.ThePersonHerself, Encrypted = false)]
    public LocalDate From { get; private set; }

    /// <summary>Last day away; null = not known yet.</summary>
    [Personal(Purpose.Proposing, LegalBasis.Contract, Retention.RequestYear, Recipients.Coordinators | Recipients.ThePersonHerself, Encrypted = false)]
    public LocalDate? Until { get; private set; }

    /// <summary>Encrypted: "in hospital 3–17 May" is a burglar's calendar.</summary>
    [Personal(Purpose.Proposing, LegalBasis.Contract, Retention.RequestYear, Recipients.Coordinators | Recipients.ThePersonHerself)]
    public string? Reason { get; private set; }

    /// <summary>When she was asked whether her visits start again.</summary>
    [NotPersonal("instant of a message")]
    public Instant? ReturnAskedAt { get; private set; }

    [NotPersonal("instant of a state")]
    public Instant? EndedAt { get; private set; }

    public bool Covers(LocalDate day) => EndedAt is null && day >= From && (Until is null || day <= Until);

    /// <summary>She stays away longer, or until a day that is now known; she will be asked at the new one.</summary>
    public void Extends(LocalDate? lastDay)
    {
        Until = lastDay;
        ReturnAskedAt = null;
    }

    public bool Meets(LocalDate from, LocalDate? until) =>
        EndedAt is null && (until is null || From <= until) && (Until is null || from <= Until);

    public void ReturnAsked(Instant at) => ReturnAskedAt = at;

    public void Ends(Instant at) => EndedAt = at;

    internal static void Map(ModelBuilder model) => model.Entity<BeneficiaryPause>(p => p.ToTable("beneficiary_pauses"));
}
