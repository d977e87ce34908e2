using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Language;

namespace Tisserand.App.Learning;

/// <summary>The second voice that reads types of need: the version a person installed, else the one that comes with the program.</summary>
public sealed class ClassifierInForce(TisserandDb db)
{
    private static readonly ConcurrentDictionary<string, Lazy<NeedClassifier>> Known = new(StringComparer.Ordinal);

    private (int Version, NeedClassifier Voice)? _current;

    /// <returns>Version 0 is the one that comes with the program.</returns>
    public async Task<(int Version, NeedClassifier Voice)> CurrentAsync(CancellationToken ct)
    {
        if (_current is { } known) return known;
        var last = await db.Documents.AsNoTracking().Where(d => d.Name == CooperativeDocument.NeedClassifier).OrderByDescending(d => d.Version)
            .Select(d => new { d.Version, d.Text }).FirstOrDefaultAsync(ct);
        _current = last is null ? (0, NeedClassifier.Shipped) : (last.Version, Of(last.Text));
        return _current.Value;
    }

    /// <summary>Learned once in the life of the program.</summary>
    internal static NeedClassifier Of(string text) => text.Length == 0 ? NeedClassifier.Shipped
        : Known.GetOrAdd(text, t => new(() => NeedClassifier.Learned(TrainedClassifier.Read(t)!.Examples))).Value;
}
