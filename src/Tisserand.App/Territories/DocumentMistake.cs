using System.Globalization;
using Tisserand.App.NeedTypes;
using Tisserand.France;
using Tisserand.Matching;

namespace Tisserand.App.Territories;

/// <summary>Why a document cannot be put in force, and where. Closed.</summary>
public abstract record DocumentMistake
{
    private DocumentMistake() { }

    public sealed record OfNeeds(TaxonomyMistake Mistake) : DocumentMistake;

    public sealed record OfCards(CardProblem Problem) : DocumentMistake;

    /// <param name="Line">From 1.</param>
    public sealed record OfHolidays(int Line, SchoolHolidaysError Error) : DocumentMistake;

    /// <summary>Requests or series of a type of need that the document no longer knows.</summary>
    public sealed record StillUsed(string Code, string NameFr, string NameEn, int Requests, int Series) : DocumentMistake;

    /// <summary>Place in the file as its parser says it; empty where the whole is meant.</summary>
    public string Where => this switch
    {
        OfNeeds needs => needs.Mistake.Path,
        OfCards cards => cards.Problem.Path,
        OfHolidays holidays => holidays.Line.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>Place, reason and remedy, for the person who edits it.</summary>
    public string Sentence(CultureInfo language) => this switch
    {
        OfNeeds needs => needs.Mistake.Sentence(language),
        OfCards cards => new Wording(language, Calendars.Paris).Of(cards.Problem),
        OfHolidays holidays => string.Format(language, Text("Document_Line", language), holidays.Line, ErrorSentences.Of(holidays.Error, language)),
        StillUsed used => string.Format(language, Text("Document_StillUsed", language), language.TwoLetterISOLanguageName == "en" ? used.NameEn : used.NameFr, used.Requests, used.Series),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Text(string key, CultureInfo language) => Texts.GetString(key, language)!;

    private static readonly System.Resources.ResourceManager Texts = new("Tisserand.App.Territories.DocumentTexts", typeof(DocumentMistake).Assembly);
}
