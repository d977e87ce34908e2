using NodaTime;
using Tisserand.App.Territories;

namespace Tisserand.Cli.Demonstration;

/// <summary>What will happen, in order; the clock jumps from one act to the next.</summary>
internal sealed class Agenda(StoryTime clock)
{
    private readonly PriorityQueue<Func<Task>, (long Ticks, int Order)> _acts = new();
    private int _order;

    public Instant Now => clock.Now();

    /// <summary>An act at an instant; at once where that has passed. Acts of one instant keep their order.</summary>
    public void At(Instant when, Func<Task> act) => _acts.Enqueue(act, (Instant.Max(when, Now).ToUnixTimeTicks(), _order++));

    /// <summary>Lives until that instant; what lies after it never happens.</summary>
    public async Task LiveAsync(Instant until, Action<Instant> lived, CancellationToken ct)
    {
        while (_acts.TryPeek(out _, out var when) && Instant.FromUnixTimeTicks(when.Ticks) is var now && now <= until)
        {
            ct.ThrowIfCancellationRequested();
            clock.ItIs(now);
            await _acts.Dequeue()();
            lived(now);
        }

        clock.ItIs(until);
    }
}

/// <summary>The demonstration's clock while it is built: it stands until it is moved.</summary>
internal sealed class StoryTime : TimeProvider
{
    private DateTimeOffset _now;

    public void ItIs(Instant at) => _now = at.ToDateTimeOffset();

    public override DateTimeOffset GetUtcNow() => _now;
}
