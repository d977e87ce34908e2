using System.Globalization;
using System.Resources;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Safety;

/// <summary>The fixed sentences that answer words of danger, by language and code: written by people, approved by the cooperative.</summary>
/// <param name="Version">Of the cooperative's own version; 0 = the shipped sentences, not approved yet.</param>
/// <param name="ApprovedAt">When; null where nobody has approved them.</param>
public sealed record DangerSentences(int Version, Instant? ApprovedAt, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ByLanguage)
{
    /// <summary>Situations first, then who calls back: <c>NobodyBefore</c> names its <c>{moment}</c>.</summary>
    public static readonly IReadOnlyList<string> Codes = ["Vital", "Dark", "Violence", "Fraud", "Home", "OnCall", "NobodyBefore", "NotWatched"];

    public static readonly IReadOnlyList<string> Languages = ["fr", "en"];

    private const string Moment = "{moment}", LongestMoment = "mercredi 30 septembre à 14 h 30";
    private const int Most = 280, Situations = 5;                   // two of them and the signature fit in two text messages

    private static readonly ResourceManager Texts = new("Tisserand.App.Safety.DangerTexts", typeof(DangerSentences).Assembly);

    public static DangerSentences Shipped { get; } = new(0, null, Languages.ToDictionary(l => l,
        IReadOnlyDictionary<string, string> (l) => Codes.ToDictionary(c => c, c => Texts.GetString(c, CultureInfo.GetCultureInfo(l))!)));

    public bool IsApproved => ApprovedAt is not null;

    public string Of(string code, string language) => ByLanguage[language == "en" ? "en" : "fr"][code];

    /// <summary>What is answered to a danger of this theme.</summary>
    /// <param name="theme">As the engine names it; null when it is only hinted.</param>
    /// <param name="language">fr or en.</param>
    /// <param name="isWatched">Somebody is called now.</param>
    /// <param name="moment">When somebody reads next, where nobody does now; null when that is not known.</param>
    public string Answer(string? theme, string language, bool isWatched, string? moment) => Of(SituationOf(theme), language) + " "
        + (isWatched ? Of("OnCall", language) : moment is null ? Of("NotWatched", language) : Of("NobodyBefore", language).Replace(Moment, moment, StringComparison.Ordinal));

    /// <summary>What a coordinator reads it is about, such as « une chute ».</summary>
    public static string ThemeName(string? theme, CultureInfo language) => Texts.GetString("Theme_" + (theme ?? "autre"), language) ?? Texts.GetString("Theme_autre", language)!;

    /// <summary>Codes of what is wrong, by language and sentence; empty when they may be approved.</summary>
    public IEnumerable<FieldProblem> Problems()
    {
        foreach (var (language, sentences) in ByLanguage)
        {
            foreach (var code in Codes)
            {
                var text = sentences.GetValueOrDefault(code);
                if (string.IsNullOrWhiteSpace(text)) yield return new($"{language}.{code}", "missing");
                else if (code == "NobodyBefore" && !text.Contains(Moment, StringComparison.Ordinal)) yield return new($"{language}.{code}", "moment_missing");
            }

            var ending = Codes.Skip(Situations).Max(c => sentences.GetValueOrDefault(c, "").Replace(Moment, LongestMoment, StringComparison.Ordinal).Length);
            foreach (var code in Codes.Take(Situations))
                if (sentences.GetValueOrDefault(code, "").Length + 1 + ending > Most) yield return new($"{language}.{code}", "too_long");
        }
    }

    private static string SituationOf(string? theme) => theme switch
    {
        "idées noires" or "détresse" => "Dark",
        "violence" => "Violence",
        "fraude" => "Fraud",
        "maison" => "Home",
        _ => "Vital",
    };
}

/// <summary>What approving the sentences led to. Closed.</summary>
public abstract record ApprovalOutcome
{
    private ApprovalOutcome() { }

    public sealed record Approved(int Version) : ApprovalOutcome;

    /// <summary>What is wrong, by field such as <c>fr.Vital</c>; nothing was stored.</summary>
    public sealed record Refused(IReadOnlyList<FieldProblem> Problems) : ApprovalOutcome;

    /// <summary>Somebody approved others since she began.</summary>
    public sealed record Overtaken(int Version) : ApprovalOutcome;

    /// <summary>They answer for every territory: a coordinator of all of them approves.</summary>
    public sealed record NotAllowed : ApprovalOutcome;

    public sealed record Busy : ApprovalOutcome;
}

/// <summary>The sentences in force, and their approval.</summary>
public sealed class DangerAnswers(TisserandDb db, TimeProvider time, InstallDocument documents)
{
    public async Task<DangerSentences> InForceAsync(CancellationToken ct) =>
        await db.Documents.AsNoTracking().Where(d => d.Name == CooperativeDocument.DangerAnswers).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct) is { } last
            ? DangerSentences.Shipped with { Version = last.Version, ApprovedAt = last.At, ByLanguage = Read(last.Text) }
            : DangerSentences.Shipped;

    /// <summary>The cooperative has read these sentences and answers for them.</summary>
    /// <param name="sentences">As edited; their version is the one she began with.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<ApprovalOutcome> ApproveAsync(DangerSentences sentences, Actor by, CancellationToken ct) => db.DecideAsync<ApprovalOutcome>(async () =>
    {
        if (!await documents.MayAsync(by, ct)) return new ApprovalOutcome.NotAllowed();
        if (sentences.Problems().ToList() is { Count: > 0 } problems) return new ApprovalOutcome.Refused(problems);
        var last = await db.Documents.Where(d => d.Name == CooperativeDocument.DangerAnswers).MaxAsync(d => (int?)d.Version, ct) ?? 0;
        if (last != sentences.Version) return new ApprovalOutcome.Overtaken(last);
        db.Add(new CooperativeDocument(CooperativeDocument.DangerAnswers, last + 1, JsonSerializer.Serialize(sentences.ByLanguage), by.Account, time.Now()));
        db.Add(new AuditLine("approve-danger-answers", "document", Guid.Empty, $"{last + 1}", by, time.Now()));
        return new ApprovalOutcome.Approved(last + 1);
    }, () => new ApprovalOutcome.Busy(), ct);

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Read(string text) =>
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(text)!.ToDictionary(l => l.Key, IReadOnlyDictionary<string, string> (l) => l.Value);
}
