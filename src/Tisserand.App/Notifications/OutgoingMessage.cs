using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Notifications;

public enum MessageState
{
    Waiting,

    /// <summary>Handed to the channel; when the process dies here, it is sent once more under the same identity.</summary>
    Sending,
    Sent,

    /// <summary>This channel cannot deliver it; the next of the person's chain carries it.</summary>
    Failed,
    TakenBack,

    /// <summary>Its reason has gone: the request is no longer open, the visit cancelled.</summary>
    Expired,
}

public enum CallOutcome { None, Reached, NoAnswer, CallBack, SaidYes, SaidNo }

/// <summary>A message in the outbox: written in the transaction that causes it, sent by a job. A call is a message for a human voice.</summary>
public sealed class OutgoingMessage
{
    private OutgoingMessage() { }

    public OutgoingMessage(OutgoingMessageId id, TerritoryId territory, PersonId person, MessageKind kind, MessageChannel channel, string key, Instant notBefore, Instant at)
    {
        Id = id;
        TerritoryId = territory;
        PersonId = person;
        Kind = kind;
        Channel = channel;
        Key = KeyOf(key, person, channel);
        NotBefore = NextTryAt = notBefore;
        CreatedAt = at;
    }

    public OutgoingMessageId Id { get; private set; }

    public TerritoryId TerritoryId { get; private set; }

    public PersonId PersonId { get; private set; }

    public MessageKind Kind { get; private set; }

    public MessageChannel Channel { get; private set; }

    /// <summary>Identity of (message, person, channel); unique, so that nothing is said twice.</summary>
    [NotPersonal("built from identities")]
    public string Key { get; private set; } = "";

    /// <summary>Number or address it goes to, resolved when written; null for a call list entry without a number.</summary>
    [Personal(Purpose.Contact, LegalBasis.Contract, Retention.MessageBody, Recipients.Coordinators | Recipients.ThePersonHerself)]
    public string? Address { get; private set; }

    [Personal(Purpose.Contact, LegalBasis.Contract, Retention.MessageBody, Recipients.Coordinators | Recipients.ThePersonHerself)]
    public string? Subject { get; private set; }

    [Personal(Purpose.Contact, LegalBasis.Contract, Retention.MessageBody, Recipients.Coordinators | Recipients.ThePersonHerself)]
    public string Body { get; private set; } = "";

    /// <summary>The values behind the text, from which another channel says it in its own way.</summary>
    [Personal(Purpose.Contact, LegalBasis.Contract, Retention.MessageBody, Recipients.Coordinators | Recipients.ThePersonHerself)]
    public string? Content { get; private set; }

    public HelpRequestId? RequestId { get; private set; }

    public ProposalId? ProposalId { get; private set; }

    public VisitId? VisitId { get; private set; }

    public MessageState State { get; private set; }

    [NotPersonal("instant")]
    public Instant CreatedAt { get; private set; }

    [NotPersonal("instant")]
    public Instant NotBefore { get; private set; }

    /// <summary>When it is looked at next; while it is being sent, when that began.</summary>
    [NotPersonal("instant")]
    public Instant NextTryAt { get; private set; }

    [NotPersonal("instant")]
    public Instant? SentAt { get; private set; }

    /// <summary>After this it has no sense any more.</summary>
    [NotPersonal("instant")]
    public Instant? UselessAfter { get; private set; }

    public int Attempts { get; private set; }

    [NotPersonal("code of a failure, never its text")]
    public string? FailureCode { get; private set; }

    public CallOutcome CallOutcome { get; private set; }

    /// <summary>What is said, whatever the channel.</summary>
    internal string What => Key[..^KeyOf("", PersonId, Channel).Length];

    internal static string KeyOf(string what, PersonId person, MessageChannel channel) => $"{what}/{person.Value:N}/{channel}";

    internal static string[] KeysOf(string what, PersonId person) => [.. Enum.GetValues<MessageChannel>().Select(c => KeyOf(what, person, c))];

