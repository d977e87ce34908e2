using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Understanding;

namespace Tisserand.App.Learning;

/// <summary>One message at the labelling desk.</summary>
/// <param name="Read">As the engine reads it now, with up to three suggestions.</param>
/// <param name="Waiting">Messages at the desk, this one among them.</param>
public sealed record MessageToLabel(ReadingCorrectionId Id, Instant At, WordsRead Read, string? TypeRead, string TypeSaved, int Waiting);

/// <summary>Messages that the engine read wrongly, or was unsure of, the most useful first: disagreement, then the narrowest lead of its first choice.</summary>
public sealed class LabellingDesk(TisserandDb db, ReadWords read)
{
    private const int Weighed = 20;

    /// <param name="hers">Where she works.</param>
    /// <param name="again">A message to be shown again, while it waits.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Null when nothing waits.</returns>
    public async Task<MessageToLabel?> NextAsync(IReadOnlyList<TerritoryId> hers, ReadingCorrectionId? again, CancellationToken ct)
    {
        var waiting = db.ReadingCorrections.AsNoTracking().Where(c => hers.Contains(c.TerritoryId) && c.Text != null && c.LabelledAt == null
            && (c.TypeRead == null || c.TypeRead != c.TypeSaved || c.Chance < ReadingCorrection.Sure));
        var first = await waiting.OrderBy(c => c.Id != again).ThenBy(c => c.PassedAt != null).ThenBy(c => c.PassedAt).ThenBy(c => c.TypeRead == null || c.TypeRead == c.TypeSaved).ThenBy(c => c.Chance).ThenBy(c => c.Id).Take(Weighed).ToListAsync(ct);
        if (first.Count == 0) return null;
        if (first[0].Id == again) first.RemoveRange(1, first.Count - 1);
        else if (first[0].PassedAt is null) first.RemoveAll(c => c.PassedAt is not null);
        else first.RemoveRange(1, first.Count - 1);                                       // all were left for later: the longest ago comes back

        var weighed = new List<(ReadingCorrection Message, WordsRead Read)>();
        foreach (var message in first) weighed.Add((message, await read.RunAsync(new SaidWords(message.Text!, message.TerritoryId, At: message.At), ct)));
        var best = weighed.OrderBy(w => !Disagrees(w.Message)).ThenBy(w => Lead(w.Read)).ThenBy(w => w.Message.Id.Value).First();
        return new MessageToLabel(best.Message.Id, best.Message.At, best.Read, best.Message.TypeRead, best.Message.TypeSaved, await waiting.CountAsync(ct));
    }

    private static bool Disagrees(ReadingCorrection message) => message.TypeRead is { } type && type != message.TypeSaved;

    /// <summary>Of the first choice over the second.</summary>
    private static double Lead(WordsRead read) => read.First.Suggestions switch
    {
        [var one, var two, ..] => one.Chance - two.Chance,
        [var one] => one.Chance,
        _ => 0,
    };
}
