using Microsoft.AspNetCore.Mvc;

namespace Tisserand.Web.Pages.Demande;

/// <summary>The need in her own words.</summary>
public sealed class MotsModel(Asking asking) : QuestionPage(asking, "mots")
{
    /// <summary>Letters; a page of handwriting.</summary>
    public const int Most = 1200;

    [BindProperty]
    public string? Said { get; set; }

    /// <summary>What she chose says nothing by itself when it is "something else".</summary>
    public bool IsOptional => Answers.Need != Answers.SomethingElse;

    protected override void Show(Answers before) => Said = before.Words;

    protected override Task<Answers?> ReadAsync(CancellationToken ct)
    {
        var said = Said?.Trim().ReplaceLineEndings("\n") ?? "";
        if (said.Length == 0 && !IsOptional) Wrong(nameof(Said), "Words_Missing");
        AtMost(Most, nameof(Said), said);
        return Task.FromResult<Answers?>(Answers with { Words = said });
    }
}
