using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Tisserand.App.NeedTypes;

/// <summary>The file of a taxonomy, read and checked whole: every mistake is told, not the first.</summary>
internal static partial class TaxonomyFile
{
    private const int KnownVersion = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        NumberHandling = JsonNumberHandling.Strict,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // é stays é; never put into HTML unescaped
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    private sealed record Root(int? Version, List<Entry?>? Skills, List<Entry?>? Checks, List<Entry?>? PracticalNeeds,
        List<Entry?>? Interests, List<Need?>? NeedTypes);

    private sealed record Entry(string? Code, string? Fr, string? En);

    private sealed record Need(string? Code, string? Fr, string? En, string? ShownFr, string? ShownEn, string? Description, string? DescriptionEn,
        int? UsualMinutes, int? LongMinutes, int? NoticeHours, int? BasePriority, List<string>? RequiredSkills, List<string>? UsefulSkills,
        List<string>? RequiredChecks, FirstMeeting? FirstMeeting, bool? Trip, bool? AutomaticValidation, bool? OneAtATime,
        List<string>? Synonyms);

    public static TaxonomyReading Read(string json)
    {
        Root root;
        try
        {
            root = JsonSerializer.Deserialize<Root>(json, Options) ?? new Root(null, null, null, null, null, null);
        }
        catch (JsonException e)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{e.LineNumber + 1}:{e.BytePositionInLine + 1}");
            return new TaxonomyReading.Refused([new(line, TaxonomyMistakeKind.BrokenJson, e.Path ?? "$")]);
        }

        var check = new Checking();
        if (root.Version != KnownVersion)
            check.Add("$.version", TaxonomyMistakeKind.UnknownVersion, $"{root.Version}");
        var skills = check.List("$.skills", root.Skills);
        var checks = check.List("$.checks", root.Checks);
        var practical = check.List("$.practicalNeeds", root.PracticalNeeds);
        var interests = check.List("$.interests", root.Interests);
        var needs = check.Needs("$.needTypes", root.NeedTypes, skills, checks);

