namespace Tisserand.App.Privacy;

/// <summary>Why a personal property is kept (GDPR art. 5-1-b).</summary>
public enum Purpose { Identity, Contact, Proposing, Visit, Safety, Improvement, Access, Accountability }

/// <summary>What allows it (GDPR art. 6 and, for explicit consent, 9-2-a).</summary>
public enum LegalBasis { Contract, LegitimateInterest, LegalObligation, ExplicitConsent }

/// <summary>How long it is kept; the periods are in <see cref="RetentionPeriods"/>.</summary>
public enum Retention { PersonFile, RequestYear, MessageBody, EndOfPairing, AccountLife, SignInDay, AuditYear, CheckValidity, NinetyDays }

/// <summary>Who may ever see it.</summary>
[Flags]
public enum Recipients { None = 0, Coordinators = 1, TheVolunteerNearTheVisit = 2, ThePersonHerself = 4, Officer = 8, TheVolunteerAfterYes = 16 }

/// <summary>A personal property: purpose, legal basis, retention and recipients, from which the register is made.
/// Unless told otherwise its column is encrypted (decision 0002).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute(Purpose purpose, LegalBasis basis, Retention retention, Recipients recipients) : Attribute
{
    public Purpose Purpose { get; } = purpose;

    public LegalBasis Basis { get; } = basis;

    public Retention Retention { get; } = retention;

    public Recipients Recipients { get; } = recipients;

    /// <summary>True unless the design keeps the property readable (states, instants, communes).</summary>
    public bool Encrypted { get; init; } = true;
}

/// <summary>A property of a stored entity that says nothing about a person by itself; the reason is written down.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotPersonalAttribute(string because) : Attribute
{
    public string Because { get; } = because;
}
