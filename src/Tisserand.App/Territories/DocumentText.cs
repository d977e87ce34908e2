using NodaTime;
using NodaTime.Text;
using Tisserand.App.NeedTypes;
using Tisserand.France;
using Tisserand.Matching;

namespace Tisserand.App.Territories;

/// <summary>Text of a document as its own parser reads it: in the form in which it is kept, or with every mistake found.</summary>
internal sealed record DocumentText(string Kept, IReadOnlyList<DocumentMistake> Mistakes)
{
    /// <summary>The one that comes with the program.</summary>
    public static string Shipped(string name) => name switch
    {
        CooperativeDocument.Needs => Taxonomy.Shipped.Write(),
        CooperativeDocument.Cards => CardFile.Default.Write(),
        CooperativeDocument.SchoolHolidays => SchoolHolidaysCsv.Write(SchoolHolidays.Shipped),
        _ => throw Unknown(name),
    };

    /// <param name="name">Of <see cref="CooperativeDocument.Edited"/>.</param>
    /// <param name="text">As typed; comments and order of writing are not kept.</param>
    public static DocumentText Read(string name, string text) => name switch
    {
        CooperativeDocument.Needs => Taxonomy.Parse(text) switch
        {
            TaxonomyReading.Read read => Good(read.Taxonomy.Write()),
            TaxonomyReading.Refused no => Bad(no.Mistakes.Select(m => new DocumentMistake.OfNeeds(m))),
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        CooperativeDocument.Cards => CardFile.Parse(text) switch
        {
            CardFileReading.Read read => Good(read.File.Write()),
            CardFileReading.Refused no => Bad(no.Problems.Select(p => new DocumentMistake.OfCards(p))),
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        CooperativeDocument.SchoolHolidays => SchoolHolidaysCsv.Read(text) switch
        {
            SchoolHolidaysReading.Read read => Good(SchoolHolidaysCsv.Write(read.Table)),
            SchoolHolidaysReading.Refused no => Bad([new DocumentMistake.OfHolidays(no.Line, no.Error)]),
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        _ => throw Unknown(name),
    };

    /// <summary>Whether two kept texts say the same, whatever version the cards bear in themselves.</summary>
    public static bool SayTheSame(string name, string one, string other) => one == other
        || (name == CooperativeDocument.Cards && CardsOf(one) is { } a && CardsOf(other) is { } b && (a with { Version = b.Version }).Write() == b.Write());

    /// <summary>Cards bear their version, which each decision keeps: changed cards never bear that of others.</summary>
    public static string Numbered(string name, string kept, int version, LocalDate day) => name == CooperativeDocument.Cards && CardsOf(kept) is { } cards
        ? (cards with { Version = $"{LocalDatePattern.Iso.Format(day)}/{version}" }).Write()
        : kept;

    private static CardFile? CardsOf(string text) => CardFile.Parse(text) is CardFileReading.Read read ? read.File : null;

    private static DocumentText Good(string kept) => new(kept, []);

    private static DocumentText Bad(IEnumerable<DocumentMistake> mistakes) => new("", [.. mistakes]);

    private static ArgumentOutOfRangeException Unknown(string name) => new(nameof(name), name, "The cooperative edits no document of this name.");
}
