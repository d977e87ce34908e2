using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Language;

namespace Tisserand.App.Learning;

/// <summary>What the engine read in a message beside what a coordinator stored; agreement counts as much as disagreement.</summary>
/// <remarks>The words go ninety days after the visit, and with them whose they were and for which request. What many people say remains.</remarks>
public sealed class ReadingCorrection
{
    /// <summary>Below, the engine was not sure.</summary>
    public const double Sure = 0.8;

    private const int AsideIn = 3;

    private ReadingCorrection() { }

    /// <param name="request">One correction each.</param>
    /// <param name="author">Whose message it is.</param>
    /// <param name="engine">Version of the engine, and of what it had learned.</param>
    /// <param name="typeRead">Null when nothing was sure enough.</param>
    /// <param name="chance">Of that type, or of the likeliest.</param>
    /// <param name="typeSaved">As stored.</param>
    /// <param name="text">The words about this need.</param>
    /// <param name="keys">The installation's.</param>
    public ReadingCorrection(HelpRequest request, PersonId author, string engine, string? typeRead, double chance, string typeSaved, string text, Instant at, KeyRing keys)
    {
        Id = IdOf(request.Id, keys);
        TerritoryId = request.TerritoryId;
        RequestId = request.Id;
        PersonId = author;
        var code = keys.IndexOf($"author/{author.Value:N}");
        Author = Convert.ToHexStringLower(code.AsSpan(0, 16));
        IsAside = BinaryPrimitives.ReadUInt32BigEndian(code) % AsideIn == 0;
        Engine = engine;
        TypeRead = typeRead;
        Chance = chance;
        TypeSaved = typeSaved;
        Text = text;
        At = at;
        Teaches = WordFeatures.Knows(typeSaved);
    }

    public ReadingCorrectionId Id { get; private set; }

    public TerritoryId TerritoryId { get; private set; }

    /// <summary>Null once the words are erased.</summary>
    public HelpRequestId? RequestId { get; private set; }

    /// <summary>Whose message it is; null once the words are erased.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>Tells people apart, and names nobody without the installation's keys.</summary>
    [Personal(Purpose.Improvement, LegalBasis.LegitimateInterest, Retention.PersonFile, Recipients.None, Encrypted = false)]
    public string Author { get; private set; } = "";

    /// <summary>Never learned from, so that what was learned is judged on it; all messages of a person are on one side.</summary>
    public bool IsAside { get; private set; }

    [NotPersonal("instant")]
    public Instant At { get; private set; }

    [NotPersonal("version of the program")]
    public string Engine { get; private set; } = "";

    [NotPersonal("code of the taxonomy")]
    public string? TypeRead { get; private set; }

    public double Chance { get; private set; }

    [NotPersonal("code of the taxonomy")]
    public string TypeSaved { get; private set; } = "";

    /// <summary>Her words; null once erased.</summary>
    [Personal(Purpose.Improvement, LegalBasis.LegitimateInterest, Retention.NinetyDays, Recipients.Coordinators)]
    public string? Text { get; private set; }

    /// <summary>Once the words are erased, those of them that many people say, without their order.</summary>
    [NotPersonal("words that messages of five people or more have")]
    public IReadOnlyList<string> CommonWords { get; private set; } = [];

    /// <summary>The engine can learn from it: it knows the type, and words are there.</summary>
    public bool Teaches { get; private set; }

    /// <summary>What a coordinator said at the labelling desk; counts before what was stored.</summary>
    [NotPersonal("code of the taxonomy")]
    public string? Label { get; private set; }

    public AccountId? LabelledBy { get; private set; }

    [NotPersonal("instant")]
    public Instant? LabelledAt { get; private set; }

    /// <summary>When it was last left for later.</summary>
    [NotPersonal("instant")]
    public Instant? PassedAt { get; private set; }

    public string Type => Label ?? TypeSaved;

    /// <summary>What it teaches: her words, or what is kept of them.</summary>
    public IReadOnlyList<string> Features => Text is { } text ? WordFeatures.Of(text) : CommonWords;

    /// <summary>The same request makes the same.</summary>
    public static ReadingCorrectionId IdOf(HelpRequestId request, KeyRing keys) => new(new Guid(keys.IndexOf($"correction/{request.Value:N}").AsSpan(0, 16)));

    public void IsAbout(string type, AccountId? by, Instant at)
    {
        (Label, LabelledBy, LabelledAt, PassedAt) = (type, by, at, null);
        Teaches = WordFeatures.Knows(type) && (Text is not null || CommonWords.Count > 0);
    }

    public void Pass(Instant at) => PassedAt = at;

    /// <summary>Only what is in <paramref name="common"/> stays.</summary>
    public void Forget(IReadOnlySet<string> common)
    {
        CommonWords = [.. Features.Where(common.Contains)];
        (Text, PersonId, RequestId) = (null, null, null);
        Teaches &= CommonWords.Count > 0;
    }

    internal static void Map(ModelBuilder model) => model.Entity<ReadingCorrection>(c =>
    {
        c.ToTable("reading_corrections");
        c.Ignore(x => x.Type);
        c.Ignore(x => x.Features);
        c.Property(x => x.LabelledAt).IsConcurrencyToken();
        c.HasIndex(x => x.RequestId).IsUnique();
        c.HasIndex(x => new { x.TerritoryId, x.LabelledAt });
        c.HasIndex(x => x.At);
        c.HasOne<Territory>().WithMany().HasForeignKey(x => x.TerritoryId);
    });
}
