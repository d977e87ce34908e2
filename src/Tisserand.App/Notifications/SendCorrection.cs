using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Notifications;

/// <summary>What a correcting message led to.</summary>
public enum CorrectionOutcome
{
    Written,

    /// <summary>Nothing was typed.</summary>
    Empty,
    TooLong,

    /// <summary>It can still be taken back, or has nothing to correct.</summary>
    NotLeft,

    /// <summary>A correction of it is written already, or nobody is left to read one.</summary>
    AlreadyWritten,
    NotFound,
    Busy,
}

/// <summary>Undo once the minute is over: what has left is corrected by a message to the same person, in the coordinator's words.</summary>
public sealed class SendCorrection(TisserandDb db, TimeProvider time, Outbox outbox)
{
    /// <summary>Letters that still fit in a text message.</summary>
    public const int MostLetters = 220;

    /// <param name="territories">Hers; a message elsewhere is not found.</param>
    /// <param name="id">The message that has left.</param>
    /// <param name="words">What is to be said.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public Task<CorrectionOutcome> RunAsync(IReadOnlyList<TerritoryId> territories, OutgoingMessageId id, string? words, Actor by, CancellationToken ct) => db.DecideAsync(async () =>
    {
        if (await db.OutgoingMessages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && territories.Contains(m.TerritoryId), ct) is not { } message) return CorrectionOutcome.NotFound;
        var now = time.Now();
        if (!message.MayBeCorrected(now)) return CorrectionOutcome.NotLeft;
        if (string.IsNullOrWhiteSpace(words)) return CorrectionOutcome.Empty;
        var said = words.ReplaceLineEndings("\n").Trim();
        if (said.Length > MostLetters) return CorrectionOutcome.TooLong;

        // One that was taken back leaves room for another.
        var what = $"correction/{id.Value:N}/";
        var takenBack = await db.OutgoingMessages.CountAsync(m => m.Key.StartsWith(what) && m.State == MessageState.TakenBack, ct);
        var about = new MessageAbout(message.TerritoryId, string.Create(CultureInfo.InvariantCulture, $"{what}{takenBack}"), message.RequestId, Visit: message.VisitId, ByClick: true);
        if (!await outbox.WriteAsync(MessageKind.Correction, message.PersonId, new MessageValues.Correction(said), about, ct)) return CorrectionOutcome.AlreadyWritten;

        db.Add(new AuditLine("correct", "message", id.Value, message.Kind.ToString(), by, now));
        return CorrectionOutcome.Written;
    }, () => CorrectionOutcome.Busy, ct);
}

/// <summary>A message that has left, and words to begin its correction with, in the language of who received it.</summary>
/// <param name="Proposed">Null while it can still be taken back, and for what needs no correction.</param>
public sealed record MessageToCorrect(OutgoingMessageId Id, MessageKind Kind, MessageChannel Channel, string To, string? Subject, string Body, Instant? SentAt, HelpRequestId? Request, string? Proposed);

/// <inheritdoc cref="MessageToCorrect"/>
public sealed class MessagesToCorrect(TisserandDb db, TimeProvider time)
{
    /// <returns>Null where it is none of these territories'.</returns>
    public async Task<MessageToCorrect?> ReadAsync(IReadOnlyList<TerritoryId> territories, OutgoingMessageId id, CancellationToken ct)
    {
        if (await db.OutgoingMessages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && territories.Contains(m.TerritoryId), ct) is not { } message) return null;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == message.PersonId, ct);
        var words = new RequestWords(NeedTypes.Taxonomy.Shipped, person.Language);
        var proposed = message.MayBeCorrected(time.Now()) ? MessageText.CorrectionOf(words.At(message.SentAt ?? message.CreatedAt), words.Culture) : null;
        return new MessageToCorrect(id, message.Kind, message.Channel, person.FullName, message.Subject, message.Body, message.SentAt, message.RequestId, proposed);
    }
}
