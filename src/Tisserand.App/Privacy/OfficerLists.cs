using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Privacy;

/// <summary>What the data-protection officer watches: counts only, since her work needs no name.</summary>
/// <param name="Consents">Lines of the ledger, by purpose: given, and refused or taken back.</param>
/// <param name="Exclusions">Pairs that shall not meet.</param>
/// <param name="Objections">Volunteers who object to learning.</param>
/// <param name="ToLeave">Files of people who left or died.</param>
/// <param name="Strangers">Requests of people not yet known, with their telephone number.</param>
/// <param name="DoorCodes">Audit lines of door codes shown in the last thirty days.</param>
/// <param name="OldestMessage">When the oldest message still kept was written.</param>
public sealed record OfficerLists(
    IReadOnlyList<ConsentCount> Consents, int Exclusions, int Objections, int ToLeave, int Strangers, int DoorCodes, Instant? OldestMessage);

public sealed record ConsentCount(string Purpose, int Given, int Refused);

/// <summary>Counts them.</summary>
public sealed class ReadOfficerLists(TisserandDb db, TimeProvider time)
{
    public async Task<OfficerLists> RunAsync(CancellationToken ct)
    {
        var lately = time.Now() - Duration.FromDays(30);
        var consents = await db.ConsentEntries.AsNoTracking().GroupBy(c => c.Purpose)
            .Select(g => new { Purpose = g.Key, Given = g.Count(c => c.Given), All = g.Count() }).ToListAsync(ct);
        return new OfficerLists(
            [.. consents.OrderBy(c => c.Purpose, StringComparer.Ordinal).Select(c => new ConsentCount(c.Purpose, c.Given, c.All - c.Given))],
            await db.Exclusions.CountAsync(ct),
            await db.Volunteers.CountAsync(v => v.ObjectsToLearning, ct),
            await db.Volunteers.CountAsync(v => v.State == PersonState.Left || v.State == PersonState.Deceased, ct)
                + await db.Beneficiaries.CountAsync(b => b.State == PersonState.Left || b.State == PersonState.Deceased, ct),
            await db.HelpRequests.CountAsync(r => r.State == RequestState.Draft && r.BeneficiaryId == null, ct),
            await db.AuditLines.CountAsync(a => a.Act == "door_code" && a.At >= lately, ct),
            await db.OutgoingMessages.MinAsync(m => (Instant?)m.CreatedAt, ct));
    }
}
