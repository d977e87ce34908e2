using System.Globalization;
using Tisserand.App.Requests;
using Tisserand.Web.Security;

namespace Tisserand.Web.Pages.Demande;

/// <summary>One visit to the pages on which help is asked for: what was answered, and who is there.</summary>
public sealed class Asking(AnswersCookie cookie, ReadOwnHelp own)
{
    public Answers Answers { get; private set; } = new();

    /// <summary>A beneficiary or a carer who has come in; null for everybody else, who stays a stranger here.</summary>
    public OwnHelp? Known { get; private set; }

    public HelpedPerson? Chosen => Answers.Chosen(Known);

    /// <summary>Her name and a way to answer her are in her file.</summary>
    public bool KnowsWhoAsks => Known is { Name.Length: > 0 } && (Known.Phone ?? Known.Email) is not null;

    /// <summary>It is for somebody else than who asks.</summary>
    public bool IsForAnother => Chosen is { } chosen ? !chosen.IsHerself : Answers.IsForOther;

    public async Task LoadAsync(HttpContext context, CancellationToken ct)
    {
        var user = context.User;
        var person = user.IsInRole(Roles.Beneficiary) || user.IsInRole(Roles.Carer) ? user.PersonIdIfAny() : null;
        if (person is { } id) Known = await own.RunAsync(id, CultureInfo.CurrentUICulture, ct);
        Answers = cookie.Read(context, Known is null ? null : person?.Value);
    }

    public void Keep(HttpContext context, Answers answers)
    {
        Answers = answers;
        cookie.Keep(context, answers);
    }

    /// <summary>Another request; nothing of the last one remains.</summary>
    public void StartAnew() => Answers = new Answers { Once = Guid.NewGuid(), By = Answers.By };

    public void Forget(HttpContext context) => cookie.Forget(context);

    /// <summary>The questions she is asked, in their order.</summary>
    public IReadOnlyList<Question> Questions() => [.. Question.All.Where(q => q.Applies(this))];

    /// <summary>The first question without an answer; null when she may read it all again and send.</summary>
    public Question? FirstUnanswered() => Questions().FirstOrDefault(q => !q.IsAnswered(this));

    /// <summary>Where "Continuer" leads from a question.</summary>
    /// <param name="from">Path of the question just answered.</param>
    /// <param name="changing">She came from the summary to change one answer.</param>
    public string After(string from, bool changing)
    {
        if (changing) return FirstUnanswered() is { } missing ? missing.ChangePath : Question.Summary;
        var questions = Questions();
        var next = questions.SkipWhile(q => q.Path != from).Skip(1).FirstOrDefault(q => !(Answers.IsHeard && q.IsAnswered(this)));
        return next?.Path ?? (Answers.IsHeard ? FirstUnanswered()?.Path : null) ?? Question.Summary;
    }
}
