namespace Tisserand.Matching;

/// <summary>What reading a card file led to. Closed.</summary>
public abstract record CardFileReading
{
    private CardFileReading() { }

    public sealed record Read(CardFile File) : CardFileReading;

    /// <param name="Problems">Every problem found, each with the place it stands at.</param>
    public sealed record Refused(IReadOnlyList<CardProblem> Problems) : CardFileReading;
}

/// <summary>What is wrong in a card file, and where (JSON path). Closed; each case has its sentence.</summary>
public abstract record CardProblem(string Path)
{
    /// <summary>Not JSON, or not the members expected; the reader's own message.</summary>
    public sealed record Unreadable(string At, int Line, string Detail) : CardProblem(At);

    public sealed record UnknownFormat(string At, int Format, int Known) : CardProblem(At);

    public sealed record Empty(string At) : CardProblem(At);

    public sealed record UnknownFeature(string At, string Feature, string Known) : CardProblem(At);

    /// <summary>A feature, key or case that stands twice.</summary>
    public sealed record Twice(string At, string Key) : CardProblem(At);

    public sealed record CaseMissing(string At, string Case) : CardProblem(At);

    public sealed record UnknownCase(string At, string Case, string Known) : CardProblem(At);

    /// <summary>Numbers fall into this feature and there is no last bin without a bound, or bounds where there are no numbers.</summary>
    public sealed record BoundsIncomplete(string At) : CardProblem(At);

    public sealed record BoundsNotRising(string At, double Bound) : CardProblem(At);

    public sealed record OutOfRange(string At, double Value, double Least, double Most) : CardProblem(At);

    /// <summary>A step of priority must be larger than what two candidates can differ by.</summary>
    public sealed record StepTooSmall(string At, int Step, int Spread) : CardProblem(At);
}
