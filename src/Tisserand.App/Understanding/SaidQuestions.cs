using System.Globalization;
using System.Resources;
using NodaTime;
using Tisserand.France;
using Tisserand.Language;

namespace Tisserand.App.Understanding;

/// <summary>Questions in both languages: the engine's own sentence in French, ours in English.</summary>
internal static class SaidQuestions
{
    private const int MostCommunes = 3;

    private static readonly ResourceManager Sentences = new("Tisserand.App.Understanding.EnglishQuestions", typeof(SaidQuestions).Assembly);

    public static QuestionRead Of(QuestionFound found, Language.Understanding said) => new(found.Code, found.Text, found.French, English(found, said));

    /// <summary>A question about free times, which has no readings to choose from.</summary>
    public static QuestionRead Of(QuestionFound found) => new(found.Code, found.Text, found.French, Text(found.Code));

    private static string English(QuestionFound found, Language.Understanding said)
    {
        var readings = said.When.Concat(said.Others.SelectMany(o => o.When)).Where(w => w.Assumed && w.Text == found.Text).ToList();
        if (found.Code is "when" or "time" && readings.Count > 1) return string.Join(" or ", readings.Select(r => Say(r.Start ?? r.End!.Value, isInstant: r.Start == r.End)).Distinct()) + "?";
        var place = found.Code == "place" ? said.Place : found.Code == "from" ? said.From : null;
        if (place is { Commune: null }) return Text("place").Replace("{0}", EnglishText.List(place.Candidates.Take(MostCommunes).Select(c => $"{c.Name} ({c.Departement})"), "or"), StringComparison.Ordinal);
        return Text(found.Code == "place" ? "from" : found.Code);
    }

    private static string Say(LocalDateTime time, bool isInstant) => isInstant ? EnglishText.DateTime(time) : EnglishText.Date(time.Date, withYear: false);

    private static string Text(string code) => Sentences.GetString(code, CultureInfo.InvariantCulture)
        ?? throw new MissingManifestResourceException($"No English question for {code}.");
}
