using Microsoft.EntityFrameworkCore;
using Tisserand.App.NeedTypes;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Learning;

public enum LabelOutcome { Labelled, Passed, UnknownType, NotFound, Busy }

/// <summary>A coordinator says what a message was about, or leaves it for later.</summary>
public sealed class LabelCorrection(TisserandDb db, TimeProvider time, NeedCatalogue needs)
{
    /// <param name="id">The message.</param>
    /// <param name="type">Code of the taxonomy in force; null leaves it for later.</param>
    /// <param name="hers">Where she works; a message of elsewhere does not exist for her.</param>
    /// <param name="by">The coordinator.</param>
    /// <param name="ct">Stops before anything is stored.</param>
    public Task<LabelOutcome> RunAsync(ReadingCorrectionId id, string? type, IReadOnlyList<TerritoryId> hers, Actor by, CancellationToken ct) => db.DecideAsync(async () =>
    {
        if (await db.ReadingCorrections.SingleOrDefaultAsync(c => c.Id == id && c.Text != null && hers.Contains(c.TerritoryId), ct) is not { } correction) return LabelOutcome.NotFound;
        if (type is not null && (await needs.CurrentAsync(ct)).Find(type) is null) return LabelOutcome.UnknownType;
        var now = time.Now();
        if (type is null) correction.Pass(now);
        else correction.IsAbout(type, by.Account, now);
        db.Add(new AuditLine("label", "correction", id.Value, type ?? "Passed", by, now));
        return type is null ? LabelOutcome.Passed : LabelOutcome.Labelled;
    }, () => LabelOutcome.Busy, ct);
}
