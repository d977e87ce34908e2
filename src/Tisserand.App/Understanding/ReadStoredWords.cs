using Microsoft.EntityFrameworkCore;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Understanding;

/// <summary>Reads again the words of a request, as on the day they were said.</summary>
public sealed class ReadStoredWords(TisserandDb db, ReadWords read)
{
    /// <param name="hers">Where the coordinator works; a request of elsewhere does not exist for her.</param>
    /// <returns>Null where there is no such request, or it has no words.</returns>
    public async Task<WordsRead?> RunAsync(HelpRequestId request, IReadOnlyList<TerritoryId> hers, CancellationToken ct)
    {
        var stored = await db.HelpRequests.AsNoTracking().Where(r => r.Id == request && hers.Contains(r.TerritoryId))
            .Select(r => new { r.Text, r.TerritoryId, r.BeneficiaryId, r.CreatedAt }).SingleOrDefaultAsync(ct);
        return stored?.Text is { Length: > 0 } text ? await read.RunAsync(new SaidWords(text, stored.TerritoryId, stored.BeneficiaryId, stored.CreatedAt), ct) : null;
    }
}
