using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tisserand.Matching;

/// <summary>Both cards, the policy and the priority table: one versioned file that people read and edit.</summary>
public sealed record CardFile
{
    // Before Default, which is read with it.
    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // é stays é; never put into HTML
    };

    /// <summary>The only format there is.</summary>
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    /// <summary>Version of the content, kept with each decision that it made.</summary>
    public required string Version { get; init; }

    public required string Title { get; init; }

    /// <summary>Card A: the chance of a yes when asked.</summary>
    public required Card Acceptance { get; init; }

    /// <summary>Card B: the chance of a good visit after a yes.</summary>
    public required Card Visit { get; init; }

    public required Policy Policy { get; init; }

    public required PriorityTable Priority { get; init; }

    /// <summary>The cards that come with Tisserand.</summary>
    public static CardFile Default { get; } = ReadDefault();

    /// <summary>Reads and checks a file.</summary>
    /// <param name="json">Its text; comments and trailing commas are allowed.</param>
    public static CardFileReading Parse(string json)
    {
        CardFile? file;
        try
        {
            file = JsonSerializer.Deserialize<CardFile>(json, JsonOptions);
        }
        catch (JsonException fault)
        {
            return new CardFileReading.Refused([new CardProblem.Unreadable(
                fault.Path ?? "$", (int)(fault.LineNumber ?? 0) + 1, fault.Message)]);
        }
        if (file is null) return new CardFileReading.Refused([new CardProblem.Empty("$")]);
        if (CardFileRules.Holes(file) is { Count: > 0 } holes) return new CardFileReading.Refused(holes);
        var problems = CardFileRules.Check(file);
        return problems.Count == 0 ? new CardFileReading.Read(file) : new CardFileReading.Refused(problems);
    }

    /// <summary>The text of the file; <see cref="Parse"/> reads it back as the same cards.</summary>
    public string Write() => JsonSerializer.Serialize(this, JsonOptions) + "\n";

    /// <summary>The same file with both cards calibrated anew, under a new version.</summary>
    public CardFile With(string version, Calibration acceptance, Calibration visit) => this with
    {
        Version = version,
        Acceptance = Acceptance with { Calibration = acceptance },
        Visit = Visit with { Calibration = visit },
    };

    private static CardFile ReadDefault()
    {
        using var stream = typeof(CardFile).Assembly.GetManifestResourceStream("cards.fr.json")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd()) switch
        {
            CardFileReading.Read read => read.File,
            CardFileReading.Refused refused => throw new InvalidDataException(
                "The shipped cards are refused: " + string.Join("; ", refused.Problems)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
