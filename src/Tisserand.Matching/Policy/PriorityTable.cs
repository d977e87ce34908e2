namespace Tisserand.Matching;

/// <summary>Priority of a request in points, as a number of equal steps.</summary>
/// <remarks>A step is larger than any pair's quality and policy together: serving comes before pleasing.</remarks>
public sealed record PriorityTable
{
    public required string Why { get; init; }

    public required int StepPoints { get; init; }

    /// <summary>Most steps a need type may bring.</summary>
    public required int MostBaseSteps { get; init; }

    /// <summary>Steps by hours waited.</summary>
    public required IReadOnlyList<Step> WaitingHours { get; init; }

    public required int FixedAppointment { get; init; }

    public required int Reopened { get; init; }

    public required int AloneWithoutRelatives { get; init; }

    /// <summary>Steps of a request.</summary>
    public int Steps(NeedPriority of) => Math.Clamp(of.BaseSteps, 0, MostBaseSteps)
        + Step.Of(WaitingHours, of.Waiting.TotalHours)
        + (of.FixedAppointment ? FixedAppointment : 0)
        + (of.Reopened ? Reopened : 0)
        + (of.AloneWithoutRelatives ? AloneWithoutRelatives : 0);

    /// <summary>Points of a request.</summary>
    public int Points(NeedPriority of) => StepPoints * Steps(of);
}
