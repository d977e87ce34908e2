using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Visits;

/// <summary>One line of a week: a visit, or a request that nobody has taken yet.</summary>
/// <param name="Volunteer">Null for an open request.</param>
/// <param name="State">Null for an open request.</param>
public sealed record WeekLine(HelpRequestId Request, Instant Start, Instant? Until, string Activity, string? Commune, string Beneficiary, string? Volunteer, VisitState? State, bool IsUnconfirmed);

/// <summary>A day of the week with its lines, by hour.</summary>
public sealed record WeekDay(LocalDate Date, IReadOnlyList<WeekLine> Lines);

/// <summary>A territory's week as a list by day, Monday first.</summary>
public sealed class WeekList(TisserandDb db, NeedCatalogue needs)
{
    private const int Most = 2000;

    /// <param name="territory">Whose week.</param>
    /// <param name="monday">Its first day.</param>
    /// <param name="language">Of the reader.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<IReadOnlyList<WeekDay>> ReadAsync(TerritoryId territory, LocalDate monday, string language, CancellationToken ct)
    {
        var words = new RequestWords(await needs.CurrentAsync(ct), language);
        var (from, until) = (monday.StartInParis(), monday.PlusDays(7).StartInParis());
        var visits = await (
            from v in db.Visits.AsNoTracking()
            where v.TerritoryId == territory && v.Start >= @from && v.Start < until
            join b in db.Beneficiaries on v.BeneficiaryId equals b.Id
            orderby v.Start, v.Id
            select new
            {
                v.RequestId, v.Start, v.End, v.Request.NeedType, v.Request.PlaceInsee, v.State, v.IsUnconfirmed,
                b.Person.FirstName, b.Person.LastName, HelperFirst = v.Volunteer.Person.FirstName, HelperLast = v.Volunteer.Person.LastName,
            }).Take(Most).ToListAsync(ct);
        var open = await db.HelpRequests.AsNoTracking()
            .Where(r => r.TerritoryId == territory && r.State == RequestState.Open && r.EarliestStart >= from && r.EarliestStart < until)
            .OrderBy(r => r.EarliestStart).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.EarliestStart, r.LatestStart, r.NeedType, r.PlaceInsee, r.Beneficiary!.Person.FirstName, r.Beneficiary.Person.LastName })
            .Take(Most).ToListAsync(ct);

        var lines = visits.Select(v => new WeekLine(v.RequestId, v.Start, v.End, words.Activity(v.NeedType), RequestWords.Commune(v.PlaceInsee),
                $"{v.FirstName} {v.LastName}".Trim(), $"{v.HelperFirst} {v.HelperLast}".Trim(), v.State, v.IsUnconfirmed))
            .Concat(open.Select(r => new WeekLine(r.Id, r.EarliestStart, r.LatestStart > r.EarliestStart ? r.LatestStart : null, words.Activity(r.NeedType), RequestWords.Commune(r.PlaceInsee),
                $"{r.FirstName} {r.LastName}".Trim(), null, null, false)))
            .ToLookup(l => l.Start.LocalDay());
        return [.. Enumerable.Range(0, 7).Select(monday.PlusDays).Select(day => new WeekDay(day, [.. lines[day].OrderBy(l => l.Start).ThenBy(l => l.Request.Value)]))];
    }
}
