using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tisserand.App.Notifications.Channels;
using Tisserand.App.Storage;
using Tisserand.App.Visits;

namespace Tisserand.App.Notifications;

/// <summary>Sends what is due, each message in transactions of its own: claimed, carried, settled. However many senders there are, one claims it;
/// a sender that dies in between leaves it to <see cref="RecoverSending"/>, which repeats it once, under the same identity.</summary>
public sealed partial class SendDueMessages(
    TisserandDb db, IEnumerable<IMessageChannel> channels, MessageSense sense, SendingHours hours, Undelivered undelivered, ILogger<SendDueMessages> log)
{
    private const int AtOnce = 100;

    private readonly Dictionary<MessageChannel, IMessageChannel> _channels = channels.GroupBy(c => c.Kind).ToDictionary(g => g.Key, g => g.Last());

    /// <returns>How many were delivered.</returns>
    public async Task<int> RunDueAsync(Instant now, CancellationToken ct)
    {
        var delivered = 0;
        while (true)
        {
            var due = await db.OutgoingMessages
                .Where(m => m.State == MessageState.Waiting && m.NextTryAt <= now && !MessageChannels.ByHand.Contains(m.Channel))
                .OrderBy(m => m.NextTryAt).ThenBy(m => m.Id).Select(m => m.Id).Take(AtOnce).ToListAsync(ct);
            foreach (var id in due)
                if (await SendAsync(id, now, ct)) delivered++;
            if (due.Count < AtOnce) return delivered;
        }
    }

    private async Task<bool> SendAsync(OutgoingMessageId id, Instant now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var message = await db.DecideAsync(() => ClaimAsync(id, now, ct), ct);
        if (message is null) return false;

        var delivery = await CarryAsync(message, ct);
        db.ChangeTracker.Clear();
        await db.DecideAsync(() => SettleAsync(id, delivery, now, ct), ct);
        return delivery is Delivery.Delivered;
    }

    /// <returns>The message, now being sent by this sender alone; null when it is no longer to be sent, or not now.</returns>
    private async Task<OutgoingMessage?> ClaimAsync(OutgoingMessageId id, Instant now, CancellationToken ct)
    {
        var message = await db.OutgoingMessages.SingleAsync(m => m.Id == id, ct);
        if (!message.IsWaiting || message.NextTryAt > now) return null;
        if (!await sense.HasAsync(message, now, ct))
        {
            message.Expire();
            return null;
        }

        var person = await db.People.Include(p => p.Contacts).SingleAsync(p => p.Id == message.PersonId, ct);
        var start = await db.Visits.Where(v => v.Id == message.VisitId).Select(v => (Instant?)v.Start).SingleOrDefaultAsync(ct);
        var earliest = await hours.EarliestAsync(message.Kind, message.Channel, person, message.TerritoryId, now, start, ct);
        if (earliest > now)
        {
            message.WaitsUntil(earliest);
            return null;
        }

        if (message.Channel == MessageChannel.Sms && ContactChain.AddressFor(person, MessageChannel.Sms, message.Kind) is null)
        {
            await undelivered.NeverAsync(message, person.NoSms ? "no_sms" : "no_number", now, ct);
            return null;
        }

        message.BeginSending(now);
        return message;
    }

    private async Task<Delivery> CarryAsync(OutgoingMessage message, CancellationToken ct)
    {
        if (!_channels.TryGetValue(message.Channel, out var channel)) return new Delivery.Impossible("not_configured");
        try
        {
            return await channel.SendAsync(message, ct);
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            return new Delivery.TryLater(unforeseen.GetType().Name);
        }
    }

    private async Task<bool> SettleAsync(OutgoingMessageId id, Delivery delivery, Instant now, CancellationToken ct)
    {
        var message = await db.OutgoingMessages.SingleAsync(m => m.Id == id, ct);
        if (message.State != MessageState.Sending) return false;             // a death, or the request's end, came in between
        switch (delivery)
        {
            case Delivery.Delivered:
                message.WasSent(now);
                break;
            case Delivery.TryLater later:
                CouldNotLeave(id, message.Channel, later.Code);
                await undelivered.LaterAsync(message, later.Code, now, ct);
                break;
            case Delivery.Impossible never:
                CouldNotLeave(id, message.Channel, never.Code);
                await undelivered.NeverAsync(message, never.Code, now, ct);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} did not leave by {Channel}: {Code}")]
    private partial void CouldNotLeave(OutgoingMessageId id, MessageChannel channel, string code);
}

/// <summary>What a sender left half sent when it died is sent once more, under the same identity.</summary>
public sealed class RecoverSending(TisserandDb db, Undelivered undelivered)
{
    public static readonly Duration LongestTry = Duration.FromMinutes(2);

    /// <returns>How many had been left.</returns>
    public async Task<int> RunDueAsync(Instant now, CancellationToken ct)
    {
        var before = now - LongestTry;
        var left = await db.OutgoingMessages.Where(m => m.State == MessageState.Sending && m.NextTryAt <= before)
            .OrderBy(m => m.NextTryAt).Select(m => m.Id).Take(500).ToListAsync(ct);
        foreach (var id in left)
        {
            db.ChangeTracker.Clear();
            await db.DecideAsync(async () =>
            {
                var message = await db.OutgoingMessages.SingleAsync(m => m.Id == id, ct);
                if (message.State != MessageState.Sending || message.NextTryAt > before) return false;
                if (message.Attempts <= 1) message.TryAgainAt(now, "interrupted");
                else await undelivered.LaterAsync(message, "interrupted", now, ct);
                return true;
            }, ct);
        }

        return left.Count;
    }
}
