using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Tisserand.App.Privacy;

/// <summary>Who acts: a coordinator by her account, a person by her file, or the machine at a due time.</summary>
public readonly record struct Actor(string Kind, Guid? Id)
{
    public static Actor Machine { get; } = new("machine", null);

    public static Actor Of(Accounts.AccountId account) => new("account", account.Value);

    public static Actor Of(People.PersonId person) => new("person", person.Value);

    public Accounts.AccountId? Account => Kind == "account" && Id is { } id ? new Accounts.AccountId(id) : null;
}

/// <summary>One transition, written in the transaction that makes it. Identities and codes only.</summary>
public sealed class AuditLine
{
    private AuditLine() { }

    public AuditLine(string act, string subjectKind, Guid subject, string outcome, Actor by, Instant at)
    {
        Act = act;
        SubjectKind = subjectKind;
        Subject = subject;
        Outcome = outcome;
        ActorKind = by.Kind;
        ActorId = by.Id;
        At = at;
    }

    public long Id { get; private set; }

    [NotPersonal("instant")]
    public Instant At { get; private set; }

    [NotPersonal("name of a use case")]
    public string Act { get; private set; } = "";

    [NotPersonal("kind of entity")]
    public string SubjectKind { get; private set; } = "";

    public Guid Subject { get; private set; }

    [NotPersonal("code of an outcome")]
    public string Outcome { get; private set; } = "";

    [NotPersonal("kind of actor")]
    public string ActorKind { get; private set; } = "";

    public Guid? ActorId { get; private set; }

    internal static void Map(ModelBuilder model) => model.Entity<AuditLine>(a =>
    {
        a.ToTable("audit_lines");
        a.HasKey(x => x.Id);
        a.HasIndex(x => x.Subject);
        a.HasIndex(x => x.At);
    });
}
