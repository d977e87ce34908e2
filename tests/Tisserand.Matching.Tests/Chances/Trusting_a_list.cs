using CsCheck;

namespace Tisserand.Matching.Tests.Chances;

public sealed class Trusting_a_list
{
    private static readonly Calibration AsItIs = new(1, 0, 0);
    private static readonly Gen<Matching.Chances[]> Lists = Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1]).Select(Chances).Array[0, 8];

    [Fact]
    public void It_is_what_counting_all_answers_gives() => Gen.Select(Lists, Gen.Int[1, 3]).Sample((list, places) =>
    {
        var confidence = Confidence.Of(list, list.Length, AsItIs, places);
        var (yes, comes, good) = (0.0, 0.0, 0.0);
        for (var answers = 0; answers < 1 << list.Length; answers++)              // every way in which they can answer
        {
            var p = list.Select((c, i) => (answers >> i & 1) != 0 ? c.Yes.Of.Value : 1 - c.Yes.Of.Value).Aggregate(1.0, (a, b) => a * b);
            var takers = list.Where((_, i) => (answers >> i & 1) != 0).Take(places).ToList();
            if (takers.Count == places) yes += p;
            comes += p * takers.Count;
            good += p * takers.Sum(c => c.GoodVisit.Of.Value);
        }
        Assert.Equal(yes, confidence.Yes.Value, 1e-6);
        if (comes > 1e-9) Assert.Equal(good / comes, confidence.GoodVisit.Value, 1e-6);
        Assert.Equal(confidence.Yes.Value * confidence.GoodVisit.Value, confidence.Both.Value, 1e-12);
    }, iter: 200);

    [Fact]
    public void One_more_who_can_be_asked_never_lowers_the_chance_of_a_yes() => Lists.Sample(list =>
        Enumerable.Range(0, list.Length).All(n => Confidence.Of(list, n + 1, Calibration.ListPrior).Yes.Value
            >= Confidence.Of(list, n, Calibration.ListPrior).Yes.Value - 1e-12));

    [Fact]
    public void Those_who_cannot_be_asked_in_time_do_not_count() => Lists.Sample(list =>
        Confidence.Of(list, list.Length / 2, AsItIs) == Confidence.Of(list[..(list.Length / 2)], 100, AsItIs));

    [Fact]
    public void An_empty_list_gives_no_hope() => Assert.Equal(0, Confidence.Of([], 5, AsItIs).Both.Value);

    [Fact]
    public void Before_any_history_a_long_list_is_trusted_less_than_independence_would_have_it()
    {
        var list = Enumerable.Repeat(Chances((0.5, 1)), 5).ToArray();
        Assert.Equal(0.96875, Confidence.Of(list, 5, AsItIs).Yes.Value, 1e-6);
        Assert.InRange(Confidence.Of(list, 5, Calibration.ListPrior).Yes.Value, 0.9, 0.95);
    }

    [Fact]
    public void It_learns_that_answers_hang_together()
    {
        // Every third week it rains: nobody says yes. Otherwise each answers for herself.
        var chance = new Random(5);
        var list = Enumerable.Repeat(Chances((0.6, 0.9)), 6).ToArray();
        var past = Enumerable.Range(0, 3_000).Select(_ =>
        {
            var length = chance.Next(1, 7);
            var rains = chance.Next(3) == 0;
            return (Confidence.NaiveLogOdds(list, length), !rains && Enumerable.Range(0, length).Any(_ => chance.NextDouble() < 0.6));
        }).ToList();
        var learned = Confidence.Of(list, 6, PlattCalibration.Fit(past, Calibration.ListPrior));
        Assert.InRange(learned.Yes.Value, 0.60, 0.72);                            // two thirds of 1 − 0.4⁶
        Assert.Equal(3_000, learned.Cases);
        Assert.InRange(Confidence.Of(list, 6, AsItIs).Yes.Value, 0.95, 1);
    }

    private static Matching.Chances Chances((double Yes, double Good) of) =>
        new(new(new Probability(of.Yes), 0), new(new Probability(of.Good), 0));
}
