using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>The cards and policy in force (the cooperative's last version, else the shipped ones), calibrated on its own answers.</summary>
public sealed class CardsInForce(TisserandDb db)
{
    private static readonly ConcurrentDictionary<string, CardFile> Known = new(StringComparer.Ordinal);

    private CardFile? _file;
    private CalibrationVersion? _calibration;

    /// <summary>The cards, read with the calibration in force.</summary>
    public async Task<CardFile> CurrentAsync(CancellationToken ct) => (await CalibrationAsync(ct)).ReadWith(await AsWrittenAsync(ct));

    /// <summary>The last calibration of these cards; their own curves before any night, and after they were changed.</summary>
    public async Task<CalibrationVersion> CalibrationAsync(CancellationToken ct)
    {
        if (_calibration is not null) return _calibration;
        var cards = await AsWrittenAsync(ct);
        var last = await db.Documents.AsNoTracking().Where(d => d.Name == CooperativeDocument.Calibration).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct);
        var fitted = last is null ? null : CalibrationVersion.Read(last.Version, last.At, last.Text);
        return _calibration = fitted?.Cards == cards.Version ? fitted : CalibrationVersion.Prior(cards);
    }

    /// <summary>An earlier calibration; null when there is none of that number.</summary>
    public async Task<CalibrationVersion?> CalibrationAsync(int version, CancellationToken ct) =>
        await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Name == CooperativeDocument.Calibration && d.Version == version, ct) is { } stored
            ? CalibrationVersion.Read(version, stored.At, stored.Text)
            : null;

    /// <summary>The cards with the curves they were written with.</summary>
    internal async Task<CardFile> AsWrittenAsync(CancellationToken ct)
    {
        if (_file is not null) return _file;
        var text = await db.Documents.Where(d => d.Name == CooperativeDocument.Cards).OrderByDescending(d => d.Version)
            .Select(d => d.Text).FirstOrDefaultAsync(ct);
        return _file = text is null ? CardFile.Default : Known.GetOrAdd(text, Parse);
    }

    // Only files that were read without a problem are ever stored.
    private static CardFile Parse(string text) =>
        CardFile.Parse(text) is CardFileReading.Read read ? read.File : CardFile.Default;
}
