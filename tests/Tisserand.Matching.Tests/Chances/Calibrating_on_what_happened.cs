using CsCheck;

namespace Tisserand.Matching.Tests.Chances;

public sealed class Calibrating_on_what_happened
{
    private static readonly Gen<(double Score, bool Happened)[]> Cases = Gen.Select(Gen.Double[-40, 60], Gen.Bool).Array[0, 60];

    [Fact]
    public void Without_a_case_the_prior_comes_out() => Assert.Equal(Calibration.Prior, PlattCalibration.Fit([], Calibration.Prior));

    [Fact]
    public void With_many_cases_the_truth_comes_out()
    {
        var truth = new Calibration(0.045, -0.8, 0);
        var fitted = PlattCalibration.Fit(Drawn(truth, 20_000, seed: 7), Calibration.Prior);
        Assert.InRange(fitted.Slope, 0.042, 0.048);
        Assert.InRange(fitted.Intercept, -0.88, -0.72);
        Assert.Equal(20_000, fitted.Cases);
    }

    [Fact]
    public void Few_cases_stay_near_the_prior_and_more_come_nearer_to_the_truth()
    {
        var truth = new Calibration(0.03, 1.5, 0);
        var errors = new[] { 3, 30, 3_000 }.Select(n => Enumerable.Range(0, 20).Average(seed =>
            Error(PlattCalibration.Fit(Drawn(truth, n, seed), Calibration.Prior), truth))).ToArray();
        Assert.True(errors[0] > errors[1] && errors[1] > errors[2], string.Join(" ", errors));
        Assert.InRange(Error(PlattCalibration.Fit([(0, true), (10, true), (5, true)], Calibration.Prior), Calibration.Prior), 0, 0.16);
    }

    [Fact]
    public void Chances_add_up_to_what_happened_once_the_cases_outweigh_the_prior()
    {
        var cases = Drawn(new Calibration(0.08, 0.6, 0), 5_000, seed: 3);
        var fitted = PlattCalibration.Fit(cases, Calibration.Prior);
        Assert.Equal(cases.Count(c => c.Happened), cases.Sum(c => fitted.Of(c.Score).Of.Value), 2.0);
    }

    [Fact]
    public void A_higher_score_never_gets_a_lower_chance() => Cases.Sample(cases =>
    {
        var fitted = PlattCalibration.Fit(cases, Calibration.Prior);
        return fitted.Slope > 0 && fitted.Of(-10).Of.Value <= fitted.Of(10).Of.Value;
    });

    [Fact]
    public void The_order_of_cases_plays_no_part() => Cases.Sample(cases =>
        PlattCalibration.Fit(cases, Calibration.Prior) == PlattCalibration.Fit([.. cases.Reverse()], Calibration.Prior));

    [Fact]
    public void One_more_that_happened_never_lowers_a_chance_at_its_score() => Gen.Select(Cases, Gen.Double[-40, 60]).Sample((cases, score) =>
        PlattCalibration.Fit([.. cases, (score, true)], Calibration.Prior).Of(score).Of.Value
            >= PlattCalibration.Fit(cases, Calibration.Prior).Of(score).Of.Value - 1e-6);

    [Fact]
    public void Scores_far_out_and_outcomes_all_alike_do_no_harm()
    {
        var fitted = PlattCalibration.Fit([.. Enumerable.Range(0, 50).Select(i => (1000.0 * i, true))], Calibration.Prior);
        Assert.True(double.IsFinite(fitted.Slope) && double.IsFinite(fitted.Intercept));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlattCalibration.Fit([(double.NaN, true)], Calibration.Prior));
    }

    private static double Error(Calibration a, Calibration b) =>
        new[] { -30.0, -10, 0, 10, 30 }.Average(score => Math.Abs(a.Of(score).Of.Value - b.Of(score).Of.Value));

    private static (double Score, bool Happened)[] Drawn(Calibration truth, int count, int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var score = chance.NextDouble() * 80 - 40;
            return (score, chance.NextDouble() < truth.Of(score).Of.Value);
        })];
    }
}
