using System.Diagnostics;
using System.Text.Json;
using Tisserand.France;
using Tisserand.Language;

namespace Tisserand.Cli.Evaluation;

/// <summary>Reads every message of an exam as the verb would, and compares its answer with what was expected.</summary>
internal static class LanguageExam
{
    private const string Redon = "35236";

    public static LanguageScores Run(IReadOnlyList<ExamMessage> messages)
    {
        var where = Surroundings.Of(CommuneTable.Shipped.Find(Redon)!);
        Understand.Read(messages[0].Text, messages[0].At, where);      // the start is not measured
        var shares = LanguageMeasure.All.ToDictionary(m => m.Name, _ => new Tally());
        var from = Stopwatch.GetTimestamp();
        var read = messages.Select(m => Understand.Read(m.Text, m.At, where)).ToList();
        var milliseconds = Stopwatch.GetElapsedTime(from).TotalMilliseconds / messages.Count;
        foreach (var (message, said) in messages.Zip(read)) Compare(message, said, Answer(said), shares);
        return new(messages.Count, shares, milliseconds);
    }

    /// <summary>The answer as the verb writes it.</summary>
    internal static JsonElement Answer(Understanding said)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, UnderstandingJson.Options)) UnderstandingJson.Write(json, said);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    private static void Compare(ExamMessage message, Understanding said, JsonElement answer, Dictionary<string, Tally> shares)
    {
        var expected = message.Expected;
        var whole = Times(expected, answer, said, shares);
        whole &= Need(expected, answer, shares);
        whole &= Persons(expected, answer, shares);
        whole &= Place(expected, answer, "place", shares) & Place(expected, answer, "from", shares);

        var danger = expected.GetProperty("danger").GetString();
        var rings = answer.GetProperty("danger").GetBoolean();
        shares["danger_plain"].AddWhen(danger == "plain", rings);
        shares["danger_hinted"].AddWhen(danger == "hinted", rings);
        shares["danger_false"].AddWhen(danger == "none", rings);
        var urgent = expected.GetProperty("urgent").GetBoolean();
        var hurries = answer.GetProperty("urgent").GetBoolean();
        shares["urgent"].AddWhen(urgent, hurries);
        shares["urgent_false"].AddWhen(!urgent, hurries);
        whole &= rings == (danger != "none") && hurries == urgent;
        shares["whole"].Add(whole);
        Offsets(message.Text, answer, shares["offsets"]);
    }

    private static bool Times(JsonElement expected, JsonElement answer, Understanding said, Dictionary<string, Tally> shares)
    {
        var (wanted, got) = (Whens(expected), Whens(answer));
        var sure = wanted.Where(w => !w.Assumed).Select(w => w.Time).Order(StringComparer.Ordinal).ToList();
        var saidSure = got.Where(w => !w.Assumed).Select(w => w.Time).Order(StringComparer.Ordinal).ToList();
        var asks = said.Questions.Count > 0 || got.Exists(w => w.Assumed);
        var mustAsk = expected.GetProperty("questions").GetArrayLength() > 0 || wanted.Exists(w => w.Assumed);
        var right = sure.SequenceEqual(saidSure) && (wanted.TrueForAll(w => !w.Assumed) || asks);
        shares["dates"].AddWhen(wanted.Count > 0 || got.Count > 0, right);
        shares["wrong_dates"].AddWhen(wanted.Count > 0 || got.Count > 0, saidSure.Exists(w => !sure.Contains(w)));
        shares["asks"].AddWhen(mustAsk, asks);
        shares["asks_idly"].AddWhen(!mustAsk, asks);

        var recurrence = Same(expected, answer, "recurrence", "rrule", "times", "window", "except");
        shares["recurrence"].AddWhen(Has(expected, "recurrence") || Has(answer, "recurrence"), recurrence);
        var duration = Same(expected, answer, "duration", "minutes");
        shares["duration"].AddWhen(Has(expected, "duration") || Has(answer, "duration"), duration);
        return right && recurrence && duration;
    }

    private static bool Need(JsonElement expected, JsonElement answer, Dictionary<string, Tally> shares)
    {
        var (wanted, got) = (Type(expected), Type(answer));
        var alternatives = answer.GetProperty("need").GetProperty("alternatives").EnumerateArray().Select(a => a[0].GetString()).ToList();
        var suggested = (got is null ? alternatives : alternatives.Prepend(got)).ToList();
        shares["need"].AddWhen(wanted is not null, suggested.FirstOrDefault() == wanted);
        shares["need_three"].AddWhen(wanted is not null, suggested.Take(3).Contains(wanted));
        shares["need_answered"].AddWhen(wanted is not null, got is not null);
        shares["need_right"].AddWhen(got is not null, got == wanted);
        var others = expected.GetProperty("others").EnumerateArray().Select(Type).SequenceEqual(answer.GetProperty("others").EnumerateArray().Select(Type));
        return got == wanted && others;
    }

    private static bool Persons(JsonElement expected, JsonElement answer, Dictionary<string, Tally> shares)
    {
        var caller = expected.GetProperty("caller").GetString() == answer.GetProperty("caller").GetString();
        var (wanted, got) = (expected.GetProperty("beneficiary"), answer.GetProperty("beneficiary"));
        var relation = wanted.GetProperty("relation").GetString() == got.GetProperty("relation").GetString();
        var age = wanted.GetProperty("age").GetRawText() == got.GetProperty("age").GetRawText();
        shares["caller"].Add(caller);
        shares["beneficiary"].Add(relation);
        shares["age"].Add(age);
        return caller && relation && age;
    }

    private static bool Place(JsonElement expected, JsonElement answer, string name, Dictionary<string, Tally> shares)
    {
        var (wanted, got) = (Insee(expected, name), Insee(answer, name));
        shares["place"].AddWhen(wanted is not null, got == wanted);
        shares["place_wrong"].AddWhen(wanted is not null, got is not null && got != wanted);
        shares["place_invented"].AddWhen(wanted is null, got is not null);
        return wanted == got;
    }

    /// <summary>Every text span lies in the message, is not empty, and cuts no word.</summary>
    private static void Offsets(string text, JsonElement part, Tally valid)
    {
        if (part.ValueKind == JsonValueKind.Array) foreach (var item in part.EnumerateArray()) Offsets(text, item, valid);
        if (part.ValueKind != JsonValueKind.Object) return;
        foreach (var property in part.EnumerateObject())
            if (property.NameEquals("text") && property.Value.ValueKind == JsonValueKind.Array)
            {
                var (start, end) = (property.Value[0].GetInt32(), property.Value[1].GetInt32());
                valid.Add(start >= 0 && start < end && end <= text.Length && !Cuts(text, start) && !Cuts(text, end));
            }
            else Offsets(text, property.Value, valid);
    }

    private static bool Cuts(string text, int at) => at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);

    private static List<(string Time, bool Assumed)> Whens(JsonElement answer) =>
        [.. answer.GetProperty("when").EnumerateArray().Select(w => ($"{w.GetProperty("start")}/{w.GetProperty("end")}", w.GetProperty("assumed").GetBoolean()))];

    private static bool Has(JsonElement answer, string name) => answer.GetProperty(name).ValueKind != JsonValueKind.Null;

    private static bool Same(JsonElement expected, JsonElement answer, string name, params string[] parts) =>
        Has(expected, name) == Has(answer, name)
        && (!Has(expected, name) || Array.TrueForAll(parts, part => JsonElement.DeepEquals(expected.GetProperty(name).GetProperty(part), answer.GetProperty(name).GetProperty(part))));

    private static string? Type(JsonElement answer) => answer.GetProperty("need").GetProperty("type").GetString();

    private static string? Insee(JsonElement answer, string name) =>
        Has(answer, name) ? answer.GetProperty(name).GetProperty("insee").GetString() : null;
}
