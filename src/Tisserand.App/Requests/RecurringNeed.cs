using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Privacy;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.France;
using static Tisserand.App.Privacy.LegalBasis;
using static Tisserand.App.Privacy.Recipients;

namespace Tisserand.App.Requests;

public enum SeriesState { Active, Paused, Ended }

/// <summary>A rule that creates requests, 28 days ahead. A main volunteer has said yes once, to the series; a one-off
/// replacement never changes it.</summary>
public sealed class RecurringNeed
{
    private RecurringNeed() { }

    public RecurringNeed(RecurringNeedId id, TerritoryId territory, BeneficiaryId beneficiary, string needType, string rrule, LocalDate firstDate, LocalTime startsAt)
    {
        Id = id;
        TerritoryId = territory;
        BeneficiaryId = beneficiary;
        NeedType = needType;
        Rule = rrule;
        FirstDate = firstDate;
        StartsAt = startsAt;
    }

    public RecurringNeedId Id { get; private set; }

    public TerritoryId TerritoryId { get; private set; }

    public BeneficiaryId BeneficiaryId { get; private set; }

    public Beneficiary Beneficiary { get; private set; } = null!;

    [NotPersonal("code of the taxonomy")]
    public string NeedType { get; private set; } = "";

    public SeriesState State { get; private set; }

    /// <summary>RFC 5545 rule, without times.</summary>
    [NotPersonal("rhythm of a need")]
    public string Rule { get; private set; } = "";

    [NotPersonal("day of a series")]
    public LocalDate FirstDate { get; private set; }

    [NotPersonal("day of a series")]
    public LocalDate? LastDate { get; private set; }

    [NotPersonal("time of a need")]
    public LocalTime StartsAt { get; private set; }

    /// <summary>Hour of the appointment, apart from the pick-up; null without one.</summary>
    [NotPersonal("time of a need")]
    public LocalTime? AppointmentAt { get; private set; }

    /// <summary>How much later it may start, in minutes.</summary>
    public int FlexibleMinutes { get; private set; }

    public TripKind Trip { get; private set; }

    public int UsualMinutes { get; private set; } = 60;

    public int BookedMinutes { get; private set; } = 60;

    public int NoticeMinutes { get; private set; } = 120;

    public bool NotInSchoolHolidays { get; private set; }

    public bool NotOnPublicHolidays { get; private set; }

    [Personal(Purpose.Proposing, Contract, Retention.RequestYear, Coordinators | TheVolunteerAfterYes, Encrypted = false)]
    public string PlaceInsee { get; private set; } = "";

    [Personal(Purpose.Visit, Contract, Retention.RequestYear, Coordinators | TheVolunteerNearTheVisit)]
    public string? PlaceStreet { get; private set; }

    [Personal(Purpose.Proposing, Contract, Retention.RequestYear, Coordinators)]
    public GeoPoint? PlacePoint { get; private set; }

    [Personal(Purpose.Proposing, Contract, Retention.RequestYear, Coordinators | TheVolunteerAfterYes, Encrypted = false)]
    public string? DestinationInsee { get; private set; }

    [Personal(Purpose.Visit, Contract, Retention.RequestYear, Coordinators | TheVolunteerNearTheVisit)]
    public string? DestinationAddress { get; private set; }

    [Personal(Purpose.Visit, Contract, Retention.RequestYear, Coordinators | ThePersonHerself)]
    public string? Text { get; private set; }

    public VolunteerId? MainVolunteerId { get; private set; }

    /// <summary>Last day of the main volunteer's promise; null = until she says otherwise.</summary>
    [NotPersonal("day of a series")]
    public LocalDate? MainUntil { get; private set; }

    public VolunteerId? SecondVolunteerId { get; private set; }

    /// <summary>Requests exist up to this day.</summary>
    [NotPersonal("day of a series")]
    public LocalDate? CreatedUntil { get; private set; }

    /// <summary>Visits done at the last time both were asked whether to go on.</summary>
    public int ReviewedAtCount { get; private set; }

    public long Version { get; private set; }

    public void Takes(int flexibleMinutes, int usualMinutes, int bookedMinutes, int noticeMinutes, bool notInSchoolHolidays, bool notOnPublicHolidays, LocalDate? lastDate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(flexibleMinutes);
        ArgumentOutOfRangeException.ThrowIfLessThan(bookedMinutes, usualMinutes);
        FlexibleMinutes = flexibleMinutes;
        UsualMinutes = usualMinutes;
        BookedMinutes = bookedMinutes;
        NoticeMinutes = noticeMinutes;
        NotInSchoolHolidays = notInSchoolHolidays;
        NotOnPublicHolidays = notOnPublicHolidays;
        LastDate = lastDate;
        Version++;
    }

    /// <exception cref="ArgumentException">The appointment lies before the pick-up.</exception>
    public void IsExpectedAt(LocalTime? appointment)
    {
        if (appointment < StartsAt) throw new ArgumentException("The appointment lies before the pick-up.", nameof(appointment));
        AppointmentAt = appointment;
        Version++;
    }

    public void Happens(Place at, string? street, string? destinationInsee, string? destinationAddress, TripKind trip, string? text)
    {
        Trip = trip;
        PlaceInsee = at.Insee;
        PlacePoint = at.Street;
        PlaceStreet = street;
        DestinationInsee = destinationInsee;
        DestinationAddress = destinationAddress;
        Text = text;
        Version++;
    }

    /// <summary>She says yes once, to the series, until a date.</summary>
    public void HasMain(VolunteerId? volunteer, LocalDate? until)
    {
        MainVolunteerId = volunteer;
        MainUntil = until;
        Version++;
    }

    public void HasSecond(VolunteerId? volunteer)
    {
        SecondVolunteerId = volunteer;
        Version++;
    }

    public VolunteerId? MainOn(LocalDate day) => MainUntil is { } until && day > until ? null : MainVolunteerId;

    /// <summary>Requests exist up to this day; null = look again from today (she is back earlier than said).</summary>
    public void RequestsExistUntil(LocalDate? day)
    {
        CreatedUntil = day;
        Version++;
    }

    public void ReviewedAt(int visitsDone)
    {
        ReviewedAtCount = visitsDone;
        Version++;
    }

    public bool MoveTo(SeriesState next)
    {
        if (State == SeriesState.Ended || State == next) return false;
        State = next;
        Version++;
        return true;
    }

    /// <summary>No request after this day; those until then stay.</summary>
    public bool EndsAfter(LocalDate lastDate)
    {
        if (!MoveTo(SeriesState.Ended)) return false;
        LastDate = lastDate;
        return true;
    }

    internal static void Map(ModelBuilder model) => model.Entity<RecurringNeed>(r =>
    {
        r.ToTable("recurring_needs");
        r.Property(x => x.Version).IsConcurrencyToken();
        r.HasOne(x => x.Beneficiary).WithMany().HasForeignKey(x => x.BeneficiaryId);
        r.HasOne<Territory>().WithMany().HasForeignKey(x => x.TerritoryId);
        r.HasIndex(x => new { x.TerritoryId, x.State });
        r.HasIndex(x => x.MainVolunteerId);
    });
}
