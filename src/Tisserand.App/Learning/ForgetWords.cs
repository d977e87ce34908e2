using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Language;

namespace Tisserand.App.Learning;

/// <summary>Ninety days after the visit, or after the request ended, the words of a correction are erased; what messages of five people or more say stays.</summary>
public sealed class ForgetWords(TisserandDb db)
{
    private const int MostAtOnce = 500;

    private const int DaysKept = 90;

    public async Task RunDueAsync(Instant now, CancellationToken ct)
    {
        var before = now.LocalDay().PlusDays(1 - DaysKept).StartInParis();             // whole days: what ended on one day goes together
        var due = db.HelpRequests.Where(r => r.LatestStart < before || r.ClosedAt < before || r.Visits.Any(v => v.End < before)).Select(r => (Requests.HelpRequestId?)r.Id);
        var past = db.ReadingCorrections.Where(c => c.Text != null && due.Contains(c.RequestId)).OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => c.Id).Take(MostAtOnce);
        if (!await past.AnyAsync(ct)) return;
        await db.DecideAsync(async () =>
        {
            var ids = await past.ToListAsync(ct);
            var all = await db.ReadingCorrections.ToListAsync(ct);
            var common = WordFeatures.Common(all.Select(c => (c.Author, c.Features)));
            foreach (var correction in all.Where(c => ids.Contains(c.Id))) correction.Forget(common);
            return ids.Count;
        }, ct);
    }
}
