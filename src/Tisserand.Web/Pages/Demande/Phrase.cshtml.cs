using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Territories;
using Tisserand.App.Understanding;

namespace Tisserand.Web.Pages.Demande;

/// <summary>All of it in one sentence, if she likes: what it says is not asked again.</summary>
public sealed class PhraseModel(Asking asking, ReadWords read, NeedCatalogue needs, TimeProvider time) : QuestionPage(asking, "phrase")
{
    [BindProperty]
    public string? Said { get; set; }

    protected override void Show(Answers before) => Said = before.Words;

    protected override async Task<Answers?> ReadAsync(CancellationToken ct)
    {
        var said = Said?.Trim().ReplaceLineEndings("\n") ?? "";
        AtMost(MotsModel.Most, nameof(Said), said);
        if (said.Length == 0) return Answers with { HasSpoken = true };
        if (!ModelState.IsValid) return null;

        var heard = await read.RunAsync(new SaidWords(said, Territory: null), ct);
        return HeardAnswers.Of(heard, Answers with { HasSpoken = true, Words = said }, await needs.CurrentAsync(ct), Asking.Known is not null, time.Now().Local());
    }
}