    public void Says(string? address, string? subject, string body, string? content = null)
    {
        Address = address;
        Subject = subject;
        Body = body;
        Content = content;
    }

    public void Concerns(HelpRequestId? request, ProposalId? proposal, VisitId? visit, Instant? uselessAfter)
    {
        RequestId = request;
        ProposalId = proposal;
        VisitId = visit;
        UselessAfter = uselessAfter;
    }

    public bool IsWaiting => State is MessageState.Waiting;

    public void BeginSending(Instant at)
    {
        State = MessageState.Sending;
        NextTryAt = at;
        Attempts++;
    }

    /// <summary>The hours have passed in which it may leave; it waits for the next.</summary>
    public void WaitsUntil(Instant at) => NextTryAt = at;

    public void WasSent(Instant at)
    {
        State = MessageState.Sent;
        SentAt = at;
        FailureCode = null;
    }

    public void TryAgainAt(Instant at, string failureCode)
    {
        State = MessageState.Waiting;
        NextTryAt = at;
        FailureCode = failureCode;
    }

    public void Failed(string failureCode)
    {
        State = MessageState.Failed;
        FailureCode = failureCode;
    }

    /// <summary>Until when a click may be undone: its minute is over, and from then on the message may be leaving.</summary>
    public static Instant MayBeTakenBackUntil(Instant writtenAt, Instant notBefore) => Instant.Max(writtenAt + Outbox.ClickWait, notBefore);

    public bool MayBeTakenBack(Instant now) => State == MessageState.Waiting && Attempts == 0 && now < MayBeTakenBackUntil(CreatedAt, NotBefore);

    /// <summary>It has left, or may be leaving: from now on only another message mends it. A code and what answers STOP need no mending.</summary>
    public bool MayBeCorrected(Instant now) => MayBeCorrected(Kind, State, CreatedAt, NotBefore, Attempts, now);

    internal static bool MayBeCorrected(MessageKind kind, MessageState state, Instant writtenAt, Instant notBefore, int attempts, Instant now) =>
        kind is not (MessageKind.SignInCode or MessageKind.StopConfirmed or MessageKind.UnclearReply)
        && (state is MessageState.Sending or MessageState.Sent
            || (state == MessageState.Waiting && (attempts > 0 || now >= MayBeTakenBackUntil(writtenAt, notBefore))));

    /// <summary>What has been tried may have arrived: only an untouched message is taken back.</summary>
    public bool TakeBack()
    {
        if (State != MessageState.Waiting || Attempts > 0) return false;
        State = MessageState.TakenBack;
        return true;
    }

    public void Expire()
    {
        if (State is MessageState.Waiting or MessageState.Sending) State = MessageState.Expired;
    }

    /// <summary>A person called: two keys tell how it went.</summary>
    public void WasCalled(CallOutcome outcome, Instant at, Instant? callAgainAt)
    {
        CallOutcome = outcome;
        Attempts++;
        if (outcome is CallOutcome.NoAnswer or CallOutcome.CallBack && callAgainAt is { } again)
        {
            NextTryAt = again;
            return;
        }

        WasSent(at);
    }

    internal static void Map(ModelBuilder model) => model.Entity<OutgoingMessage>(m =>
    {
        m.ToTable("outgoing_messages");
        m.Property(x => x.Key).HasMaxLength(200);
        m.HasIndex(x => x.Key).IsUnique();
        m.HasIndex(x => new { x.State, x.NextTryAt });
        m.HasIndex(x => x.RequestId);
        m.HasIndex(x => x.ProposalId);
        m.HasIndex(x => x.VisitId);
        m.HasIndex(x => x.PersonId);
        m.Property(x => x.State).IsConcurrencyToken();       // two senders: one of them gets it
        m.Property(x => x.Attempts).IsConcurrencyToken();
        m.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
    });
}
