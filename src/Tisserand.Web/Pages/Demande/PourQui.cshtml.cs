using Microsoft.AspNetCore.Mvc;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Demande;

/// <summary>Whom it is for.</summary>
public sealed class PourQuiModel(Asking asking) : QuestionPage(asking, "pour-qui")
{
    [BindProperty]
    public string? Whom { get; set; }

    /// <summary>Those she cares for by name, herself, somebody else.</summary>
    public IReadOnlyList<Choice> People
    {
        get
        {
            var known = Asking.Known?.People ?? [];
            var named = known.Select(p => new Choice($"{p.Id.Value}", p.IsHerself ? Words.Ask["Whom_me"] : Words.Ask["Whom_Named", p.Name]));
            return [.. named, .. known.Any(p => p.IsHerself) ? [] : (Choice[])[new("me", Words.Ask["Whom_me"])], new("other", Words.Ask["Whom_other"])];
        }
    }

    protected override void Show(Answers before) => Whom = before.Whom;

    protected override Task<Answers?> ReadAsync(CancellationToken ct)
    {
        if (People.All(p => p.Value != Whom)) Wrong(nameof(Whom), "Whom_Missing");
        return Task.FromResult<Answers?>(Answers with { Whom = Whom });
    }
}
