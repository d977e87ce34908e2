using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using NodaTime;

namespace Tisserand.Matching.Tests.Wording;

/// <summary>Walks every closed hierarchy and every card feature: a new case without its French and English sentence fails here.</summary>
public sealed class Having_a_sentence_for_everything
{
    public static TheoryData<string> Languages => new("fr", "en");

    [Theory, MemberData(nameof(Languages))]
    public void Each_obstacle(string language) => Assert.All(CasesOf<Obstacle>(), c => Said(language, w => w.Of(c)));

    [Theory, MemberData(nameof(Languages))]
    public void Each_doubt(string language) => Assert.All(CasesOf<Doubt>(), c => Said(language, w => w.Of(c)));

    [Theory, MemberData(nameof(Languages))]
    public void Each_problem_of_a_card_file(string language) => Assert.All(CasesOf<CardProblem>(), c => Said(language, w => w.Of(c)));

    [Theory, MemberData(nameof(Languages))]
    public void Each_line_of_a_value(string language) =>
        Assert.All(Enum.GetValues<ValueTerm>(), term => Said(language, w => w.Of(new ValueLine(term, 5, 2))));

    [Theory, MemberData(nameof(Languages))]
    public void Each_feature_of_both_cards_in_each_of_its_cases(string language)
    {
        foreach (var feature in AcceptanceFeatures.All.Concat(VisitFeatures.All))
        {
            var values = feature.Cases.Select(c => new FeatureValue(c, 0, Count: 2, OutOf: 3));
            if (feature.IsNumeric) values = values.Concat(new[] { 0, 1, 5.5 }.Select(n => new FeatureValue(null, n, (int)n, OutOf: 0)));
            Assert.All(values, v => Said(language, w => w.Of(new CardLine(feature.Key, "bin", 1, v))));
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void Each_way_to_say_a_chance(string language)
    {
        foreach (var cases in new[] { 0, 5, 30, 1000 })
            for (var p = 0.0; p <= 1; p += 0.01) Said(language, w => w.Of(new Chance(new Probability(p), cases)));
    }

    [Fact]
    public void French_and_English_hold_the_same_keys()
    {
        var keys = Keys("").ToHashSet();
        Assert.NotEmpty(keys);
        Assert.Equal(keys.Order(), Keys("en").Order());
    }

    /// <summary>The sentence is there, whole, and belongs to that language (English is not French by default).</summary>
    private static void Said(string language, Func<Matching.Wording, string> say)
    {
        var sentence = say(new Matching.Wording(CultureInfo.GetCultureInfo(language), DateTimeZone.Utc));
        Assert.DoesNotContain('{', sentence);
        Assert.DoesNotContain(" | ", sentence, StringComparison.Ordinal);
        Assert.NotEmpty(sentence.Trim());
    }

    /// <summary>One of each nested case, plus one with every nullable part empty and one for each value of an enum.</summary>
    private static IEnumerable<T> CasesOf<T>()
    {
        foreach (var type in typeof(T).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(T))))
        {
            var parts = type.GetConstructors().Single(c => c.GetParameters().All(p => p.ParameterType != type)).GetParameters();
            yield return Make(0);
            yield return Make(1);

            T Make(int variant) => (T)Activator.CreateInstance(type, [.. parts.Select(p => Part(p.ParameterType, variant))])!;
        }
    }

    private static object? Part(Type type, int variant) =>
        type == typeof(string) ? "portage"
        : type == typeof(Instant) ? People.Now
        : type == typeof(Interval) ? People.Hours(14, 15)
        : Nullable.GetUnderlyingType(type) is { } inner ? variant == 0 ? Part(inner, 0) : null
        : type == typeof(bool) ? variant == 0
        : type.IsEnum ? Enum.GetValues(type).GetValue(variant)
        : type == typeof(double) ? 1.5
        : type == typeof(int) ? variant + 1
        : RuntimeHelpers.GetUninitializedObject(type);

    private static IEnumerable<string> Keys(string culture) => new System.Resources.ResourceManager("Tisserand.Matching.Wording.Reasons", typeof(Candidate).Assembly)
        .GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
        .Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key);
}
