using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.NeedTypes;

/// <summary>The taxonomy in force: the cooperative's last version, else the shipped one.</summary>
public sealed class NeedCatalogue(TisserandDb db)
{
    private static readonly ConcurrentDictionary<string, Taxonomy> Read = new(StringComparer.Ordinal);

    private Taxonomy? _current;

    public async Task<Taxonomy> CurrentAsync(CancellationToken ct)
    {
        if (_current is not null) return _current;
        var text = await db.Documents.Where(d => d.Name == CooperativeDocument.Needs).OrderByDescending(d => d.Version)
            .Select(d => d.Text).FirstOrDefaultAsync(ct);
        return _current = text is null ? Taxonomy.Shipped : Read.GetOrAdd(text, Parse);
    }

    private static Taxonomy Parse(string text) =>
        Taxonomy.Parse(text) is TaxonomyReading.Read read ? read.Taxonomy : Taxonomy.Shipped;
}
