using NodaTime;
using Tisserand.App.Requests;
using Tisserand.France;
using Tisserand.Language;

namespace Tisserand.App.Understanding;

/// <summary>Times of a message as a request can hold them.</summary>
internal static class SaidTimes
{
    private const int WithoutEnd = 14;

    /// <summary>Readings of the same words together; what is assumed is never alone.</summary>
    public static IReadOnlyList<TimeChoice> Of(IReadOnlyList<TimeFound> when, string? type, LocalDateTime at)
    {
        var choices = new List<TimeChoice>();
        for (var first = 0; first < when.Count;)
        {
            var next = first + 1;
            while (when[first].Assumed && next < when.Count && when[next].Assumed && when[next].Text == when[first].Text) next++;
            choices.Add(new TimeChoice([.. when.Skip(first).Take(next - first).Select(w => Time(w, type, at))], when[first].Text));
            first = next;
        }
        return choices;
    }

    public static RhythmRead Rhythm(RecurrenceFound found, IReadOnlyList<TimeFound> period)
    {
        var starts = period.Where(p => p is { Assumed: false, Start: not null }).Select(p => p.Start!.Value.Date).ToList();
        var ends = period.Where(p => p is { Assumed: false, End: not null } && p.End != p.Start).Select(p => p.End!.Value.TimeOfDay == LocalTime.Midnight ? p.End.Value.Date.PlusDays(-1) : p.End.Value.Date).ToList();
        return new RhythmRead(found.Rule, found.Times, found.From, found.Until ?? found.From, found.Except.HasFlag(HolidayKinds.School), found.Except.HasFlag(HolidayKinds.Public),
            starts.Count > 0 ? starts.Min() : null, ends.Count > 0 ? ends.Max() : null, found.Text, [.. period.Select(p => p.Text).Distinct()]);
    }

    private static TimeRead Time(TimeFound found, string? type, LocalDateTime at)
    {
        var says = found.Grain is Grain.Minute or Grain.Hour or Grain.HalfDay;
        return (found.Start, found.End) switch
        {
            ({ } start, { } end) when start == end => new(TimeKind.Instant, start, start, true,
                type == "transport.medical" ? new WantedTime.Appointment(start, PickUp: null) : new WantedTime.At(start)),
            ({ } start, { } end) => new(TimeKind.Span, start, end, says, new WantedTime.Between(start, end)),
            (null, { } end) => new(TimeKind.Deadline, at, end, says, new WantedTime.Between(at, end)),
            ({ } start, null) => new(TimeKind.FromThen, start, start.PlusDays(WithoutEnd), says, new WantedTime.Between(start, start.PlusDays(WithoutEnd))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
