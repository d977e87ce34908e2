namespace Tisserand.Language;

/// <summary>What one part of a message says of time.</summary>
/// <param name="Dropped">Words of times that are not those of the help.</param>
internal sealed record PartTimes(IReadOnlyList<TimeFound> When, RecurrenceFound? Recurrence, DurationFound? Duration, IReadOnlyList<TextSpan> Dropped)
{
    public bool SaysNothing => When.Count == 0 && Recurrence is null;

    public bool SaysDayOnly => Recurrence is null && When.Count > 0 && When.All(w => w is { Grain: Grain.HalfDay or Grain.Day, Start: not null, End: not null });

    public bool Mentions(TextSpan text) => When.Any(w => w.Text == text) || Recurrence?.Text == text || Duration?.Text == text;

    public static PartTimes Of(TimesFound found) => new(found.When, found.Recurrence, found.Duration, []);
}
