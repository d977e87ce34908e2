using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Proposals;

public enum ProposalState { Suggested, Validated, Notified, Accepted, Declined, Lapsed, Withdrawn }

/// <summary>One volunteer for one request, with value, chances and reasons as they were when it was made.</summary>
public sealed class Proposal
{
    private Proposal() { }

    public Proposal(ProposalId id, HelpRequest request, VolunteerId volunteer, int rank, ProposalFigures? figures, Instant at)
    {
        Id = id;
        Request = request;
        RequestId = request.Id;
        VolunteerId = volunteer;
        Rank = rank;
        SetFigures(figures);
        State = ProposalState.Suggested;
        SuggestedAt = at;
    }

    public ProposalId Id { get; private set; }

    public HelpRequestId RequestId { get; private set; }

    public HelpRequest Request { get; private set; } = null!;

    public VolunteerId VolunteerId { get; private set; }

    public Volunteer Volunteer { get; private set; } = null!;

    public ProposalState State { get; private set; }

    /// <summary>Place in the ordered list, from 1.</summary>
    public int Rank { get; private set; }

    public double Value { get; private set; }

    /// <summary>Chance of a yes when asked.</summary>
    public double ChanceOfYes { get; private set; }

    /// <summary>Chance of a good visit after a yes.</summary>
    public double ChanceOfGood { get; private set; }

    /// <summary>Lines of value and cards, as stored by <see cref="ProposalFigures"/>: what is shown and replayed.</summary>
    [Personal(Purpose.Accountability, LegalBasis.LegitimateInterest, Retention.RequestYear, Recipients.Coordinators, Encrypted = false)]
    public string Figures { get; private set; } = "";

    [NotPersonal("instant")]
    public Instant SuggestedAt { get; private set; }

    [NotPersonal("instant")]
    public Instant? ValidatedAt { get; private set; }

    /// <summary>When she was asked (last).</summary>
    [NotPersonal("instant")]
    public Instant? NotifiedAt { get; private set; }

    [NotPersonal("instant")]
    public Instant? AnsweredAt { get; private set; }

    /// <summary>She was willing, but the place was taken.</summary>
    [NotPersonal("instant")]
    public Instant? LateYesAt { get; private set; }

    /// <summary>Number of the wave in which she was asked, from 1; 0 = not yet.</summary>
    public int Wave { get; private set; }

    /// <summary>"OUI 47": the short number of this question.</summary>
    public int? ShortCode { get; private set; }

    /// <summary>Blind index of the answering link's secret.</summary>
    [NotPersonal("hash of a secret")]
    public byte[]? AnswerKey { get; private set; }

    /// <summary>Asked outside the budget of solicitations: own regular, urgent, or a coordinator's own call.</summary>
    public bool OutsideBudget { get; private set; }

    /// <summary>Why she said no, if she said it; in her words.</summary>
    [Personal(Purpose.Proposing, LegalBasis.LegitimateInterest, Retention.RequestYear, Recipients.Coordinators)]
    public string? DeclineWords { get; private set; }

    public bool WaitsForAnswer => State == ProposalState.Notified;

    /// <summary>Null where nothing was computed: a series' own volunteer, a coordinator's own call.</summary>
    public void SetFigures(ProposalFigures? figures)
    {
        Value = figures?.Value.Total ?? 0;
        ChanceOfYes = figures?.ChanceOfYes ?? 0;
        ChanceOfGood = figures?.ChanceOfGood ?? 0;
        Figures = figures?.Write() ?? "";
    }

    public void RankedAt(int rank, ProposalFigures? figures)
    {
        Rank = rank;
        SetFigures(figures);
    }

    public bool Validate(Instant now)
    {
        if (State != ProposalState.Suggested) return false;
        State = ProposalState.Validated;
        ValidatedAt = now;
        Request.Bump();
        return true;
    }

