using NodaTime;

namespace Tisserand.Matching.Solicitation;

/// <summary>What decides of the question after a visit, to one of its two sides.</summary>
/// <param name="VisitEnd">End of the visit as agreed.</param>
/// <param name="By">How the person is reached.</param>
/// <param name="Meetings">Visits these two have had, this one included; at least 1.</param>
/// <param name="IsMedical">A medical appointment depended on it.</param>
/// <param name="ProblemReported">Somebody reported a problem with this visit.</param>
/// <param name="LastSatisfactionAskedAt">When this person was last asked how a visit went; null when never.</param>
public sealed record VisitOver(
    Instant VisitEnd, ReachedBy By, int Meetings, bool IsMedical = false, bool ProblemReported = false, Instant? LastSatisfactionAskedAt = null);

/// <summary>Starting values of the question after a visit.</summary>
public sealed record QuestionOptions
{
    public static QuestionOptions Default { get; } = new();

    /// <summary>Local time, on the day after the visit, of the question.</summary>
    public LocalTime At { get; init; } = new(10, 0);

    /// <summary>Meetings that each bring a question.</summary>
    public int MeetingsAllAsked { get; init; } = 3;

    /// <summary>Afterwards, one question every so many visits.</summary>
    public int ThenEvery { get; init; } = 12;

    /// <summary>Least real time between two satisfaction questions to one person.</summary>
    public Duration SatisfactionEvery { get; init; } = Duration.FromDays(30);

    /// <summary>Real time after which an undisputed visit counts as done.</summary>
    public Duration CountsAsDoneAfter { get; init; } = Duration.FromHours(48);
}

/// <summary>The question after a visit: one to each side.</summary>
/// <param name="AskAt">When; null = no question.</param>
/// <param name="ByCall">A human voice asks "did it take place?", and nothing else.</param>
/// <param name="AsksSatisfaction">The message also asks how it was and whether they would do it again.</param>
/// <param name="CountsAsDoneAt">When an undisputed visit counts as done, "non confirmée".</param>
public sealed record QuestionAfterVisit(Instant? AskAt, bool ByCall, bool AsksSatisfaction, Instant CountsAsDoneAt)
{
    /// <summary>Plans the question to one side.</summary>
    /// <param name="visit">The visit and the person.</param>
    /// <param name="hours">When messages about an agreed visit, and calls, may reach her.</param>
    /// <param name="options">Starting values.</param>
    /// <remarks>After three meetings only every twelfth visit brings a question, unless a problem was reported. "Did it take
    /// place?" is worth a call only after a first visit, a medical appointment or a problem.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one meeting.</exception>
    public static QuestionAfterVisit For(VisitOver visit, MessageHours hours, QuestionOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(visit.Meetings, 1, nameof(visit));
        options ??= QuestionOptions.Default;
        var byCall = visit.By == ReachedBy.Landline;
        var isDue = byCall
            ? visit.Meetings == 1 || visit.IsMedical || visit.ProblemReported
            : visit.Meetings <= options.MeetingsAllAsked || visit.Meetings % options.ThenEvery == 0 || visit.ProblemReported;
        var zone = hours.Calls.Zone;
        var nextDay = zone.AtLeniently(visit.VisitEnd.InZone(zone).Date.PlusDays(1) + options.At).ToInstant();
        var askAt = isDue ? hours.EarliestSend(byCall ? Sending.Call : Sending.AgreedVisit, nextDay) : null;
        return new(askAt, askAt is not null && byCall,
            askAt is { } at && !byCall && !(at - visit.LastSatisfactionAskedAt < options.SatisfactionEvery),
            visit.VisitEnd + options.CountsAsDoneAfter);
    }
}
