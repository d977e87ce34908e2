using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.Understanding;

/// <summary>Written words that ask for help become drafts, one for each need, until a coordinator has spoken with her. What is only guessed is left open:
/// the draft holds the widest time that agrees with the words. In the caller's transaction; nothing is saved here.</summary>
public sealed class DraftFromWords(TisserandDb db, ReadWords read, NeedCatalogue needs, NewRequests made, RequestNews news, DutyRoster roster, Attention attention)
{
    private static readonly Period WithoutADay = Period.FromDays(13);

    /// <param name="message">What came in; its drafts are made once.</param>
    /// <param name="territory">Where it came in.</param>
    /// <param name="writers">Who may have written: several share a number. Only one alone is taken for it.</param>
    /// <param name="source">By which way.</param>
    /// <param name="text">As it came.</param>
    /// <param name="now">The instant.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>The drafts; empty where the words ask for nothing that is sure enough, and a person reads them.</returns>
    public async Task<IReadOnlyList<HelpRequest>> AddAsync(
        IncomingMessageId message, TerritoryId territory, IReadOnlyList<PersonId> writers, RequestSource source, string text, Instant now, CancellationToken ct)
    {
        var sender = await db.People.Include(p => p.Contacts).SingleAsync(p => p.Id == writers[0], ct);
        var known = writers.Count == 1 ? await WhoseAsync(sender.Id, ct) : null;
        var words = await read.RunAsync(new SaidWords(text, territory, known?.Id, now), ct);
        var asked = words.Needs.Where(n => n.Type is not null).ToList();
        if (words.Act != SaidAct.AsksForHelp || asked.Count == 0) return [];

        var home = Home(known?.Person ?? sender) ?? new WantedPlace((await db.Territories.SingleAsync(t => t.Id == territory, ct)).SeatInsee, null);
        var taxonomy = await needs.CurrentAsync(ct);
        var drafts = new List<HelpRequest>();
        foreach (var (need, i) in asked.Select((n, i) => (n, i)))
        {
            if (NeedReading.Of(Input(need, words, home, now), taxonomy, home, now) is not NeedReading.Read { Legs: var legs }) continue;
            var draft = made.Add(OnceOf(message, i), territory, known?.Id, source, legs, now)[0];
            draft.Says(text, Stranger(sender, writers.Count == 1, words, home).ToJson());
            db.Add(new AuditLine("ask-in-writing", "request", draft.Id.Value, "Received", Actor.Of(sender.Id), now));
            drafts.Add(draft);
        }

        if (drafts.Count == 0) return [];
        await attention.RaiseAsync(territory, AttentionReasons.DraftToCall, $"draft/{drafts[0].Id.Value:N}", now, request: drafts[0].Id, beneficiary: known?.Id, ct: ct);
        var isWatched = (await roster.OnDutyAsync(territory, now, ct)).Count > 0;
        await news.ReceivedAsync(drafts[0], sender, source, isWatched ? null : await roster.NextMomentAsync(territory, sender.Language, now, ct), ct);
        return drafts;
    }

    /// <summary>Her own file, or that of the one person she cares for; two are never guessed between.</summary>
    private async Task<Beneficiary?> WhoseAsync(PersonId writer, CancellationToken ct)
    {
        var files = await db.Beneficiaries.Include(b => b.Person).ThenInclude(p => p.Contacts).Where(OwnHelp.Concerns(writer)).OrderBy(b => b.Id).Take(2).ToListAsync(ct);
        return files is [var only] ? only : null;
    }

    private static NeedInput Input(NeedRead need, WordsRead words, WantedPlace home, Instant now)
    {
        var place = need.Home?.Commune is { } there && there.Insee != home.Insee ? new WantedPlace(there.Insee, null) : null;
        var to = need.IsTrip ? need.Place?.Commune?.Insee ?? home.Insee : null;
        return new NeedInput
        {
            NeedType = need.Type!, Text = words.Text, Time = Time(need, now.Local()), Place = place, IsUrgent = words.IsUrgent,
            Destination = to is null ? null : new WantedDestination(to, need.Venue?.Text),
        };
    }

    /// <summary>The one time that was said, while it is to come; else the span of all readings, or two weeks.</summary>
    private static WantedTime Time(NeedRead need, LocalDateTime now)
    {
        var open = new WantedTime.Between(now, now + WithoutADay);
        if (need.Times.Count == 0 || need.Rhythm is not null) return open;
        if (need.Times is [{ Settled: { } only }]) return only.End <= now ? open : Fitted(only, now);
        var readings = need.Times.SelectMany(t => t.Readings).Where(r => r.End > now).ToList();
        if (readings.Count == 0) return open;
        var (start, end) = (LocalDateTime.Max(readings.Min(r => r.Start), now), readings.Max(r => r.End));
        return end <= start.Plus(WithoutADay) ? new WantedTime.Between(start, end) : open;
    }

    private static WantedTime Fitted(TimeRead said, LocalDateTime now) => said.Wanted is WantedTime.Between span
        ? new WantedTime.Between(LocalDateTime.Max(span.Earliest, now), LocalDateTime.Min(span.Latest, LocalDateTime.Max(span.Earliest, now) + WithoutADay))
        : said.Wanted;

    private static WantedPlace? Home(Person person) => person.Insee.Length == 0 ? null : new WantedPlace(person.Insee, person.Street, person.StreetPoint);

    private static Stranger Stranger(Person sender, bool isAlone, WordsRead words, WantedPlace home)
    {
        string? One(ContactKind kind) => sender.Contacts.FirstOrDefault(c => c.Kind == kind)?.Value;
        var said = words.Persons.CallerName ?? (words.Persons.IsForCaller ? words.Persons.HerName : null);
        var name = isAlone && sender.FullName.Length > 0 ? sender.FullName : said is null ? "" : $"{said.First} {said.Last}".Trim();
        var asksFor = words.Persons.IsForCaller ? null : words.Persons.HerName is { } hers ? $"{hers.First} {hers.Last}".Trim() : null;
        return new Stranger(name, words.Persons.Phone?.National ?? One(ContactKind.Mobile) ?? One(ContactKind.Landline), One(ContactKind.Email), asksFor, home.Insee, home.Street);
    }

    /// <summary>The same message makes the same drafts.</summary>
    private static Guid OnceOf(IncomingMessageId message, int need) => new(SHA256.HashData(Encoding.ASCII.GetBytes($"{message.Value:N}/{need}")).AsSpan(0, 16));
}
