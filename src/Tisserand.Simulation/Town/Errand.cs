using NodaTime;
using Tisserand.France;

namespace Tisserand.Simulation.Town;

/// <summary>A need as it arises in somebody's life.</summary>
/// <param name="Index">Its place among all needs; its stream of chance.</param>
/// <param name="AskedAt">When somebody asks for it.</param>
/// <param name="Elder">Index of the person to be helped.</param>
/// <param name="NeedCode">Code of the taxonomy.</param>
/// <param name="Start">Earliest local time at which help may begin.</param>
/// <param name="FlexibleMinutes">How much later it may begin; 0 = at that time.</param>
/// <param name="Destination">INSEE code of where a trip leads; null where there is none.</param>
public sealed record Errand(int Index, Instant AskedAt, int Elder, string NeedCode, LocalDateTime Start, int FlexibleMinutes, string? Destination);

/// <summary>Somebody who helps, as she is; the cooperative knows only part of it.</summary>
/// <param name="Index">Her place among the volunteers; her stream of chance.</param>
/// <param name="Partner">Index of the volunteer she lives with; null for most.</param>
/// <param name="Free">Half days she is free: Monday morning, Monday afternoon … Sunday afternoon.</param>
/// <param name="Kindness">Logits by which she says yes more often than others.</param>
/// <param name="DelayFactor">Her answering time, against the usual one.</param>
public sealed record Helper(
    int Index, People.PersonName Name, int Age, string Insee, GeoPoint Home, int? Partner, IReadOnlyList<bool> Free,
    IReadOnlyList<string> Skills, IReadOnlyList<string> Likes, bool HasCar, double Kindness, double DelayFactor, bool NeverAnswers, bool IsFavourite);

/// <summary>Somebody who is helped.</summary>
/// <param name="Partner">Index of the person she lives with, who is helped too; null for most.</param>
/// <param name="Wants">Weight with which she asks, against the average of 1.</param>
public sealed record Elder(
    int Index, People.PersonName Name, int Age, string Insee, GeoPoint Home, int? Partner, bool HasMobile, bool HasEmail, bool LivesAlone, bool HasChildNear, double Wants);
