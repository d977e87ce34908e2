using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Due;

/// <summary>The next instant at which something becomes due: demonstration and tests jump the clock from one to the next.</summary>
public sealed class NextDue(TisserandDb db)
{
    /// <summary>The earliest stored due time strictly after <paramref name="now"/>; at the latest the beginning of the next day, when series and pauses are looked at.</summary>
    /// <remarks>What is due at <paramref name="now"/> or before is the business of <see cref="DueWork"/>, which has run at that instant.</remarks>
    public async Task<Instant> AfterAsync(Instant now, CancellationToken ct)
    {
        var recovered = now - RecoverSending.LongestTry;
        Instant?[] due =
        [
            now.LocalDay().PlusDays(1).StartInParis(),
            await db.OutgoingMessages.Where(m => m.State == MessageState.Waiting && m.NextTryAt > now && !MessageChannels.ByHand.Contains(m.Channel)).MinAsync(m => (Instant?)m.NextTryAt, ct),
            await db.OutgoingMessages.Where(m => m.State == MessageState.Sending && m.NextTryAt > recovered).MinAsync(m => (Instant?)m.NextTryAt, ct) + RecoverSending.LongestTry,
            await db.Visits.Where(v => v.NextStepAt > now).MinAsync(v => v.NextStepAt, ct),
            await db.HelpRequests.Where(r => r.NextStepAt > now).MinAsync(r => r.NextStepAt, ct),
            await db.HelpRequests.Where(r => r.State == RequestState.Open && r.PlacesTaken == 0 && r.LatestStart >= now).MinAsync(r => (Instant?)r.LatestStart, ct) + Duration.FromMilliseconds(1),
        ];
        return due.OfType<Instant>().Where(d => d > now).Min();
    }

    /// <summary>How long the oldest message that should have left has been waiting; zero when none does. For the readiness of an installation.</summary>
    public async Task<Duration> OutboxAgeAsync(Instant now, CancellationToken ct) =>
        await db.OutgoingMessages.Where(m => m.State == MessageState.Waiting && m.NextTryAt < now && !MessageChannels.ByHand.Contains(m.Channel)).MinAsync(m => (Instant?)m.NextTryAt, ct) is { } oldest
            ? now - oldest
            : Duration.Zero;
}
