using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Understanding;

namespace Tisserand.App.Learning;

/// <summary>Keeps what the engine read in a message beside what was stored, once for each request. In the caller's transaction; nothing is saved here.</summary>
public sealed class KeepCorrection(TisserandDb db, ReadWords read, ClassifierInForce classifier)
{
    /// <param name="request">As stored.</param>
    /// <param name="about">Whose need it is.</param>
    /// <param name="text">The words that were read.</param>
    /// <param name="typeFilled">The type of the draft before it was corrected; null where there was none. Of several needs in one message, the one of that type is meant.</param>
    /// <param name="now">The instant.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task AddAsync(HelpRequest request, PersonId about, string? text, string? typeFilled, Instant now, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        var id = ReadingCorrection.IdOf(request.Id, db.Keys);
        if (await db.ReadingCorrections.AnyAsync(c => c.Id == id, ct)) return;

        var words = await read.RunAsync(new SaidWords(text, request.TerritoryId, request.BeneficiaryId, request.CreatedAt), ct);
        var index = words.Needs.Select((n, i) => (n, i)).Where(n => n.n.Type == (typeFilled ?? request.NeedType)).Select(n => n.i).FirstOrDefault();
        var need = words.Needs[index];
        if (request.Source == RequestSource.Web && need.Type is null && need.Suggestions.All(s => s.Words.Count == 0)) return;      // « au deuxième étage » says no need
        var part = words.Needs.Count > 1 ? words.PartOf(index) : text.Trim();
        if (part.Length == 0) return;
        var engine = FormattableString.Invariant($"{ReadWords.EngineVersion}.{(await classifier.CurrentAsync(ct)).Version}");
        db.Add(new ReadingCorrection(request, await WriterAsync(request.Id, ct) ?? about, engine, need.Type, need.Suggestions.Count > 0 ? need.Suggestions[0].Chance : 0, request.NeedType, part, now, db.Keys));
    }

    /// <summary>Who wrote, where the draft came from a message.</summary>
    private async Task<PersonId?> WriterAsync(HelpRequestId draft, CancellationToken ct) =>
        await db.AuditLines.Where(a => a.Subject == draft.Value && a.Act == "ask-in-writing" && a.ActorKind == "person").OrderBy(a => a.Id).Select(a => a.ActorId).FirstOrDefaultAsync(ct) is { } writer
            ? new PersonId(writer)
            : null;
}
