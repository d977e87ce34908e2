using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.Privacy;

namespace Tisserand.App.Territories;

/// <summary>A document the cooperative edits (taxonomy of needs, cards, school holidays); each change is a new version, the last one counts.
/// Without any, the shipped one serves.</summary>
public sealed class CooperativeDocument
{
    private CooperativeDocument() { }

    public CooperativeDocument(string name, int version, string text, AccountId? by, Instant at)
    {
        Name = name;
        Version = version;
        Text = text;
        By = by;
        At = at;
    }

    public const string Needs = "needs";
    public const string Cards = "cards";
    public const string Calibration = "calibration";
    public const string SchoolHolidays = "school-holidays";
    public const string DangerAnswers = "danger-answers";
    public const string NeedClassifier = "need-classifier";
    public const string NeedClassifierProposal = "need-classifier-proposal";
    public const string Installation = "installation";

    /// <summary>Those that the cooperative edits on screen.</summary>
    public static IReadOnlyList<string> Edited { get; } = [Needs, Cards, SchoolHolidays];

    [NotPersonal("name of a document")]
    public string Name { get; private set; } = "";

    public int Version { get; private set; }

    [NotPersonal("a setting of the cooperative")]
    public string Text { get; private set; } = "";

    public AccountId? By { get; private set; }

    [NotPersonal("instant")]
    public Instant At { get; private set; }

    internal static void Map(ModelBuilder model) => model.Entity<CooperativeDocument>(d =>
    {
        d.ToTable("cooperative_documents");
        d.HasKey(x => new { x.Name, x.Version });
    });
}
