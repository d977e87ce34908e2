using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>The cards and policy in force: the cooperative's last version, else the shipped ones.</summary>
public sealed class CardsInForce(TisserandDb db)
{
    private static readonly ConcurrentDictionary<string, CardFile> Known = new(StringComparer.Ordinal);

    private CardFile? _current;

    public async Task<CardFile> CurrentAsync(CancellationToken ct)
    {
        if (_current is not null) return _current;
        var text = await db.Documents.Where(d => d.Name == CooperativeDocument.Cards).OrderByDescending(d => d.Version)
            .Select(d => d.Text).FirstOrDefaultAsync(ct);
        return _current = text is null ? CardFile.Default : Known.GetOrAdd(text, Parse);
    }

    // Only files that were read without a problem are ever stored.
    private static CardFile Parse(string text) =>
        CardFile.Parse(text) is CardFileReading.Read read ? read.File : CardFile.Default;
}
