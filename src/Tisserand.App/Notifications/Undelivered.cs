using NodaTime;
using Tisserand.App.Storage;

namespace Tisserand.App.Notifications;

/// <summary>What follows a try that failed: the same channel later, then the next of the person's chain, at last whoever is on duty.</summary>
public sealed class Undelivered(Outbox outbox, Attention attention)
{
    /// <summary>Waits before the second, third, fourth and fifth try.</summary>
    private static readonly Duration[] Waits = [Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2)];

    /// <summary>Tries again later, unless it was the last try or later would be too late.</summary>
    public async Task LaterAsync(OutgoingMessage message, string code, Instant now, CancellationToken ct)
    {
        var again = message.Attempts <= Waits.Length ? now + Waits[Math.Max(0, message.Attempts - 1)] : (Instant?)null;
        if (again is { } at && !(message.UselessAfter <= at)) message.TryAgainAt(at, code);
        else await NeverAsync(message, code, now, ct);
    }

    /// <summary>This channel does not reach her.</summary>
    public async Task NeverAsync(OutgoingMessage message, string code, Instant now, CancellationToken ct)
    {
        message.Failed(code);
        if (await outbox.CarryOnAsync(message, ct) || message.Kind == MessageKind.SignInCode) return;
        await attention.RaiseAsync(message.TerritoryId, AttentionReasons.MessageUndelivered, $"undelivered/{message.Id.Value:N}", now,
            request: message.RequestId, visit: message.VisitId, ct: ct);
    }
}
