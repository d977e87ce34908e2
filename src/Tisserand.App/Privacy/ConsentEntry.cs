using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.People;

namespace Tisserand.App.Privacy;

/// <summary>One line of the consent ledger: what was said, in which wording, how, and who heard it. Lines are only added.</summary>
public sealed class ConsentEntry
{
    private ConsentEntry() { }

    public ConsentEntry(ConsentEntryId id, PersonId person, string purpose, bool given, string wording, string channel, AccountId? heardBy, Instant at)
    {
        Id = id;
        PersonId = person;
        Purpose = purpose;
        Given = given;
        Wording = wording;
        Channel = channel;
        HeardBy = heardBy;
        At = at;
    }

    public ConsentEntryId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    [NotPersonal("code of a purpose")]
    public string Purpose { get; private set; } = "";

    [Personal(Privacy.Purpose.Accountability, LegalBasis.LegalObligation, Retention.PersonFile, Recipients.Coordinators | Recipients.Officer, Encrypted = false)]
    public bool Given { get; private set; }

    /// <summary>Version of the wording she heard or read.</summary>
    [NotPersonal("version of a text")]
    public string Wording { get; private set; } = "";

    [NotPersonal("code of a channel")]
    public string Channel { get; private set; } = "";

    public AccountId? HeardBy { get; private set; }

    [NotPersonal("instant")]
    public Instant At { get; private set; }

    internal static void Map(ModelBuilder model) => model.Entity<ConsentEntry>(c =>
    {
        c.ToTable("consent_entries");
        c.HasIndex(x => x.PersonId);
    });
}
