using Tisserand.App.Requests;

namespace Tisserand.Web.Pages.Demande;

/// <summary>What somebody has answered so far, as typed. Travels in a sealed cookie between the pages, never in an address.</summary>
/// <remarks>Null is a question not yet answered; an empty text, one she passed over.</remarks>
public sealed record Answers
{
    /// <summary>Identity of the request to be: sent twice, it is made once.</summary>
    public Guid Once { get; init; }

    /// <summary>Who had come in when this was typed; somebody else on the same telephone starts anew.</summary>
    public Guid? By { get; init; }

    public bool IsSent { get; init; }

    /// <summary>The first question, one sentence for everything, was answered or passed over.</summary>
    public bool HasSpoken { get; init; }

    /// <summary>Answers were read in her sentence: only what it does not say is asked.</summary>
    public bool IsHeard { get; init; }

    /// <summary>Her sentence tells of a danger: every page says first whom to call.</summary>
    public bool IsInDanger { get; init; }

    /// <summary>Code of the first level, or <see cref="SomethingElse"/>.</summary>
    public string? Need { get; init; }

    public bool IsTrip { get; init; }

    public string? Words { get; init; }

    public string? DestinationInsee { get; init; }

    public string? DestinationCommune { get; init; }

    public string? DestinationAddress { get; init; }

    /// <summary>wait, back or no.</summary>
    public string? Return { get; init; }

    /// <summary>today, tomorrow, other or any.</summary>
    public string? Day { get; init; }

    /// <summary>The day meant, as <c>2026-12-01</c>: "tomorrow" stays the day it meant when it was said.</summary>
    public string? On { get; init; }

    /// <summary>A part of the day, <c>day</c> for all of it, or <c>hour</c>.</summary>
    public string? Moment { get; init; }

    /// <summary>As <c>14:30</c>.</summary>
    public string? Hour { get; init; }

    /// <summary>me, other, or the file of a person she may choose.</summary>
    public string? Whom { get; init; }

    /// <summary>A <see cref="App.Beneficiaries.CarerKind"/>.</summary>
    public string? Relation { get; init; }

    public string? TheirName { get; init; }

    public string? Insee { get; init; }

    public string? Commune { get; init; }

    public string? Street { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public const string SomethingElse = "autre";

    public bool IsForOther => Whom == "other";

    /// <summary>Whom she chose among those she may choose; the only one, where there is no choice.</summary>
    public HelpedPerson? Chosen(OwnHelp? known) => known is null ? null
        : AsksForHerselfOnly(known) ? known.People[0]
        : known.People.FirstOrDefault(p => p.Id.Value.ToString() == Whom);

    public static bool AsksForHerselfOnly(OwnHelp known) => known.People is [{ IsHerself: true }];

    /// <summary>What the thank-you page may still show; who she is and what she wrote are gone.</summary>
    public Answers AfterSending() => new() { Once = Once, By = By, IsSent = true, IsInDanger = IsInDanger, Need = Need, IsTrip = IsTrip, Day = Day, On = On, Moment = Moment, Hour = Hour, Phone = string.IsNullOrEmpty(Phone) ? null : "" };
}