    /// <summary>Brings a proposal of an earlier round back into the list: the need changed, or the request was reopened.</summary>
    public bool Renew(Instant now)
    {
        if (State is not (ProposalState.Lapsed or ProposalState.Withdrawn or ProposalState.Declined or ProposalState.Validated)) return false;
        State = ProposalState.Suggested;
        SuggestedAt = now;
        ValidatedAt = null;
        Request.Bump();
        return true;
    }

    /// <summary>She is asked. A solicitation leaves only while the request is open.</summary>
    public bool Notify(Instant now, int wave, int? shortCode, byte[]? answerKey, bool outsideBudget)
    {
        if (State is not (ProposalState.Validated or ProposalState.Suggested) || Request.State != RequestState.Open) return false;
        State = ProposalState.Notified;
        NotifiedAt = now;
        ValidatedAt ??= now;
        AnsweredAt = null;
        Wave = wave;
        ShortCode = shortCode;
        AnswerKey = answerKey;
        OutsideBudget = outsideBudget;
        Request.Bump();
        return true;
    }

    /// <summary>She says yes, for a visit beginning at <paramref name="start"/>. While a place is open, a no, a silence or a withdrawal may still become a yes.</summary>
    public AcceptOutcome Accept(Instant now, Instant start, IdSource ids)
    {
        if (State is not (ProposalState.Notified or ProposalState.Declined or ProposalState.Lapsed or ProposalState.Withdrawn)
            || NotifiedAt is null || NotifiedAt < Request.NeedChangedAt)     // her yes would be to another time or place
            return new AcceptOutcome.NotWaiting(State);

        AnsweredAt = now;
        if (Request.TryTakePlace(now))
        {
            State = ProposalState.Accepted;
            return new AcceptOutcome.Planned(Visit.Of(Request, VolunteerId, Id, start, ids, now));
        }

        if (State == ProposalState.Notified) State = ProposalState.Lapsed;
        LateYesAt ??= now;                                    // she was willing: remembered on the proposal, bumps nothing
        return new AcceptOutcome.TooLate();
    }

    public bool Decline(Instant now, string? words)
    {
        if (State is not (ProposalState.Notified or ProposalState.Lapsed)) return false;
        State = ProposalState.Declined;
        AnsweredAt = now;
        DeclineWords = words;
        Request.Bump();
        return true;
    }

    /// <summary>No answer in time; a yes may still come while a place is open.</summary>
    public bool Lapse()
    {
        if (State != ProposalState.Notified) return false;
        State = ProposalState.Lapsed;
        Request.Bump();
        return true;
    }

    public bool Withdraw()
    {
        if (State is ProposalState.Accepted or ProposalState.Withdrawn) return false;
        State = ProposalState.Withdrawn;
        Request.Bump();
        return true;
    }

    /// <summary>Her visit was called off without her doing: she stays willing, and may be asked again.</summary>
    public void IsReleased()
    {
        if (State != ProposalState.Accepted) return;
        State = ProposalState.Withdrawn;
        Request.Bump();
    }

    /// <summary>What was called off by a slip stands again.</summary>
    public void StandsAgain()
    {
        State = ProposalState.Accepted;
        Request.Bump();
    }

    /// <summary>She had said yes and cancels: for this need she has now said no.</summary>
    public void TakesBackYes(Instant now, string? words = null)
    {
        State = ProposalState.Declined;
        AnsweredAt = now;
        DeclineWords = words ?? DeclineWords;
        Request.Bump();
    }

    internal static void Map(ModelBuilder model) => model.Entity<Proposal>(p =>
    {
        p.ToTable("proposals");
        p.HasOne(x => x.Request).WithMany(r => r.Proposals).HasForeignKey(x => x.RequestId);
        p.HasOne(x => x.Volunteer).WithMany().HasForeignKey(x => x.VolunteerId);
        p.HasIndex(x => new { x.RequestId, x.VolunteerId }).IsUnique();
        p.HasIndex(x => new { x.VolunteerId, x.NotifiedAt });
        p.HasIndex(x => x.AnswerKey);
    });
}
