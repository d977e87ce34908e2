using NodaTime;
using Tisserand.France;

namespace Tisserand.Matching;

/// <summary>Availability, engagements and weekly cap of one volunteer against one need.</summary>
internal sealed class TimeRules
{
    private readonly Candidate _who;
    private readonly Need _need;
    private readonly long _booked;
    private readonly TickSpan[] _windows;
    private readonly TickSpan[] _free;
    private readonly TickSpan[] _taken;
    private readonly TickSpan[] _fullWeeks;

    public TimeRules(Candidate who, Need need, CommuneTable communes)
    {
        (_who, _need) = (who, need);
        _windows = Windows(need);
        _booked = need.Booked.BclCompatibleTicks;
        _free = TickSpan.Joined(who.Availability);
        _taken = [.. who.Commitments.Select(c => StartTimes.ForbiddenBy(c, who.Mode, need, communes))];
        _fullWeeks = [.. who.VisitWeeks.Where(IsFull).Select(w => StartTimes.ForbiddenBy(w))];
    }

    /// <summary>The need's windows in order.</summary>
    /// <exception cref="ArgumentException">There is none, or no time is booked.</exception>
    public static TickSpan[] Windows(Need need)
    {
        if (need.StartWindows.Count == 0) throw new ArgumentException("A need has at least one start window.", nameof(need));
        if (need.Booked <= Duration.Zero) throw new ArgumentException("A need books some time.", nameof(need));
        return [.. need.StartWindows.Select(TickSpan.Of).OrderBy(w => w.From).ThenBy(w => w.Until)];
    }

    public long? EarliestStart() => StartTimes.Earliest(_windows, _free, [.. _taken, .. _fullWeeks], _booked);

    /// <summary>Each rule is an obstacle when it alone leaves no start, or when it is the first that does after
    /// those before it.</summary>
    public IEnumerable<Obstacle> Obstacles()
    {
        TickSpan[] always = [TickSpan.Always];
        var whenFree = IsPossible(_free, []);
        var whenFreeAndNotTaken = IsPossible(_free, _taken);
        if (!whenFree) yield return new Obstacle.NotAvailable(ClosestFree());
        if ((whenFree && !whenFreeAndNotTaken) || !IsPossible(always, _taken))
            yield return new Obstacle.AlreadyTaken(InTheWay());
        if ((whenFreeAndNotTaken && EarliestStart() is null) || !IsPossible(always, _fullWeeks))
            yield return new Obstacle.WeeklyCap(_who.VisitWeeks.Where(IsFull).Where(IsAsked).Max(w => w.Visits), _who.MaxVisitsPerWeek!.Value);
    }

    private bool IsPossible(TickSpan[] free, TickSpan[] forbidden) =>
        StartTimes.Earliest(_windows, free, forbidden, _booked) is not null;

    private bool IsFull(VisitWeek week) => week.Visits >= _who.MaxVisitsPerWeek;

    private bool IsAsked(VisitWeek week) => _windows.Any(w => Meets(w, StartTimes.ForbiddenBy(week)));

    /// <summary>The first engagement that forbids a start she was asked for.</summary>
    private Interval InTheWay() => _who.Commitments.Where((_, i) => _windows.Any(w => Meets(w, _taken[i])))
        .Select(c => c.When).MinBy(when => TickSpan.Of(when).From);

    private static bool Meets(TickSpan window, TickSpan forbidden) =>
        window.From < forbidden.Until && window.Until > forbidden.From;

    private Interval? ClosestFree()
    {
        if (_free.Length == 0) return null;
        var closest = _free.MinBy(span => _windows.Min(w => Math.Max(0, Math.Max(w.From - span.Until, span.From - w.Until))));
        return new Interval(
            closest.From <= TickSpan.Always.From ? null : Instant.FromUnixTimeTicks(closest.From),
            closest.Until >= TickSpan.Always.Until ? null : Instant.FromUnixTimeTicks(closest.Until));
    }
}
