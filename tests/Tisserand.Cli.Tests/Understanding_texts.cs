using System.Diagnostics;
using System.Text.Json;

namespace Tisserand.Cli.Tests;

public sealed class Understanding_texts
{
    private const string Kine = "Bonjour, ma mère de 86 ans a besoin qu'on l'emmène chez le kiné jeudi à 14h30 à Redon";

    [Fact]
    public async Task A_request_becomes_its_fields_with_the_words_they_came_from()
    {
        var said = Assert.Single(Lines(await UnderstandAsync(Kine + "\n", "--at", "2026-03-10T09:00")));

        Assert.Equal("transport.medical", said.GetProperty("need").GetProperty("type").GetString());
        Assert.Equal("""[{"start":"2026-03-12T14:30","end":"2026-03-12T14:30","grain":"minute","assumed":false,"text":[64,77]}]""", said.GetProperty("when").GetRawText());
        Assert.Equal("""{"insee":"35236","name":"Redon","text":[80,85]}""", said.GetProperty("place").GetRawText());
        Assert.Equal("""{"relation":"mother","age":86}""", said.GetProperty("beneficiary").GetRawText());
        Assert.Equal("daughter_or_son", said.GetProperty("caller").GetString());
        Assert.Equal(
            ["need", "others", "when", "recurrence", "duration", "place", "from", "caller", "beneficiary", "urgent", "danger", "questions"],
            said.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task Each_line_has_its_answer_empty_ones_included()
    {
        var said = Lines(await UnderstandAsync("courses\n\n  \nje suis tombée\r\nmerci", "--at", "2026-03-10T09:00"));

        Assert.Equal(5, said.Count);
        Assert.Equal([false, false, false, true, false], said.Select(s => s.GetProperty("danger").GetBoolean()));
    }

    [Fact]
    public async Task Nothing_in_gives_nothing_out()
    {
        var answer = await UnderstandAsync("");

        Assert.Equal((0, ""), (answer.Code, answer.Output));
    }

    [Fact]
    public async Task A_JSON_line_may_bring_its_own_time()
    {
        var said = Lines(await UnderstandAsync(
            """{"text":"Des courses jeudi","at":"2026-11-30T08:00"}""" + "\n" + """{"text":"Des courses jeudi"}""" + "\n", "--at", "2026-03-10T09:00"));

        Assert.Equal(["2026-12-03T00:00", "2026-03-12T00:00"], said.Select(s => s.GetProperty("when")[0].GetProperty("start").GetString()));
    }

    [Fact]
    public async Task A_file_is_read_like_standard_input()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Kine);
        var fromFile = await UnderstandAsync("", "--at", "2026-03-10T09:00", file);
        var fromInput = await UnderstandAsync(Kine, "--at", "2026-03-10T09:00", "-");
        File.Delete(file);

        Assert.Equal(fromInput.Output, fromFile.Output);
    }

    [Fact]
    public async Task An_availability_becomes_opening_hours()
    {
        var said = Lines(await UnderstandAsync("lundi et jeudi matin sauf vacances\n" + """{"text":"Mon chat dort","kind":"availability"}""" + "\n\n", "--at", "2026-03-10T09:00", "--kind", "availability"));

        Assert.Equal("Mo,Th 08:00-12:00; SH off", said[0].GetProperty("opening_hours").GetString());
        Assert.Equal(["opening_hours", "from", "until", "assumed", "questions"], said[0].EnumerateObject().Select(p => p.Name));
        Assert.All(said.Skip(1), nothing =>
        {
            Assert.Equal(JsonValueKind.Null, nothing.GetProperty("opening_hours").ValueKind);
            Assert.NotEqual(0, nothing.GetProperty("questions").GetArrayLength());
        });
    }

    [Fact]
    public async Task Near_settles_communes_of_one_name()
    {
        var said = Lines(await UnderstandAsync("Dentiste à Langon lundi à 9h\n", "--at", "2026-03-10T09:00", "--near", "33063"));

        Assert.Equal("33227", said[0].GetProperty("place").GetProperty("insee").GetString());
    }

    [Theory]
    [InlineData("""{"txt":"courses"}""", "Ligne 1", "« text »")]
    [InlineData("""{"text":"courses","at":"demain"}""", "Ligne 1", "« demain »")]
    [InlineData("""{"text":"courses","kind":"poem"}""", "Ligne 1", "« poem »")]
    [InlineData("""{"text":12}""", "Ligne 1", "« text »")]
    public async Task A_bad_line_is_named_and_nothing_is_answered(string line, string where, string what)
    {
        var answer = await UnderstandAsync(line);

        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.Contains(where, answer.Error, StringComparison.Ordinal);
        Assert.Contains(what, answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--near 99999", "--near 35236")]
    [InlineData("--at lundi", "--at 2026-11-30T09:00")]
    [InlineData("--kind poem", "--kind availability")]
    [InlineData("/nowhere/texts.txt", "/nowhere/texts.txt")]
    public async Task A_wrong_option_is_said_with_its_remedy(string typed, string expected)
    {
        var answer = await UnderstandAsync("courses", typed.Split(' '));

        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.Contains(expected, answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ une accolade qui ouvre un texte")]
    [InlineData("\u200F😀 <script>alert(1)</script>")]
    [InlineData("0612345678;0299000000;0700000000")]
    public async Task Any_text_gets_an_honest_answer(string text)
    {
        var said = Assert.Single(Lines(await UnderstandAsync(text)));

        Assert.Equal(JsonValueKind.Null, said.GetProperty("need").GetProperty("type").ValueKind);
        Assert.NotEqual(0, said.GetProperty("questions").GetArrayLength());
    }

    private static List<JsonElement> Lines(Answer answer)
    {
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        return [.. answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static async Task<Answer> UnderstandAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "tisserand.dll"), "understand", .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        start.Environment["TISSERAND_DATA"] = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());   // no installation here: Redon
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new Answer(process.ExitCode, await output, await error);
    }
}
