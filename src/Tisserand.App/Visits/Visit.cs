using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Visits;

public enum VisitState { Planned, Done, VolunteerAbsent, NobodyHome, CancelledByVolunteer, CancelledByBeneficiary }

/// <summary>An accepted proposal, carried out or not.</summary>
public sealed class Visit
{
    private readonly List<Feedback> _feedback = [];

    private Visit() { }

    public VisitId Id { get; private set; }

    public HelpRequestId RequestId { get; private set; }

    public HelpRequest Request { get; private set; } = null!;

    public ProposalId? ProposalId { get; private set; }

    public VolunteerId VolunteerId { get; private set; }

    public Volunteer Volunteer { get; private set; } = null!;

    public BeneficiaryId BeneficiaryId { get; private set; }

    public TerritoryId TerritoryId { get; private set; }

    public VisitState State { get; private set; }

    [NotPersonal("instant")]
    public Instant Start { get; private set; }

    /// <summary>End of what is booked.</summary>
    [NotPersonal("instant")]
    public Instant End { get; private set; }

    [NotPersonal("instant")]
    public Instant PlannedAt { get; private set; }

    [NotPersonal("instant")]
    public Instant? EndedAt { get; private set; }

    /// <summary>Counted as done after 48 h without dispute; shown as "non confirmée".</summary>
    public bool IsUnconfirmed { get; private set; }

    /// <summary>Pause, absence, day called off…; a code.</summary>
    [NotPersonal("code of a reason")]
    public string? EndReason { get; private set; }

    /// <summary>The next look: reminder, question, or counting as done. A stored due time.</summary>
    [NotPersonal("instant")]
    public Instant? NextStepAt { get; private set; }

    public int RemindersSent { get; private set; }

    [NotPersonal("instant")]
    public Instant? QuestionAskedAt { get; private set; }

    /// <summary>She is still there and late; her next person was warned.</summary>
    [NotPersonal("instant")]
    public Instant? OverrunSaidAt { get; private set; }

    public IReadOnlyList<Feedback> Feedback => _feedback;

    public bool IsPlanned => State == VisitState.Planned;

    /// <summary>A visit counts against the volunteer's hours unless it was cancelled.</summary>
    public static readonly VisitState[] Kept = [VisitState.Planned, VisitState.Done, VisitState.NobodyHome, VisitState.VolunteerAbsent];

    public static Visit Of(HelpRequest request, VolunteerId volunteer, ProposalId? proposal, Instant start, IdSource ids, Instant now) => new()
    {
        Id = ids.New<VisitId>(),
        Request = request,
        RequestId = request.Id,
        ProposalId = proposal,
        VolunteerId = volunteer,
        BeneficiaryId = request.BeneficiaryId ?? throw new InvalidOperationException("An open request has a beneficiary."),
        TerritoryId = request.TerritoryId,
        State = VisitState.Planned,
        Start = start,
        End = start + Duration.FromMinutes(request.BookedMinutes),
        PlannedAt = now,
        NextStepAt = now,
    };

    /// <summary>The visit's end, said by either side or counted. Illegal moves return false.</summary>
    public bool EndAs(VisitState end, string? reason, Instant now, bool unconfirmed = false)
    {
        var correctable = State is VisitState.Done && IsUnconfirmed;          // a dispute corrects a guess
        if (State != VisitState.Planned && !correctable) return false;
        State = end;
        EndReason = reason;
        EndedAt = now;
        IsUnconfirmed = unconfirmed;
        NextStepAt = null;
        Request.Bump();
        return true;
    }

    /// <summary>It was called off by a slip, and stands again.</summary>
    public void StandsAgain(Instant now)
    {
        State = VisitState.Planned;
        EndReason = null;
        EndedAt = null;
        NextStepAt = now;
        Request.Bump();
    }

    /// <summary>Either side confirms what had been counted.</summary>
    public void Confirm() => IsUnconfirmed = false;

    /// <summary>Another hour: what was reminded of the old one no longer counts.</summary>
    public void MovesTo(Instant start)
    {
        RemindersSent = 0;
        NextStepAt = PlannedAt;                              // looked at anew at once
        End = start + (End - Start);
        Start = start;
        Request.Bump();
    }

    public void LookAgainAt(Instant? at) => NextStepAt = at;

    public void Reminded() => RemindersSent++;

    public void QuestionAsked(Instant at) => QuestionAskedAt = at;

    public void Overruns(Instant at) => OverrunSaidAt = at;

    public void Hears(Feedback feedback) => _feedback.Add(feedback);

    internal static void Map(ModelBuilder model) => model.Entity<Visit>(v =>
    {
        v.ToTable("visits", t => t.HasCheckConstraint("order", "\"Start\" < \"End\""));
        v.HasOne(x => x.Request).WithMany(r => r.Visits).HasForeignKey(x => x.RequestId);
        v.HasOne(x => x.Volunteer).WithMany().HasForeignKey(x => x.VolunteerId);
        v.HasOne<Beneficiary>().WithMany().HasForeignKey(x => x.BeneficiaryId);
        v.HasMany(x => x.Feedback).WithOne().HasForeignKey(f => f.VisitId).OnDelete(DeleteBehavior.Cascade);
        v.Navigation(x => x.Feedback).UsePropertyAccessMode(PropertyAccessMode.Field);
        v.HasIndex(x => new { x.VolunteerId, x.Start });
        v.HasIndex(x => new { x.BeneficiaryId, x.Start });
        v.HasIndex(x => new { x.TerritoryId, x.Start });
        v.HasIndex(x => x.NextStepAt);
        v.HasIndex(x => x.ProposalId);
    });
}
