using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Learning;

/// <summary>What the engine has learned, what it could learn, and what is missing.</summary>
/// <param name="Version">In force; 0 came with the program.</param>
/// <param name="Learned">What is in force; null where it is what came with the program.</param>
/// <param name="Proposal">The last one, while it is not in force.</param>
/// <param name="Missing">Corrections missing before anything can be learned.</param>
/// <param name="Agreed">Of all messages kept, those where the engine was right.</param>
public sealed record LearningState(
    int Version, Instant? Since, string? By, TrainedClassifier? Learned, int ProposalVersion, Instant? ProposedAt, TrainedClassifier? Proposal, int Missing, int Messages, int Agreed);

/// <inheritdoc cref="LearningState"/>
public sealed class ReadLearningState(TisserandDb db, TrainClassifier train)
{
    public async Task<LearningState> ReadAsync(CancellationToken ct)
    {
        var (now, proposed) = (await LastAsync(CooperativeDocument.NeedClassifier, ct), await LastAsync(CooperativeDocument.NeedClassifierProposal, ct));
        var pending = proposed is not null && proposed.Text != now?.Text && !(now?.At > proposed.At) ? proposed : null;
        var by = now?.By is { } id ? await db.Accounts.Where(a => a.Id == id).Select(a => a.Name).SingleOrDefaultAsync(ct) : null;
        var messages = await db.ReadingCorrections.CountAsync(ct);
        var agreed = await db.ReadingCorrections.CountAsync(c => c.TypeRead == (c.Label ?? c.TypeSaved), ct);
        return new(now?.Version ?? 0, now?.At, by, now is null ? null : TrainedClassifier.Read(now.Text), pending?.Version ?? 0, pending?.At, pending is null ? null : TrainedClassifier.Read(pending.Text),
            await train.MissingAsync(ct), messages, agreed);
    }

    private Task<CooperativeDocument?> LastAsync(string name, CancellationToken ct) =>
        db.Documents.AsNoTracking().Where(d => d.Name == name).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct);
}
