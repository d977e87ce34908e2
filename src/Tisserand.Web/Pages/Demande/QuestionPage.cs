using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Demande;

/// <summary>A page that asks one question, keeps the answer, and leads to the next one.</summary>
/// <param name="asking">What was answered so far, and who is there.</param>
/// <param name="name">Its <see cref="Question.Name"/>.</param>
public abstract class QuestionPage(Asking asking, string name) : PageModel
{
    /// <summary>She comes from the summary, and goes back to it.</summary>
    [BindProperty(SupportsGet = true, Name = "modifier")]
    public string? Changing { get; set; }

    public int Number { get; private set; }

    public int Count { get; private set; }

    public string BackPath { get; private set; } = Question.Start;

    /// <summary>The words differ a little when it is for somebody else.</summary>
    public bool IsForAnother => asking.IsForAnother;

    public bool IsInDanger => Answers.IsInDanger;

    /// <summary>Her sentence told nothing; it is kept all the same.</summary>
    public bool IsNotUnderstood => Answers is { HasSpoken: true, IsHeard: false, Need: null, Words.Length: > 0 };

    protected Answers Answers => asking.Answers;

    protected Asking Asking => asking;

    private string Here => "/demande/" + name;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        await PrepareAsync(ct);
        Show(Answers);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        await PrepareAsync(ct);
        var answers = await ReadAsync(ct);
        if (answers is null || !ModelState.IsValid) return Page();
        asking.Keep(HttpContext, answers);
        return Redirect(asking.After(Here, Changing is not null));
    }

    /// <summary>What the page proposes.</summary>
    protected virtual Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Fills in what she answered before.</summary>
    protected abstract void Show(Answers before);

    /// <summary>Reads what was posted; what is wrong is said at its field.</summary>
    /// <returns>The answers with this one; null when something is wrong.</returns>
    protected abstract Task<Answers?> ReadAsync(CancellationToken ct);

    protected void Wrong(string field, string key, params object?[] values) => ModelState.AddModelError(field, Words.Ask[key, values]);

    protected void AtMost(int letters, string field, string? typed)
    {
        if (typed?.Length > letters) ModelState.AddModelError(field, Words.Shared["Error_TooLong", letters]);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await asking.LoadAsync(HttpContext, ct);
        if (Answers.IsSent) asking.StartAnew();
        var questions = asking.Questions();
        var at = questions.ToList().FindIndex(q => q.Name == name);
        (Number, Count) = (at < 0 ? 1 : at + 1, questions.Count);
        BackPath = Changing is not null ? Question.Summary : at > 0 ? questions[at - 1].Path : Question.Start;
    }
}
