using System.Globalization;
using System.Resources;

namespace Tisserand.App.Requests;

/// <summary>What is wrong with what was typed in a field.</summary>
public enum FieldProblem
{
    Missing,
    TooLong,
    OutOfRange,
    UnknownNeedType,
    UnknownCommune,
    UnknownPerson,
    TimePassed,
    TooFarAhead,
    LatestBeforeEarliest,
    SpanTooLong,
    PickUpAfterAppointment,
    ReturnBeforeOutward,
    EndBeforeBeginning,
    InHerPause,
    FileClosed,
    NotAPhone,
    NotAnEmail,
    NotARhythm,
    NoDayInRhythm,
    FewerThanAgreed,
    SamePerson,
}

/// <summary>One field that cannot be taken, and why; what was typed stays with the caller.</summary>
/// <param name="Field">Name of the field in the use case's input, such as <c>time</c> or <c>place</c>.</param>
public sealed record FieldError(string Field, FieldProblem Problem)
{
    private static readonly ResourceManager Sentences = new("Tisserand.App.Requests.FieldProblems", typeof(FieldError).Assembly);

    /// <summary>The reason and an example, in the reader's language.</summary>
    public string Sentence(CultureInfo language) => Sentences.GetString(Problem.ToString(), language)
        ?? throw new MissingManifestResourceException($"No sentence {Problem} for {language.Name}.");
}
