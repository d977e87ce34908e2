using NodaTime;

namespace Tisserand.Simulation.Town;

/// <summary>A need that comes back, and who has promised to see to it.</summary>
/// <param name="Index">Its place among all of them; its stream of chance.</param>
/// <param name="SettledAt">When it is settled by telephone.</param>
/// <param name="Elder">Index of the person to be helped.</param>
/// <param name="NeedCode">Code of the taxonomy.</param>
/// <param name="FirstDate">First day of it; "one week in two" counts from its week.</param>
/// <param name="EveryWeeks">1 = each week, 2 = one week in two.</param>
/// <param name="At">Local time at which help begins.</param>
/// <param name="FlexibleMinutes">How much later it may begin.</param>
/// <param name="Destination">INSEE code of where a trip leads; null where there is none.</param>
/// <param name="Main">Index of the volunteer who says yes once, to all of it.</param>
/// <param name="Second">Index of who is asked first when she cannot come; null where nobody is.</param>
public sealed record Routine(
    int Index, Instant SettledAt, int Elder, string NeedCode, LocalDate FirstDate, int EveryWeeks, LocalTime At, int FlexibleMinutes, string? Destination, int Main, int? Second)
{
    /// <summary>Needs of routines have their own numbers, far above those that arise once.</summary>
    private const int Above = 1_000_000, EachHas = 1_000;

    /// <summary>Its rhythm as a rule of RFC 5545, in days.</summary>
    public string Rule => $"FREQ=WEEKLY;{(EveryWeeks > 1 ? $"INTERVAL={EveryWeeks};" : "")}BYDAY={FirstDate.DayOfWeek.ToString()[..2].ToUpperInvariant()}";

    /// <summary>The need of one day of it.</summary>
    /// <param name="day">A day of its rhythm.</param>
    /// <param name="askedAt">When that day's need was written down.</param>
    public Errand On(LocalDate day, Instant askedAt) =>
        new(Above + (Index * EachHas) + (Period.DaysBetween(FirstDate, day) / 7), askedAt, Elder, NeedCode, day + At, FlexibleMinutes, Destination);
}
