using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.France;
using static Tisserand.App.Privacy.LegalBasis;
using static Tisserand.App.Privacy.Recipients;

namespace Tisserand.App.Requests;

public enum RequestState { Draft, Open, Matched, Done, NotDone, Unmet, Cancelled }

public enum EndReason { None, DoneByOthers, NoLongerWanted, OutOfScope, Duplicate, Unreachable, NoVolunteer, Pause, Moved, PersonLeft, Deceased, TimePassed, DayCalledOff }

public enum RequestSource { Phone, Web, Paper, Sms, Recurring, Past, Email }

/// <summary>A trip is simple, a return with waiting, or one leg of two.</summary>
public enum TripKind { None, Simple, ReturnWithWaiting, OutwardLeg, ReturnLeg }

/// <summary>One need at one time. Root of its proposals, waves and visits: whatever changes one of them bumps <see cref="Version"/>,
/// so a transition happens once however many taps arrive.</summary>
public sealed partial class HelpRequest
{
    private readonly List<Proposal> _proposals = [];
    private readonly List<Visit> _visits = [];

    private HelpRequest() { }

    public HelpRequest(HelpRequestId id, TerritoryId territory, BeneficiaryId? beneficiary, string needType, RequestSource source, Instant at)
    {
        Id = id;
        TerritoryId = territory;
        BeneficiaryId = beneficiary;
        NeedType = needType;
        Source = source;
        CreatedAt = WaitingSince = NeedChangedAt = at;
        State = RequestState.Draft;
    }

    public HelpRequestId Id { get; private set; }

    public TerritoryId TerritoryId { get; private set; }

    /// <summary>Null while a stranger's draft has no file yet.</summary>
    public BeneficiaryId? BeneficiaryId { get; private set; }

    public Beneficiary? Beneficiary { get; private set; }

    [NotPersonal("code of the taxonomy")]
    public string NeedType { get; private set; } = "";

    public RequestState State { get; private set; }

    public EndReason EndReason { get; private set; }

    /// <summary>To whom an out-of-scope need was sent, or of which request this is a duplicate; in words.</summary>
    [Personal(Purpose.Visit, Contract, Retention.RequestYear, Coordinators)]
    public string? EndNote { get; private set; }

    public RequestSource Source { get; private set; }

    /// <summary>The request's own words.</summary>
    [Personal(Purpose.Visit, Contract, Retention.RequestYear, Coordinators | ThePersonHerself)]
    public string? Text { get; private set; }

    /// <summary>Who a stranger's draft comes from and how she is reached, as typed, until a coordinator has spoken with her.</summary>
    [Personal(Purpose.Contact, LegitimateInterest, Retention.RequestYear, Coordinators)]
    public string? StrangerContact { get; private set; }

    [NotPersonal("instant")]
    public Instant CreatedAt { get; private set; }

    /// <summary>Since when somebody waits: creation, or the last reopening.</summary>
    [NotPersonal("instant")]
    public Instant WaitingSince { get; private set; }

    /// <summary>When the time or place last changed: nobody is asked twice for the same need unless it changed.</summary>
    [NotPersonal("instant")]
    public Instant NeedChangedAt { get; private set; }

    [NotPersonal("time of the need")]
    public Instant EarliestStart { get; private set; }

    [NotPersonal("time of the need")]
    public Instant LatestStart { get; private set; }

    /// <summary>Hour of the appointment, apart from the pick-up.</summary>
    [NotPersonal("time of the need")]
    public Instant? AppointmentAt { get; private set; }

    /// <summary>What planning books: the long duration of its need type.</summary>
    public int BookedMinutes { get; private set; }

    /// <summary>What people are told.</summary>
    public int UsualMinutes { get; private set; }

    /// <summary>Notice its need type asks before the latest start, in minutes.</summary>
    public int NoticeMinutes { get; private set; } = 120;

    public int People { get; private set; } = 1;

    public int PlacesTaken { get; private set; }

    public TripKind Trip { get; private set; }

    public HelpRequestId? OtherLegId { get; private set; }

    /// <summary>Commune of the help, or of the pick-up.</summary>
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

    public RecurringNeedId? RecurringNeedId { get; private set; }

    /// <summary>Day of the series this request stands for; unique in its series.</summary>
    [NotPersonal("day of a series")]
    public LocalDate? OccurrenceDate { get; private set; }

    /// <summary>A volunteer to be asked first and alone: main of a series, or known second.</summary>
    public VolunteerId? AskFirst { get; private set; }

    public bool IsUrgent { get; private set; }

    public bool OneAtATime { get; private set; }

    public int TimesReopened { get; private set; }

    [NotPersonal("instant")]
    public Instant? MatchedAt { get; private set; }

    [NotPersonal("instant")]
    public Instant? ClosedAt { get; private set; }

    /// <summary>When the present list was validated; null = to propose or to validate.</summary>
    [NotPersonal("instant")]
    public Instant? ValidatedAt { get; private set; }

    /// <summary>An automatic validation may be stopped until then; no message leaves before.</summary>
    [NotPersonal("instant")]
    public Instant? GraceEndsAt { get; private set; }

    /// <summary>When solicitation has to be looked at again; a stored due time, not a timer.</summary>
    [NotPersonal("instant")]
    public Instant? NextStepAt { get; private set; }

    /// <summary>Bumped by whatever changes this request, its proposals, waves or visits.</summary>
    public long Version { get; private set; }

    public IReadOnlyList<Proposal> Proposals => _proposals;

    public IReadOnlyList<Visit> Visits => _visits;

    public Instant Deadline => LatestStart - Duration.FromMinutes(NoticeMinutes);

    public Place Place => new(PlaceInsee, PlacePoint);

    public bool HasFreePlace => PlacesTaken < People;

    internal static void Map(ModelBuilder model) => model.Entity<HelpRequest>(r =>
    {
        r.ToTable("help_requests", t =>
        {
            t.HasCheckConstraint("places", "\"PlacesTaken\" >= 0 AND \"PlacesTaken\" <= \"People\"");
            t.HasCheckConstraint("span", "\"EarliestStart\" <= \"LatestStart\"");
        });
        r.Property(x => x.Version).IsConcurrencyToken();
        r.Property(x => x.NeedType).HasMaxLength(60);
        r.HasOne(x => x.Beneficiary).WithMany().HasForeignKey(x => x.BeneficiaryId);
        r.HasOne<Territory>().WithMany().HasForeignKey(x => x.TerritoryId);
        r.HasIndex(x => new { x.TerritoryId, x.State, x.LatestStart });
        r.Navigation(x => x.Proposals).UsePropertyAccessMode(PropertyAccessMode.Field);
        r.Navigation(x => x.Visits).UsePropertyAccessMode(PropertyAccessMode.Field);
        r.Ignore(x => x.Place);
        r.HasIndex(x => x.NextStepAt);
        r.HasIndex(x => x.BeneficiaryId);
        r.HasIndex(x => new { x.RecurringNeedId, x.OccurrenceDate, x.Trip }).IsUnique();
    });
}
