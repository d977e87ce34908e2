namespace Tisserand.Language;

/// <summary>What a message asks for, as far as it says. Spans are UTF-16 code units of the text as received.</summary>
/// <param name="Need">The first need asked for, or the act; its type is null when nothing is sure enough.</param>
/// <param name="Others">Further needs, in the order of the text.</param>
/// <param name="When">Times of the first need.</param>
/// <param name="Place">The commune of the appointment or the help; its commune is null when several bear the name.</param>
/// <param name="From">The commune of departure.</param>
/// <param name="Questions">What is left to ask, in the order to ask it.</param>
public sealed record Understanding(
    NeedFound Need, IReadOnlyList<FurtherNeed> Others, IReadOnlyList<TimeFound> When, RecurrenceFound? Recurrence, DurationFound? Duration,
    PlaceFound? Place, PlaceFound? From, PersonsFound Persons, bool Urgent, DangerFound Danger, IReadOnlyList<QuestionFound> Questions);

/// <summary>A need told after the first, with what is said of it alone.</summary>
public sealed record FurtherNeed(
    NeedFound Need, IReadOnlyList<TimeFound> When, RecurrenceFound? Recurrence, DurationFound? Duration, PlaceFound? Place);
