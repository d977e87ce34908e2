using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;

namespace Tisserand.App.Territories;

/// <summary>An area with its own coordinators: the unit of planning, of rights and of scale.</summary>
public sealed class Territory
{
    private Territory() { }

    public Territory(TerritoryId id, string name, string seatInsee, string phone)
    {
        Id = id;
        Name = name;
        SeatInsee = seatInsee;
        Phone = phone;
    }

    public TerritoryId Id { get; private set; }

    [NotPersonal("the territory's public name")]
    public string Name { get; private set; } = "";

    [NotPersonal("the commune of the seat")]
    public string SeatInsee { get; private set; } = "";

    [NotPersonal("the cooperative's public number, on every page and message (E.164)")]
    public string Phone { get; private set; } = "";

    [NotPersonal("the cooperative's public address for answers")]
    public string? Email { get; private set; }

    /// <summary>Confidence from which a list may be validated without a person; null = never.</summary>
    public double? AutomaticFrom { get; private set; }

    /// <summary>How long an automatic validation can be stopped before messages leave, in minutes of duty time.</summary>
    public int GraceMinutes { get; private set; } = 30;

    /// <summary>What people write by themselves, by text message or e-mail, becomes requests; else a person reads it first.</summary>
    public bool ReadsTexts { get; private set; }

    /// <summary>Counts every change to people of the territory, so that memory kept of them is renewed.</summary>
    public long PeopleVersion { get; private set; }

    public void PeopleChanged() => PeopleVersion++;

    /// <exception cref="ArgumentOutOfRangeException">The threshold is not between 0.5 and 1, or the delay not between 0 and 600 minutes.</exception>
    public void DecideAutomatically(double? from, int graceMinutes)
    {
        if (from is < 0.5 or > 1) throw new ArgumentOutOfRangeException(nameof(from), from, "A threshold lies between 0.5 and 1.");
        ArgumentOutOfRangeException.ThrowIfNegative(graceMinutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(graceMinutes, 600);
        AutomaticFrom = from;
        GraceMinutes = graceMinutes;
    }

    public void OpenToTexts(bool yes) => ReadsTexts = yes;

    public void CanBeReachedAt(string phone, string? email)
    {
        Phone = phone;
        Email = email;
    }

    internal static void Map(ModelBuilder model) => model.Entity<Territory>(t =>
    {
        t.ToTable("territories");
        t.Property(x => x.Name).HasMaxLength(120);
        t.Property(x => x.PeopleVersion);
    });
}
