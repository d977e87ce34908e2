using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Storage;

namespace Tisserand.App.Territories;

/// <summary>One version of a document: when it was put in force and by whom; 0 came with the program.</summary>
public sealed record DocumentVersion(int Version, Instant? At, string? By);

/// <summary>What is in force and what was before.</summary>
/// <param name="Text">The whole document in force.</param>
/// <param name="Versions">Newest first; the last is the shipped one.</param>
public sealed record DocumentHistory(string Name, int Version, string Text, IReadOnlyList<DocumentVersion> Versions);

/// <inheritdoc cref="DocumentHistory"/>
public sealed class DocumentVersions(TisserandDb db)
{
    private const int Shown = 50;

    /// <param name="name">Of <see cref="CooperativeDocument.Edited"/>.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<DocumentHistory> ReadAsync(string name, CancellationToken ct)
    {
        var past = await (
            from d in db.Documents.AsNoTracking()
            where d.Name == name
            orderby d.Version descending
            select new { d.Version, d.At, By = db.Accounts.Where(a => a.Id == d.By).Select(a => a.Name).FirstOrDefault() }).Take(Shown).ToListAsync(ct);
        var version = past.Count > 0 ? past[0].Version : 0;
        var text = version == 0 ? DocumentText.Shipped(name)
            : await db.Documents.Where(d => d.Name == name && d.Version == version).Select(d => d.Text).SingleAsync(ct);
        return new DocumentHistory(name, version, text, [.. past.Select(p => new DocumentVersion(p.Version, p.At, p.By)), new DocumentVersion(0, null, null)]);
    }
}
