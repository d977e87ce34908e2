using NodaTime;

namespace Tisserand.Matching.Solicitation;

/// <summary>A request at an instant, moved forward as if nobody answered: the same steps decide and rehearse.</summary>
internal sealed class Round
{
    private readonly SolicitationState _state;
    private readonly SolicitationOptions _options;
    private readonly List<(Prospect Who, Instant SilentAt)> _waiting;
    private readonly List<Prospect> _reserve;

    public Round(SolicitationState state, SolicitationOptions options, IReadOnlyList<Prospect> prospects)
    {
        _state = state;
        _options = options;
        At = state.Now;
        _waiting = [.. prospects.Where(p => p.Standing == Standing.Waiting).Select(p => (p, p.SilentAfter(p.Who.AskedAt!.Value)))];
        _reserve = [.. prospects.Where(p => p.Standing == Standing.MayBeAsked)];
    }

    public Instant At { get; private set; }

    public IEnumerable<Prospect> Waiting => _waiting.Select(w => w.Who);

    public IReadOnlyList<Prospect> Reserve => _reserve;

    /// <summary>Somebody can be asked now or later, before the deadline.</summary>
    public bool SomebodyIsLeft => _reserve.Any(p => p.EarliestAsk(At) is not null);

    /// <summary>Asks the fewest people that are wanted at this instant, and says whom.</summary>
    public IReadOnlyList<Prospect> Ask()
    {
        if (At >= _state.Deadline || Room <= 0) return [];
        var ready = _reserve.Where(p => p.EarliestAsk(At) == At);
        if (Alone is { } alone)
            return Move(_waiting.Exists(w => w.Who.Who.AskAlone) || alone.EarliestAsk(At) != At ? [] : [alone]);

        IReadOnlyList<Prospect> list = [.. _options.LikeliestFirst ? ready.OrderByDescending(p => p.Chance.Value) : ready];
        var wanted = Waves.FromTheTop(Waiting.Select(p => p.Chance), [.. list.Select(p => p.Chance)], _options.Target, _state.FreePlaces);
        return Move([.. list.Take(Math.Min(wanted, Room))]);
    }

    /// <summary>When something will have changed by time alone; after <see cref="At"/>, at the latest the deadline.</summary>
    public Instant NextLook()
    {
        var look = _state.Deadline;
        foreach (var (_, silentAt) in _waiting) look = Instant.Min(look, silentAt);
        NoLaterThan(_state.VisitStart - _options.CallWithin);
        if (TargetIsMissed)
        {
            NoLaterThan(_state.Deadline - _options.Early);                // more answers may be awaited from then on
            if (Room > 0)
                foreach (var prospect in Alone is { } alone ? [alone] : _reserve)
                    if (prospect.EarliestAsk(At) is { } at)
                        NoLaterThan(at);
        }

        return look;

        void NoLaterThan(Instant instant)
        {
            if (instant > At) look = Instant.Min(look, instant);
        }
    }

    public void MoveTo(Instant at)
    {
        At = at;
        _waiting.RemoveAll(w => w.SilentAt <= at);
    }

    private bool TargetIsMissed =>
        Waves.ChanceOfEnough(Waiting.Select(p => p.Chance), _state.FreePlaces).Value < _options.Target.Value;

    /// <summary>How many more answers may be awaited at once.</summary>
    private int Room => (_state.OneAtATime ? 1
        : (_state.Deadline - At > _options.Early ? _options.MostAtOnceEarly : _options.MostAtOnce) + _state.FreePlaces - 1) - _waiting.Count;

    /// <summary>The next person to be asked alone, while she still can be; or whose answer is awaited.</summary>
    private Prospect? Alone => Waiting.FirstOrDefault(p => p.Who.AskAlone)
        ?? _reserve.FirstOrDefault(p => p.Who.AskAlone && p.EarliestAsk(At) is not null);

    private List<Prospect> Move(List<Prospect> asked)
    {
        foreach (var prospect in asked)
        {
            _reserve.Remove(prospect);
            _waiting.Add((prospect, prospect.SilentAfter(At)));
        }

        return asked;
    }
}
