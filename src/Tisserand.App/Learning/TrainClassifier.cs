using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Language;

namespace Tisserand.App.Learning;

/// <summary>What learning led to. Closed.</summary>
public abstract record TrainOutcome
{
    private TrainOutcome() { }

    /// <summary>Stored to be looked at; nothing reads otherwise yet.</summary>
    public sealed record Proposed(int Version) : TrainOutcome;

    /// <param name="Missing">Corrections, at the least.</param>
    public sealed record TooFew(int Missing) : TrainOutcome;

    public sealed record Busy : TrainOutcome;
}

/// <summary>Learns from two thirds of the corrections and judges the result on the third kept aside. It is only proposed: a person installs it.</summary>
/// <remarks>The thirds are of people, not of messages. A word that fewer than five people say is never learned (<see cref="WordFeatures.Common"/>).</remarks>
public sealed class TrainClassifier(TisserandDb db, TimeProvider time, ClassifierInForce inForce)
{
    public const int FewestCorrections = 60, FewestAside = 10;

    private const int MostCorrections = 10_000;

    private static readonly Duration Week = Duration.FromDays(7);

    public Task<TrainOutcome> RunAsync(Actor by, CancellationToken ct) => RunAsync(by, time.Now(), ct);

    /// <summary>Once a week, while there is something new to learn.</summary>
    public async Task RunDueAsync(Instant now, CancellationToken ct)
    {
        var last = await db.Documents.Where(d => d.Name == CooperativeDocument.NeedClassifierProposal).OrderByDescending(d => d.Version).Select(d => (Instant?)d.At).FirstOrDefaultAsync(ct);
        if (last is { } before && (before > now - Week || !await db.ReadingCorrections.AnyAsync(c => c.At > before || c.LabelledAt > before, ct))) return;
        await RunAsync(Actor.Machine, now, ct);
    }

    /// <summary>How many corrections are missing before anything can be learned; 0 when there are enough.</summary>
    public async Task<int> MissingAsync(CancellationToken ct)
    {
        var all = await db.ReadingCorrections.CountAsync(c => c.Teaches, ct);
        var aside = await db.ReadingCorrections.CountAsync(c => c.Teaches && c.IsAside && c.Text != null, ct);
        return Math.Max(0, Math.Max(FewestCorrections - all, FewestAside - aside));
    }

    private async Task<TrainOutcome> RunAsync(Actor by, Instant now, CancellationToken ct)
    {
        if (await MissingAsync(ct) is > 0 and var missing) return new TrainOutcome.TooFew(missing);
        var corrections = await db.ReadingCorrections.AsNoTracking().Where(c => c.Teaches).OrderByDescending(c => c.At).ThenBy(c => c.Id).Take(MostCorrections).ToListAsync(ct);
        var (version, voice) = await inForce.CurrentAsync(ct);
        var text = Train(corrections, version, voice).Write();
        return await db.DecideAsync<TrainOutcome>(async () =>
        {
            var next = 1 + (await db.Documents.Where(d => d.Name == CooperativeDocument.NeedClassifierProposal).MaxAsync(d => (int?)d.Version, ct) ?? 0);
            db.Add(new CooperativeDocument(CooperativeDocument.NeedClassifierProposal, next, text, by.Account, now));
            db.Add(new AuditLine("train", CooperativeDocument.NeedClassifierProposal, Guid.Empty, string.Create(CultureInfo.InvariantCulture, $"Version_{next}"), by, now));
            return new TrainOutcome.Proposed(next);
        }, () => new TrainOutcome.Busy(), ct);
    }

    internal static TrainedClassifier Train(IReadOnlyList<ReadingCorrection> corrections, int version, NeedClassifier voice)
    {
        var learned = corrections.Where(c => !c.IsAside).Select(c => (c.Author, c.Type, c.Features)).ToList();
        var common = WordFeatures.Common(learned.Select(c => (c.Author, c.Features)));
        List<NeedExample> examples = [.. learned.Select(c => new NeedExample([.. c.Features.Where(common.Contains)], c.Type)).Where(e => e.Features.Count > 0)];
        var aside = corrections.Where(c => c.IsAside && c.Text is not null).Select(c => (c.Text!, c.Type)).ToList();
        return new TrainedClassifier(examples.Count, learned.Select(c => c.Author).Distinct().Count(), version, NeedScore.Of(voice, aside), NeedScore.Of(NeedClassifier.Learned(examples), aside), examples);
    }
}
