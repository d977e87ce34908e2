using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Safety;

/// <summary>Where words of danger were read. Stored: names may be added, never changed.</summary>
public enum DangerSource { Sms, Email, Form, AfterVisit }

/// <summary>How an alert ended. Stored: names may be added, never changed.</summary>
public enum DangerEnd
{
    /// <summary>Somebody spoke with her.</summary>
    SpokenWith,

    /// <summary>Emergency services were called.</summary>
    EmergencyCalled,

    /// <summary>The words meant something else.</summary>
    FalseAlarm,
}

/// <summary>Somebody may be in danger: those on call are called one after the other, until one takes it in hand.</summary>
public sealed class DangerAlert
{
    private DangerAlert() { }

    public DangerAlert(DangerAlertId id, TerritoryId territory, PersonId? person, DangerSource source, string text, string? theme, Instant at)
    {
        Id = id;
        TerritoryId = territory;
        PersonId = person;
        Source = source;
        Text = text;
        Theme = theme;
        RaisedAt = at;
        NextStepAt = at;
    }

    public DangerAlertId Id { get; private set; }

    public TerritoryId TerritoryId { get; private set; }

    /// <summary>Who wrote; null when it is not known.</summary>
    public PersonId? PersonId { get; private set; }

    public DangerSource Source { get; private set; }

    public IncomingMessageId? IncomingMessageId { get; private set; }

    public HelpRequestId? RequestId { get; private set; }

    public VisitId? VisitId { get; private set; }

    /// <summary>Her words, as they came.</summary>
    [Personal(Purpose.Safety, LegalBasis.LegitimateInterest, Retention.MessageBody, Recipients.Coordinators | Recipients.ThePersonHerself)]
    public string Text { get; private set; } = "";

    /// <summary>Such as "chute"; null when it is only hinted.</summary>
    [Personal(Purpose.Safety, LegalBasis.LegitimateInterest, Retention.MessageBody, Recipients.Coordinators | Recipients.ThePersonHerself)]
    public string? Theme { get; private set; }

    [NotPersonal("instant")]
    public Instant RaisedAt { get; private set; }

    /// <summary>When the next person on call is called; null once somebody has it in hand.</summary>
    [NotPersonal("instant")]
    public Instant? NextStepAt { get; private set; }

    /// <summary>Accounts called in this round, in order, joined by ','.</summary>
    [NotPersonal("identities of accounts")]
    public string CalledCodes { get; private set; } = "";

    /// <summary>How often the whole ladder was climbed in vain.</summary>
    public int Rounds { get; private set; }

    [NotPersonal("instant")]
    public Instant? TakenAt { get; private set; }

    public AccountId? TakenBy { get; private set; }

    [NotPersonal("instant")]
    public Instant? EndedAt { get; private set; }

    [NotPersonal("code of an end, counted to mend the rules")]
    public DangerEnd? End { get; private set; }

    public IReadOnlyList<AccountId> Called => [.. CalledCodes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(c => new AccountId(Guid.ParseExact(c, "N")))];

    /// <summary>Nobody has it in hand.</summary>
    public bool IsWaiting => TakenAt is null && EndedAt is null;

    public void About(IncomingMessageId? message = null, HelpRequestId? request = null, VisitId? visit = null)
    {
        IncomingMessageId = message;
        RequestId = request;
        VisitId = visit;
    }

    /// <summary>One more of those on call has been called; the next is due then.</summary>
    public void HasCalled(AccountId account, Instant next)
    {
        CalledCodes = string.Join(',', Called.Append(account).Select(a => a.Value.ToString("N")));
        NextStepAt = next;
    }

    /// <summary>All were called in vain: the ladder is climbed again from its foot.</summary>
    public void BeginsAgain(Instant next)
    {
        CalledCodes = "";
        Rounds++;
        NextStepAt = next;
    }

    /// <summary>The next of those on call is called at once.</summary>
    public void CallsNextAt(Instant at)
    {
        if (IsWaiting) NextStepAt = at;
    }

    /// <returns>False when somebody has it in hand already.</returns>
    public bool TakeInHand(AccountId by, Instant at)
    {
        if (!IsWaiting) return false;
        TakenAt = at;
        TakenBy = by;
        NextStepAt = null;
        return true;
    }

    /// <returns>False when it has ended already.</returns>
    public bool Finish(DangerEnd how, AccountId? by, Instant at)
    {
        if (EndedAt is not null) return false;
        TakenAt ??= at;
        TakenBy ??= by;
        (EndedAt, End, NextStepAt) = (at, how, null);
        return true;
    }

    internal static void Map(ModelBuilder model) => model.Entity<DangerAlert>(a =>
    {
        a.ToTable("danger_alerts");
        a.Ignore(x => x.Called);
        a.Ignore(x => x.IsWaiting);
        a.Property(x => x.TakenAt).IsConcurrencyToken();
        a.Property(x => x.CalledCodes).IsConcurrencyToken();
        a.HasIndex(x => new { x.TerritoryId, x.EndedAt });
        a.HasIndex(x => x.NextStepAt);
        a.HasOne<Territory>().WithMany().HasForeignKey(x => x.TerritoryId);
    });
}
