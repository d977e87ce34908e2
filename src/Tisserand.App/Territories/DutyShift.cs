using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.Privacy;

namespace Tisserand.App.Territories;

/// <summary>What a line of the duty roster says of a coordinator.</summary>
public enum DutyKind
{
    /// <summary>She coordinates at these hours.</summary>
    Regular,

    /// <summary>She is away on these days; others stand in.</summary>
    Away,

    /// <summary>She stands in on these days, at these hours.</summary>
    StandIn,

    /// <summary>She answers outside office hours.</summary>
    OnCall,
}

/// <summary>One line of the duty roster: who coordinates which territory when.</summary>
public sealed class DutyShift
{
    private DutyShift() { }

    public DutyShift(DutyShiftId id, TerritoryId territory, AccountId coordinator, DutyKind kind, string hours, LocalDate? from, LocalDate? until)
    {
        Id = id;
        TerritoryId = territory;
        AccountId = coordinator;
        Kind = kind;
        Hours = hours;
        From = from;
        Until = until;
    }

    public DutyShiftId Id { get; private set; }

    public TerritoryId TerritoryId { get; private set; }

    public AccountId AccountId { get; private set; }

    public DutyKind Kind { get; private set; }

    /// <summary>When, in opening_hours notation; empty for whole days.</summary>
    [NotPersonal("office hours of an employee in her function")]
    public string Hours { get; private set; } = "";

    /// <summary>First day, null = since ever.</summary>
    [NotPersonal("roster of an employee in her function")]
    public LocalDate? From { get; private set; }

    /// <summary>Last day, included; null = until further notice.</summary>
    [NotPersonal("roster of an employee in her function")]
    public LocalDate? Until { get; private set; }

    internal static void Map(ModelBuilder model) => model.Entity<DutyShift>(d =>
    {
        d.ToTable("duty_shifts");
        d.HasIndex(x => x.TerritoryId);
        d.HasOne<Territory>().WithMany().HasForeignKey(x => x.TerritoryId);
    });
}
