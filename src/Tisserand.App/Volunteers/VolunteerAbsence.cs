using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;

namespace Tisserand.App.Volunteers;

/// <summary>Days on which a volunteer is away: illness, holidays. Her series come back to her afterwards.</summary>
public sealed class VolunteerAbsence
{
    private VolunteerAbsence() { }

    public VolunteerAbsence(VolunteerAbsenceId id, VolunteerId volunteer, LocalDate from, LocalDate until, string? reason)
    {
        Id = id;
        VolunteerId = volunteer;
        From = from;
        Until = until;
        Reason = reason;
    }

    public VolunteerAbsenceId Id { get; private set; }

    public VolunteerId VolunteerId { get; private set; }

    [Personal(Purpose.Proposing, LegalBasis.Contract, Retention.RequestYear, Recipients.Coordinators | Recipients.ThePersonHerself, Encrypted = false)]
    public LocalDate From { get; private set; }

    /// <summary>Last day away.</summary>
    [Personal(Purpose.Proposing, LegalBasis.Contract, Retention.RequestYear, Recipients.Coordinators | Recipients.ThePersonHerself, Encrypted = false)]
    public LocalDate Until { get; private set; }

    [Personal(Purpose.Proposing, LegalBasis.Contract, Retention.RequestYear, Recipients.Coordinators | Recipients.ThePersonHerself)]
    public string? Reason { get; private set; }

    public bool Covers(LocalDate day) => day >= From && day <= Until;

    /// <summary>She is back earlier than said.</summary>
    public void EndsOn(LocalDate lastDay) => Until = lastDay < From ? From.PlusDays(-1) : lastDay;

    internal static void Map(ModelBuilder model) => model.Entity<VolunteerAbsence>(a => a.ToTable("volunteer_absences"));
}
