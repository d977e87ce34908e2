using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.France;

namespace Tisserand.App.Requests;

/// <summary>A visit that would be cancelled, and how both sides would be told.</summary>
public sealed record DayOffVisit(VisitId Visit, Instant Start, string NeedType, string Volunteer, MessageChannel VolunteerBy, string Beneficiary, MessageChannel BeneficiaryBy);

/// <param name="OpenRequests">Requests of that day that nobody has taken yet.</param>
public sealed record DayOffPreview(IReadOnlyList<DayOffVisit> Visits, int OpenRequests);

/// <summary>What calling off a day would cancel, and which messages would leave, before anything is done.</summary>
public sealed class CallOffDayPreview(TisserandDb db, TimeProvider time, NeedCatalogue needs)
{
    /// <summary>The message as the volunteer of the day's first visit would read it; null when nobody would be told.</summary>
    public async Task<string?> ExampleAsync(TerritoryId territory, LocalDate day, string reason, DayOffPreview preview, string language, CancellationToken ct)
    {
        if (preview.Visits.Count == 0) return null;
        var first = preview.Visits[0];
        var words = new RequestWords(await needs.CurrentAsync(ct), language);
        var sender = await db.Territories.Where(t => t.Id == territory).Select(t => new { t.Name, t.Phone }).SingleAsync(ct);
        var said = language == "en" ? EnglishText.Date(day, withYear: false) : FrenchText.Date(day, withYear: false);
        var values = new MessageValues.DayCalledOff(said, reason, words.Activity(first.NeedType), words.At(first.Start));
        var channel = first.VolunteerBy == MessageChannel.Letter ? MessageChannel.Email : first.VolunteerBy;
        return MessageText.Compose(values, channel, new Sender(sender.Name, France.FrenchPhone.Shown(sender.Phone)), words.Culture).Body;
    }

    public async Task<DayOffPreview> ReadAsync(TerritoryId territory, LocalDate day, CancellationToken ct)
    {
        var (from, until) = (day.StartInParis(), day.PlusDays(1).StartInParis());
        var visits = await db.Visits.AsNoTracking()
            .Where(v => v.TerritoryId == territory && v.State == VisitState.Planned && v.Start >= from && v.Start < until)
            .Include(v => v.Volunteer).ThenInclude(v => v.Person).ThenInclude(p => p.Contacts)
            .Include(v => v.Request).ThenInclude(r => r.Beneficiary!).ThenInclude(b => b.Person).ThenInclude(p => p.Contacts)
            .AsSplitQuery().OrderBy(v => v.Start).ThenBy(v => v.Id).Take(1000).ToListAsync(ct);
        var open = await db.TouchedBy(territory, day, time.Now()).CountAsync(r => r.PlacesTaken == 0, ct);
        return new DayOffPreview([.. visits.Select(v => new DayOffVisit(
            v.Id, v.Start, v.Request.NeedType,
            v.Volunteer.Person.ShortName, Outbox.FirstChannel(v.Volunteer.Person).Channel,
            v.Request.Beneficiary!.Person.ShortName, Outbox.FirstChannel(v.Request.Beneficiary.Person).Channel))], open);
    }
}

internal static class DayOff
{
    /// <summary>What a day without visits touches: agreed visits of that day, and requests that had to take place then.</summary>
    public static IQueryable<HelpRequest> TouchedBy(this TisserandDb db, TerritoryId territory, LocalDate day, Instant now)
    {
        var (from, until) = (day.StartInParis(), day.PlusDays(1).StartInParis());
        return db.HelpRequests.Where(r => r.TerritoryId == territory && (r.State == RequestState.Open || r.State == RequestState.Matched))
            .Where(r => r.Visits.Any(v => v.State == VisitState.Planned && v.Start >= from && v.Start < until)
                || (r.PlacesTaken == 0 && r.EarliestStart < until && r.LatestStart >= from && r.LatestStart > now));
    }
}