        return check.Mistakes.Count > 0
            ? new TaxonomyReading.Refused(check.Mistakes)
            : new TaxonomyReading.Read(new Taxonomy(needs, new(skills), new(checks), new(practical), new(interests)));
    }

    /// <summary>The text of a taxonomy; <see cref="Read"/> gives the same one back.</summary>
    public static string Write(Taxonomy taxonomy) => JsonSerializer.Serialize(new Root(KnownVersion, Entries(taxonomy.Skills), Entries(taxonomy.Checks),
        Entries(taxonomy.PracticalNeeds), Entries(taxonomy.Interests), [.. taxonomy.NeedTypes.Select(n => new Need(n.Code, n.NameFr, n.NameEn, n.ShownFr, n.ShownEn,
            n.Description, n.DescriptionEn, n.UsualMinutes, n.LongMinutes, n.NoticeHours, n.BasePriority, [.. n.RequiredSkills], [.. n.UsefulSkills], [.. n.RequiredChecks],
            n.FirstMeeting, n.IsTrip, n.AutomaticValidation, n.OneAtATime, [.. n.Synonyms]))]), Options) + "\n";

    private static List<Entry?> Entries(ClosedList list) => [.. list.Entries.Select(e => new Entry(e.Code, e.Fr, e.En))];

    [GeneratedRegex("^[a-z][a-z0-9_]*(:[a-z]{2,3})?$")]
    private static partial Regex EntryCode { get; }

    [GeneratedRegex(@"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")]
    private static partial Regex NeedCode { get; }

    private sealed class Checking
    {
        public List<TaxonomyMistake> Mistakes { get; } = [];

        public void Add(string path, TaxonomyMistakeKind kind, string value = "") => Mistakes.Add(new(path, kind, value));

        public List<ListEntry> List(string path, List<Entry?>? entries)
        {
            var codes = new HashSet<string>(StringComparer.Ordinal);
            var kept = new List<ListEntry>();
            foreach (var (entry, at) in Numbered(path, entries))
                if (Code(at, entry.Code, EntryCode, codes))
                    kept.Add(new(entry.Code!, Text($"{at}.fr", entry.Fr), Text($"{at}.en", entry.En)));
            return kept;
        }

        public List<NeedTypeDefinition> Needs(string path, List<Need?>? needs, List<ListEntry> skills, List<ListEntry> checks)
        {
            var codes = new HashSet<string>(StringComparer.Ordinal);
            var read = Numbered(path, needs).ToList();
            var kept = read.Where(n => Code(n.At, n.Value.Code, NeedCode, codes))
                .Select(n => One(n.At, n.Value, skills, checks)).ToList();

            foreach (var (need, at) in read)
                if (need.Code?.Split('.') is [var parent, _] && !codes.Contains(parent))
                    Add($"{at}.code", TaxonomyMistakeKind.ParentMissing, parent);
            foreach (var code in FirstLevels.All.Where(c => !codes.Contains(c)))
                Add(path, TaxonomyMistakeKind.FirstLevelMissing, code);
            return kept;
        }

        private NeedTypeDefinition One(string at, Need need, List<ListEntry> skills, List<ListEntry> checks)
        {
            var usual = Whole($"{at}.usualMinutes", need.UsualMinutes, 1, 24 * 60);
            var most = Whole($"{at}.longMinutes", need.LongMinutes, 1, 24 * 60);
            if (most < usual)
                Add($"{at}.longMinutes", TaxonomyMistakeKind.LongShorterThanUsual, $"{most} < {usual}");
            return new()
            {
                Code = need.Code!,
                NameFr = Text($"{at}.fr", need.Fr),
                NameEn = Text($"{at}.en", need.En),
                ShownFr = need.ShownFr ?? need.Fr ?? "",
                ShownEn = need.ShownEn ?? need.En ?? "",
                Description = Text($"{at}.description", need.Description),
                DescriptionEn = string.IsNullOrWhiteSpace(need.DescriptionEn) ? null : need.DescriptionEn,
                UsualMinutes = usual,
                LongMinutes = most,
                NoticeHours = Whole($"{at}.noticeHours", need.NoticeHours, 0, 14 * 24),
                BasePriority = Whole($"{at}.basePriority", need.BasePriority, 0, 5),
                RequiredSkills = Known($"{at}.requiredSkills", need.RequiredSkills, skills, TaxonomyMistakeKind.UnknownSkill),
                UsefulSkills = Known($"{at}.usefulSkills", need.UsefulSkills, skills, TaxonomyMistakeKind.UnknownSkill),
                RequiredChecks = Known($"{at}.requiredChecks", need.RequiredChecks, checks, TaxonomyMistakeKind.UnknownCheck),
                FirstMeeting = Given($"{at}.firstMeeting", need.FirstMeeting),
                IsTrip = Given($"{at}.trip", need.Trip),
                AutomaticValidation = Given($"{at}.automaticValidation", need.AutomaticValidation),
                OneAtATime = Given($"{at}.oneAtATime", need.OneAtATime),
                Synonyms = Words($"{at}.synonyms", need.Synonyms),
            };
        }

        private IEnumerable<(T Value, string At)> Numbered<T>(string path, List<T?>? values) where T : class
        {
            if (values is null)
                Add(path, TaxonomyMistakeKind.Missing);
            for (var i = 0; i < values?.Count; i++)
            {
                var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
                if (values[i] is { } value)
                    yield return (value, at);
                else
                    Add(at, TaxonomyMistakeKind.Missing);
            }
        }

        private bool Code(string at, string? code, Regex shape, HashSet<string> seen)
        {
            if (code is null || !shape.IsMatch(code))
                Add($"{at}.code", TaxonomyMistakeKind.BadCode, code ?? "");
            else if (!seen.Add(code))
                Add($"{at}.code", TaxonomyMistakeKind.DuplicateCode, code);
            else
                return true;
            return false;
        }

        private string Text(string path, string? text)
        {
            if (string.IsNullOrWhiteSpace(text))
                Add(path, TaxonomyMistakeKind.Missing);
            return text ?? "";
        }

        private List<string> Words(string path, List<string>? words)
        {
            for (var i = 0; i < words?.Count; i++)
                Text($"{path}[{i}]", words[i]);
            return words ?? [];
        }

        private T Given<T>(string path, T? value) where T : struct
        {
            if (value is null)
                Add(path, TaxonomyMistakeKind.Missing);
            return value.GetValueOrDefault();
        }

        private int Whole(string path, int? value, int from, int to)
        {
            if (value is null)
                Add(path, TaxonomyMistakeKind.Missing);
            else if (value < from || value > to)
                Add(path, TaxonomyMistakeKind.OutOfRange, $"{value} ({from}–{to})");
            return value.GetValueOrDefault();
        }

        private List<string> Known(string path, List<string>? codes, List<ListEntry> list, TaxonomyMistakeKind unknown)
        {
            for (var i = 0; i < codes?.Count; i++)
                if (!list.Exists(e => e.Code == codes[i]))
                    Add($"{path}[{i}]", unknown, codes[i] ?? "");
            return codes ?? [];
        }
    }
}
