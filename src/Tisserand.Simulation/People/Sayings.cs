using System.Globalization;

namespace Tisserand.Simulation.People;

/// <summary>Who asks for help, as the sentence sounds.</summary>
public enum Asker
{
    Self,
    Child,
    Grandchild,
    NieceOrNephew,
}

/// <summary>Who speaks after a visit or calls it off.</summary>
public enum Side
{
    Volunteer,
    Beneficiary,
}

/// <summary>What an answer to a text message means to say.</summary>
public enum AnswerKind
{
    Yes,
    No,
    Unclear,
    Stop,
}

/// <summary>A refusal: its code for figures, and how it is said.</summary>
public sealed record Refusal(string Code, string Text);

/// <summary>A note in somebody's file; about what to know or do, never about health.</summary>
public enum NoteKind
{
    /// <summary>How to get to the door.</summary>
    Access,
    /// <summary>How to reach the person.</summary>
    Contact,
    /// <summary>What a beneficiary likes.</summary>
    Habits,
    /// <summary>What a volunteer is like.</summary>
    Volunteer,
}

/// <summary>Sentences as people here say and write them; each draw takes one from its list.</summary>
public static class Sayings
{
    private sealed record AskingLists(string[] Self, string[] Relative);

    private sealed record RefusalList(string Code, double Weight, string[] Texts);

    private static readonly Dictionary<string, AskingLists> AskingTexts = Words.Read<Dictionary<string, AskingLists>>("asking");
    private static readonly Dictionary<string, Dictionary<string, string[]>> FeedbackTexts =
        Words.Read<Dictionary<string, Dictionary<string, string[]>>>("feedback");
    private static readonly RefusalList[] RefusalTexts = Words.Read<RefusalList[]>("refusals");
    private static readonly Dictionary<string, string[]> CancellationTexts = Words.Read<Dictionary<string, string[]>>("cancellations");
    private static readonly Dictionary<string, string[]> NoteTexts = Words.Read<Dictionary<string, string[]>>("notes");
    private static readonly Dictionary<string, string[]> AnswerTexts = Words.Read<Dictionary<string, string[]>>("answers");

    /// <summary>How a need is asked for.</summary>
    /// <param name="needCode">A code of the taxonomy; one without sentences of its own takes its parent's.</param>
    /// <param name="beneficiary">Sex of the person to be helped.</param>
    /// <param name="when">Such as « mardi à 14 h 30 ».</param>
    /// <param name="where">Such as « à Redon » or « au Gâvre »; some needs do not say it.</param>
    /// <exception cref="ArgumentException">Neither the code nor its parent is known.</exception>
    public static string Asking(Chance chance, string needCode, Asker asker, Sex beneficiary, string when, string where)
    {
        var parent = needCode.Split('.')[0];
        var lists = AskingTexts.GetValueOrDefault(needCode) ?? AskingTexts.GetValueOrDefault(parent)
            ?? throw new ArgumentException("No sentence asks for this need type.", nameof(needCode));
        return Words.Say(chance.Pick(asker == Asker.Self ? lists.Self : lists.Relative), beneficiary,
            ("quand", when), ("lieu", where), ("parent", Relative(asker, beneficiary)));
    }

    /// <param name="rating">1 to 5.</param>
    public static string Feedback(Chance chance, Side side, int rating, Sex speaker)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rating, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rating, 5);
        return Words.Say(chance.Pick(FeedbackTexts[Key(side)][$"{rating}"]), speaker);
    }

    public static Refusal Refusal(Chance chance, Sex speaker)
    {
        var list = RefusalTexts[chance.Weighted([.. RefusalTexts.Select(r => r.Weight)])];
        return new(list.Code, Words.Say(chance.Pick(list.Texts), speaker));
    }

    public static string Cancellation(Chance chance, Side side, Sex speaker) =>
        Words.Say(chance.Pick(CancellationTexts[Key(side)]), speaker);

    public static string Note(Chance chance, NoteKind kind, Sex about) => Words.Say(chance.Pick(NoteTexts[Key(kind)]), about);

    /// <summary>What somebody types back.</summary>
    /// <param name="number">The short number of the request; null when she leaves it out.</param>
    public static string Answer(Chance chance, AnswerKind kind, int? number, Sex speaker) =>
        Words.Fill(chance.Pick(AnswerTexts[Key(kind)]), speaker, ("n", number?.ToString(CultureInfo.InvariantCulture) ?? ""));

    private static string Relative(Asker asker, Sex beneficiary) => (asker, beneficiary) switch
    {
        (Asker.Child, Sex.F) => "ma mère",
        (Asker.Child, _) => "mon père",
        (Asker.Grandchild, Sex.F) => "ma grand-mère",
        (Asker.Grandchild, _) => "mon grand-père",
        (Asker.NieceOrNephew, Sex.F) => "ma tante",
        (Asker.NieceOrNephew, _) => "mon oncle",
        _ => "",
    };

    private static string Key<T>(T kind) where T : struct, Enum => kind.ToString().ToLowerInvariant();
}
