using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Territories;

namespace Tisserand.App.Notifications;

/// <summary>What somebody answered in her own words. What is not understood waits for a coordinator.</summary>
public sealed class IncomingMessage
{
    private IncomingMessage() { }

    public IncomingMessage(IncomingMessageId id, TerritoryId territory, PersonId? person, MessageChannel channel, string text, string readAs, ProposalId? proposal, Instant at)
    {
        Id = id;
        TerritoryId = territory;
        PersonId = person;
        Channel = channel;
        Text = text;
        ReadAs = readAs;
        ProposalId = proposal;
        At = at;
    }

    public IncomingMessageId Id { get; private set; }

    public TerritoryId TerritoryId { get; private set; }

    public PersonId? PersonId { get; private set; }

    public MessageChannel Channel { get; private set; }

    [Personal(Purpose.Contact, LegalBasis.Contract, Retention.MessageBody, Recipients.Coordinators | Recipients.ThePersonHerself)]
    public string Text { get; private set; } = "";

    /// <summary>yes, no, stop, other: how it was understood.</summary>
    [NotPersonal("code of a reading")]
    public string ReadAs { get; private set; } = "";

    public ProposalId? ProposalId { get; private set; }

    [NotPersonal("instant")]
    public Instant At { get; private set; }

    [NotPersonal("instant")]
    public Instant? HandledAt { get; private set; }

    public void Handled(Instant at) => HandledAt = at;

    internal static void Map(ModelBuilder model) => model.Entity<IncomingMessage>(m =>
    {
        m.ToTable("incoming_messages");
        m.HasIndex(x => new { x.TerritoryId, x.HandledAt });
        m.HasIndex(x => x.PersonId);
    });
}
