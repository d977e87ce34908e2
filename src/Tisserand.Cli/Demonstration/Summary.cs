using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Spectre.Console;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.Cli.Demonstration;

/// <summary>What happened in the demonstration, counted from what is stored.</summary>
internal sealed record Summary(
    int Volunteers, int Beneficiaries, int Requests, int Visits, double MatchedShare, double MedianHours, double ByHandMedianHours,
    double ByHandMatchedShare, double AsksPerVisit, int ToValidate, int Asking, int ToCall, int Calls, int Series, int SeriesVisits)
{
    public int Waiting => ToValidate + Asking + ToCall + Calls;

    /// <param name="db">The demonstration.</param>
    /// <param name="at">Its present.</param>
    /// <param name="since">First day with Tisserand.</param>
    /// <param name="ct">Stops reading.</param>
    public static async Task<Summary> OfAsync(TisserandDb db, Instant at, Instant since, CancellationToken ct)
    {
        var requests = await db.HelpRequests.AsNoTracking().Where(r => r.State != RequestState.Draft)
            .Select(r => new { r.CreatedAt, r.MatchedAt, r.Source, r.State, r.LatestStart, r.PlacesTaken }).ToListAsync(ct);
        var byHand = requests.Where(r => r.Source == RequestSource.Past).ToList();
        var lived = requests.Where(r => r.Source is RequestSource.Phone or RequestSource.Web && r.CreatedAt >= since).ToList();
        var due = lived.Where(r => r.LatestStart <= at && r.State != RequestState.Cancelled).ToList();
        // A series' own volunteer said yes once, to all of it: her visits were not asked for, and count on neither side.
        var asks = await db.Proposals.CountAsync(p => p.NotifiedAt != null && (p.Wave > 0 || p.Request.RecurringNeedId == null), ct);
        var plannedByAsking = await db.Visits.CountAsync(v => v.ProposalId != null && (v.Request.RecurringNeedId == null || db.Proposals.Any(p => p.Id == v.ProposalId && p.Wave > 0)), ct);
        return new Summary(
            await db.Volunteers.CountAsync(ct), await db.Beneficiaries.CountAsync(ct), requests.Count, await db.Visits.CountAsync(ct),
            Share(due.Count(r => r.PlacesTaken > 0), due.Count),
            Median([.. lived.Where(r => r.MatchedAt is not null).Select(r => (r.MatchedAt!.Value - r.CreatedAt).TotalHours)]),
            Median([.. byHand.Where(r => r.MatchedAt is not null).Select(r => (r.MatchedAt!.Value - r.CreatedAt).TotalHours)]),
            Share(byHand.Count(r => r.PlacesTaken > 0), byHand.Count),
            plannedByAsking == 0 ? 0 : Math.Round((double)asks / plannedByAsking, 2),
            await db.HelpRequests.CountAsync(r => r.State == RequestState.Open && r.ValidatedAt == null, ct),
            await db.HelpRequests.CountAsync(r => r.State == RequestState.Open && r.ValidatedAt != null, ct),
            await db.AttentionItems.CountAsync(a => a.DoneAt == null, ct),
            await db.OutgoingMessages.CountAsync(m => m.Channel == MessageChannel.Call && m.State == MessageState.Waiting && (m.UselessAfter == null || m.UselessAfter > at), ct),
            await db.RecurringNeeds.CountAsync(s => s.State == SeriesState.Active, ct),
            await db.Visits.CountAsync(v => v.Request.RecurringNeedId != null && db.Proposals.Any(p => p.Id == v.ProposalId && p.Wave == 0), ct));
    }

    public object AsJson(Uri url) => new
    {
        url = url.GetLeftPart(UriPartial.Authority),
        volunteers = Volunteers,
        beneficiaries = Beneficiaries,
        requests = Requests,
        visits = Visits,
        matched_share = MatchedShare,
        median_hours_to_match = MedianHours,
        by_hand_median_hours_to_match = ByHandMedianHours,
        asks_per_visit = AsksPerVisit,
        waiting = Waiting,
    };

    public void Print(IAnsiConsole console, int monthsByHand, int monthsWithTisserand)
    {
        var table = new Table { Border = TableBorder.Rounded, Title = new TableTitle(Sentences.Of("Demo_title")) };
        table.AddColumn("").AddColumn(new TableColumn(Sentences.Of("Demo_by_hand", monthsByHand)).RightAligned())
            .AddColumn(new TableColumn(Sentences.Of("Demo_with", monthsWithTisserand)).RightAligned());
        table.AddRow(Sentences.Of("Demo_matched"), Percent(ByHandMatchedShare), Percent(MatchedShare));
        table.AddRow(Sentences.Of("Demo_median"), Hours(ByHandMedianHours), Hours(MedianHours));
        table.AddRow(Sentences.Of("Demo_asks"), "—", AsksPerVisit.ToString("0.0", CultureInfo.CurrentCulture));
        console.WriteLine(Sentences.Of("Demo_people", Volunteers, Beneficiaries, Requests, Visits));
        console.Write(table);
        console.WriteLine(Sentences.Of("Demo_series", Series, SeriesVisits));
        console.WriteLine(Sentences.Of("Demo_waiting", ToValidate, Asking, ToCall, Calls));
    }

    private static string Percent(double share) => share.ToString("0 %", CultureInfo.CurrentCulture);

    private static string Hours(double hours) => hours.ToString("0.0", CultureInfo.CurrentCulture) + " h";

    private static double Share(int part, int whole) => whole == 0 ? 0 : Math.Round((double)part / whole, 4);

    private static double Median(List<double> hours)
    {
        if (hours.Count == 0) return 0;
        hours.Sort();
        return Math.Round((hours[(hours.Count - 1) / 2] + hours[hours.Count / 2]) / 2, 2);
    }
}
