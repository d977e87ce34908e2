using System.Text.RegularExpressions;

namespace Tisserand.Architecture.Tests;

/// <summary>Something that may not be written in the files it looks at, seen line by line.</summary>
/// <param name="Sample">A line that breaks the rule: proof that it can.</param>
internal sealed record WritingRule(string Name, Regex Pattern, Func<string, bool> LooksAt, string Sample)
{
    /// <summary>Lines that break the rule with a good reason, told beside each: file and a part of the line.</summary>
    private static readonly (string File, string Part)[] _allowed = [];

    public static IReadOnlyList<WritingRule> All { get; } =
    [
        new("No private key or access token", Of(@"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}"), Everything,
            "-----BEGIN RSA " + "PRIVATE KEY-----"),
        new("No password in a file", Of(@"(?i)\b(password|pwd|secret|api_?key)\b[""']?\s*[:=]\s*[""']?[^\s""'{}<>$;(),]{8,}[""';]"),
            file => !file.StartsWith("tests/", StringComparison.Ordinal) && Path.GetExtension(file) is ".json" or ".cs" or ".yml" or ".props",
            "Host=db;Password=" + "correcthorse;"),
        new("No place of one machine", Of(@"(?<![\w.*}])/(work|root)/|\b[A-Z]:\\Users\\"), Everything,
            "see /" + "work/notes"),
        new("No markup that escapes encoding", Of(@"\bHtml\.Raw\b|\bMarkupString\b|\bHtmlString\("), IsSource, "@Html." + "Raw(name)"),
        new("No SQL from text", Of(@"\b(FromSqlRaw|ExecuteSqlRaw(Async)?|SqlQueryRaw)\b"), IsSource, "db.People.FromSql" + "Raw(text)"),
        new("No warning silenced for a whole project", Of(@"<NoWarn\b"), IsProject, "<No" + "Warn>CA1000</NoWarn>"),
        new("A pragma says why on its line", Of(@"#pragma warning disable(?!.*//)"), IsCode, "#pragma " + "warning disable CA1000"),
        new("No region", Of(@"^\s*#region"), IsCode, "#" + "region Fields"),
        new("Work left for later bears an issue number", Of(@"\b(TOD[O]|FIXM[E]|HAC[K])\b(?!.*#\d)"), IsCode, "// TO" + "DO later"),
        new("No skipped test", Of(@"\[(Fact|Theory)\b[^\]]*\bSkip\s*="), IsTest, "[Fact(Ski" + "p = \"flaky\")]"),
        new("No sleep in a test", Of(@"\bThread\.Sleep\b|\bTask\.Delay\("), IsTest, "Thread.Sl" + "eep(100);"),
    ];

    public IEnumerable<string> Breaches(string file, string text) =>
        from line in text.Split('\n').Index()
        where Pattern.IsMatch(line.Item) && !_allowed.Any(allowed => file == allowed.File && line.Item.Contains(allowed.Part, StringComparison.Ordinal))
        select $"{file}:{line.Index + 1}: {Name}";

    private static Regex Of(string pattern) => new(pattern, RegexOptions.CultureInvariant);

    private static bool Everything(string file) => true;

    private static bool IsSource(string file) => file.StartsWith("src/", StringComparison.Ordinal);

    private static bool IsProject(string file) => Path.GetExtension(file) is ".csproj" or ".props" or ".targets";

    /// <summary>Written by people: what EF generates is left out.</summary>
    private static bool IsCode(string file) => Path.GetExtension(file) is ".cs" or ".cshtml" && !file.Contains("/Migrations/", StringComparison.Ordinal);

    private static bool IsTest(string file) => file.StartsWith("tests/", StringComparison.Ordinal) && IsCode(file);
}
