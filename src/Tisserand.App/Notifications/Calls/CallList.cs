using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.France;

namespace Tisserand.App.Notifications.Calls;

/// <summary>One call to make, or one letter to post: all a coordinator needs while she speaks.</summary>
/// <param name="Why">What it is about, one line.</param>
/// <param name="Script">What to say, or to write.</param>
/// <param name="Numbers">As they are dialled; the postal address of a letter. Empty when there is none.</param>
/// <param name="BestHours">In the person's own words.</param>
/// <param name="IsGoodTime">Now is within her best hours; null when she named none.</param>
/// <param name="SpeakTo">"Parler à ma fille".</param>
/// <param name="From">Not before: her hours, or a call back that was promised.</param>
/// <param name="Until">After this it has no sense any more.</param>
/// <param name="AsksYesOrNo">The call ends with a yes or a no.</param>
public sealed record CallToMake(
    OutgoingMessageId Id, MessageKind Kind, MessageChannel Channel, CallHarm Harm, PersonId Person, string Name, string Why, string Script, IReadOnlyList<string> Numbers,
    string? BestHours, bool? IsGoodTime, bool LetItRingLong, string? SpeakTo, Instant Since, Instant From, Instant? Until, int Attempts, CallOutcome LastOutcome, bool AsksYesOrNo,
    Requests.HelpRequestId? Request, Visits.VisitId? Visit)
{
    /// <summary>May be made now.</summary>
    public bool IsDue(Instant now) => From <= now;
}

/// <summary>The calls of a territory that wait for a human voice: those due first, by harm, then those whose good hours are now, then the oldest.</summary>
public sealed class CallList(TisserandDb db)
{
    private const int Most = 300;

    public async Task<IReadOnlyList<CallToMake>> ReadAsync(TerritoryId territory, Instant now, CancellationToken ct)
    {
        var rows = await (
            from m in db.OutgoingMessages.AsNoTracking()
            where m.TerritoryId == territory && m.State == MessageState.Waiting && MessageChannels.ByHand.Contains(m.Channel) && (m.UselessAfter == null || m.UselessAfter > now)
                && (m.Kind != MessageKind.Solicitation || m.ProposalId == null
                    || db.Proposals.Any(p => p.Id == m.ProposalId && p.State == ProposalState.Notified && p.Request.State == RequestState.Open))
            orderby m.NextTryAt, m.Id
            select new
            {
                Message = m,
                VisitStart = db.Visits.Where(v => v.Id == m.VisitId).Select(v => (Instant?)v.Start).FirstOrDefault(),
                RequestStart = db.HelpRequests.Where(r => r.Id == m.RequestId).Select(r => (Instant?)r.LatestStart).FirstOrDefault(),
            }).Take(Most).ToListAsync(ct);
        var ids = rows.Select(r => r.Message.PersonId).Distinct().ToList();
        var people = await db.People.AsNoTracking().Include(p => p.Contacts).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var time = now.Local().TimeOfDay;
        return
        [
            .. rows.Select(r => Of(r.Message, people[r.Message.PersonId], r.VisitStart ?? r.RequestStart, now, time))
                .Where(c => c.Channel == MessageChannel.Letter || !people[c.Person].InWritingOnly)
                .OrderByDescending(c => c.IsDue(now)).ThenBy(c => c.Harm).ThenByDescending(c => c.IsGoodTime ?? true).ThenBy(c => c.Since).ThenBy(c => c.Id.Value),
        ];
    }

    private static CallToMake Of(OutgoingMessage m, Person person, Instant? at, Instant now, LocalTime time)
    {
        var hours = BestHours.Read(person.BestHours);
        return new CallToMake(m.Id, m.Kind, m.Channel, CallUrgency.Of(m.Kind, at, now), person.Id, person.FullName, m.Subject ?? "", m.Body,
            m.Channel == MessageChannel.Letter ? PostalAddress(person) : Numbers(person),
            person.BestHours, hours is { } good ? time >= good.From && time < good.Until : null, person.LetItRingLong, person.SpeakTo,
            m.CreatedAt, m.NextTryAt, m.UselessAfter, m.Attempts, m.CallOutcome, RecordCall.AsksYesOrNo(m.Kind), m.RequestId, m.VisitId);
    }

    private static List<string> Numbers(Person person) => [.. person.Contacts.Where(c => c.Kind != ContactKind.Email)
        .Select(c => FrenchPhone.Shown(c.Value))];

    private static List<string> PostalAddress(Person person) => [.. new[]
    {
        person.StreetExtra, person.Street, $"{person.Postcode} {CommuneTable.Shipped.Find(person.Insee)?.Name}".Trim(),
    }.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line!)];
}
