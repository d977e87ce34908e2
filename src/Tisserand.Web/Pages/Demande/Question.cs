namespace Tisserand.Web.Pages.Demande;

/// <summary>One question of the request, on a page of its own.</summary>
/// <param name="Name">Last word of its address.</param>
/// <param name="Applies">Whether it is asked at all: what is known is not asked again.</param>
public sealed record Question(string Name, Func<Asking, bool> Applies, Func<Asking, bool> IsAnswered)
{
    public const string Start = "/demande", Summary = "/demande/verifier", Sent = "/demande/merci";

    public static IReadOnlyList<Question> All { get; } =
    [
        new("phrase", _ => true, a => a.Answers is { HasSpoken: true } or { Need: not null }),
        new("aide", _ => true, a => a.Answers.Need is not null),
        new("mots", _ => true, a => a.Answers.Words is { } words && (words.Length > 0 || a.Answers.Need != Answers.SomethingElse)),
        new("destination", a => a.Answers.IsTrip, a => a.Answers.DestinationInsee is not null),
        new("retour", a => a.Answers.IsTrip, a => a.Answers.Return is not null),
        new("jour", _ => true, a => a.Answers.Day is not null),
        new("moment", a => a.Answers.Day != "any", a => a.Answers.Moment is not null),
        new("pour-qui", a => a.Known is null || !Answers.AsksForHerselfOnly(a.Known), a => a.Answers.Whom is "me" or "other" || a.Chosen is not null),
        new("proche", a => a.Chosen is null && a.Answers.IsForOther, a => a.Answers is { Relation: not null, TheirName: not null }),
        new("ou", a => a.Chosen is not { Insee.Length: > 0 }, a => a.Answers.Insee is not null),
        new("vous", a => !a.KnowsWhoAsks, a => a.Answers is { Name: not null, Phone: not null }),
    ];

    public string Path => "/demande/" + Name;

    public string ChangePath => Path + "?modifier=1";
}
