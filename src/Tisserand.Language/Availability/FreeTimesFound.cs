using NodaTime;
using Tisserand.France;

namespace Tisserand.Language;

/// <summary>When somebody is free, as she wrote it.</summary>
/// <param name="Hours">Null when nothing can be read; then there is a question.</param>
/// <param name="From">First day; null since ever.</param>
/// <param name="Until">First day it no longer holds; null for ever.</param>
/// <param name="Assumed">A maybe, or a rhythm whose weeks are not said.</param>
public sealed record FreeTimesFound(
    OpeningHours? Hours, LocalDate? From, LocalDate? Until, bool Assumed, IReadOnlyList<QuestionFound> Questions)
{
    /// <summary>« le lundi et le jeudi, de 8 h à 12 h, sauf pendant les vacances scolaires »; null when nothing was read.</summary>
    public string? ToFrench() => Hours is null ? null : new France.Availability(Hours, From, Until).ToFrench();
}
