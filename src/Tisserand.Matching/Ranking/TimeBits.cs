using NodaTime;

namespace Tisserand.Matching;

/// <summary>Who may be free when: one bit per person and slot, the slots of a block side by side.</summary>
/// <remarks>A bit is set where a slot touches her availability and is not wholly taken, so the answer errs on the side
/// of "perhaps": it saves looking at people, and excludes nobody who could come.</remarks>
internal sealed class TimeBits
{
    private readonly long _origin;
    private readonly long _slot;
    private readonly int _slots;
    private readonly ulong[] _bits;

    public TimeBits(Candidate[] people, Interval horizon, Duration slot)
    {
        _origin = horizon.Start.ToUnixTimeTicks();
        _slot = slot.BclCompatibleTicks;
        _slots = (int)Math.Ceiling((double)horizon.Duration.BclCompatibleTicks / _slot);
        _bits = new ulong[(people.Length + 63) / 64 * _slots];
        for (var i = 0; i < people.Length; i++)
        {
            var (block, bit) = (i / 64 * _slots, 1UL << (i & 63));
            foreach (var free in TickSpan.Joined(people[i].Availability))
                for (var s = First(free.From); s < Math.Min(_slots, AfterLast(free.Until)); s++) _bits[block + s] |= bit;
            foreach (var taken in people[i].Commitments.Select(c => TickSpan.Of(c.When)))
                for (var s = First(taken.From + _slot - 1); s < Math.Min(_slots, Floor(taken.Until)); s++) _bits[block + s] &= ~bit;
        }
    }

    /// <summary>Slots that a visit covers whenever it starts within one slot: any of these runs must be free.</summary>
    public readonly record struct Run(int First, int Last);

    /// <summary>The runs of a need, one per slot in which it may start; null when the horizon cannot tell.</summary>
    public List<Run>? RunsOf(ReadOnlySpan<TickSpan> windows, long booked)
    {
        var runs = new List<Run>();
        foreach (var window in windows)
        {
            if (window.From < _origin || window.Until + booked > _origin + _slots * _slot) return null;
            for (var s = Floor(window.From); s <= Floor(window.Until); s++)
            {
                var earliest = Math.Max(window.From, _origin + s * _slot);
                runs.Add(new Run((int)s, (int)AfterLast(earliest + booked) - 1));
            }
        }
        return runs;
    }

    /// <summary>Those of a block's people who may be free for one of the runs.</summary>
    public ulong PerhapsFree(int block, ulong among, List<Run> runs)
    {
        var slots = _bits.AsSpan(block * _slots, _slots);
        ulong found = 0;
        foreach (var run in runs)
        {
            var all = among;
            for (var s = run.First; s <= run.Last && all != 0; s++) all &= slots[s];
            found |= all;
            if (found == among) break;
        }
        return found;
    }

    private long Floor(long ticks) => (ticks - _origin) >= 0 ? (ticks - _origin) / _slot : -1;

    private int First(long ticks) => (int)Math.Clamp(Floor(ticks), 0, _slots);

    private long AfterLast(long ticks) => ticks <= _origin ? 0 : (ticks - _origin + _slot - 1) / _slot;
}
