using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;

namespace Tisserand.App.People;

public enum ContactKind { Mobile, Landline, Email }

/// <summary>A number or an e-mail address. It may belong to several people (a couple, a family): the index is not unique.</summary>
public sealed class ContactPoint
{
    private ContactPoint() { }

    public ContactPoint(ContactPointId id, PersonId person, ContactKind kind, string value, KeyRing keys)
    {
        Id = id;
        PersonId = person;
        Kind = kind;
        Value = value;
        Index = keys.IndexOf(value);
    }

    /// <summary>Longest label.</summary>
    public const int MostLetters = 60;

    public ContactPointId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public ContactKind Kind { get; private set; }

    /// <summary>E.164, or the e-mail address in lower case.</summary>
    [Personal(Purpose.Contact, LegalBasis.Contract, Retention.PersonFile,
        Recipients.Coordinators | Recipients.TheVolunteerNearTheVisit | Recipients.ThePersonHerself)]
    public string Value { get; private set; } = "";

    /// <summary>Blind index of the value.</summary>
    [Personal(Purpose.Contact, LegalBasis.Contract, Retention.PersonFile, Recipients.None, Encrypted = false)]
    public byte[] Index { get; private set; } = [];

    /// <summary>Whose or where it is, in her words: « chez ma fille », « au travail ».</summary>
    [Personal(Purpose.Contact, LegalBasis.Contract, Retention.PersonFile, Recipients.Coordinators | Recipients.ThePersonHerself)]
    public string? Label { get; private set; }

    /// <summary>Place among hers: the lowest that can carry a message is used.</summary>
    public int Rank { get; private set; }

    internal void IsCalled(string? label) => Label = label;

    internal void StandsAt(int rank) => Rank = rank;

    internal static void Map(ModelBuilder model) => model.Entity<ContactPoint>(c =>
    {
        c.ToTable("contact_points");
        c.HasIndex(x => x.Index);
        c.HasIndex(x => x.PersonId);
    });
}
