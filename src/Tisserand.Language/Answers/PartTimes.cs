namespace Tisserand.Language;

/// <summary>What one part of a message says of time.</summary>
internal sealed record PartTimes(IReadOnlyList<TimeFound> When, RecurrenceFound? Recurrence, DurationFound? Duration)
{
    public static PartTimes Nothing { get; } = new([], null, null);

    public bool SaysNothing => When.Count == 0 && Recurrence is null;

    public bool SaysDayOnly => Recurrence is null && When.Count > 0 && When.All(w => w is { Grain: Grain.HalfDay or Grain.Day, Start: not null, End: not null });

    public static PartTimes Of(TimesFound found) => new(found.When, found.Recurrence, found.Duration);
}
