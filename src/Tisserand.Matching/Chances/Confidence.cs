namespace Tisserand.Matching;

/// <summary>Confidence of a request with its ordered list: enough people say yes before the deadline, and it goes well.</summary>
/// <param name="Yes">Chance that every place is taken, recalibrated on what past lists led to.</param>
/// <param name="GoodVisit">Chance of a good visit, over those likely to take the places.</param>
/// <param name="Cases">Past lists it rests on.</param>
public sealed record Confidence(Probability Yes, Probability GoodVisit, int Cases)
{
    /// <summary>What the automatic threshold is compared with: both together.</summary>
    public Probability Both => new(Yes.Value * GoodVisit.Value);

    /// <summary>Confidence of a list.</summary>
    /// <param name="list">Chances of the people not yet asked or not yet silent, in the order they will be asked.</param>
    /// <param name="stillAskable">How many of them, from the top, can be asked before the deadline, every wave counted.</param>
    /// <param name="recalibration">From naive log-odds to what happened; <see cref="Calibration.ListPrior"/> before any history.</param>
    /// <param name="places">People wanted.</param>
    /// <remarks>Naively answers are independent: the number of yes is Poisson-binomial, P(a yes) = 1 − ∏(1 − pᵢ) for one
    /// place. They are not (one rainy week empties a whole list), hence the recalibration. O(list × places).</remarks>
    public static Confidence Of(IReadOnlyList<Chances> list, int stillAskable, Calibration recalibration, int places = 1)
    {
        var (yes, good) = Naive(list, stillAskable, places);
        return yes == 0
            ? new Confidence(new Probability(0), new Probability(good), recalibration.Cases)
            : new Confidence(recalibration.Of(Logit(yes)).Of, new Probability(good), recalibration.Cases);
    }

    /// <summary>Naive log-odds that every place is taken: the score on which past lists are recalibrated, by
    /// <see cref="PlattCalibration"/>.</summary>
    public static double NaiveLogOdds(IReadOnlyList<Chances> list, int stillAskable, int places = 1) =>
        Logit(Naive(list, stillAskable, places).Yes);

    private static (double Yes, double Good) Naive(IReadOnlyList<Chances> list, int stillAskable, int places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stillAskable);
        ArgumentOutOfRangeException.ThrowIfLessThan(places, 1);
        var taken = new double[places];                    // taken[j]: exactly j places taken; the rest: all of them
        taken[0] = 1;
        var (yes, comes, good) = (0.0, 0.0, 0.0);
        foreach (var chances in list.Take(stillAskable))
        {
            var p = chances.Yes.Of.Value;
            var takesPlace = p * (1 - yes);                // she says yes while a place is open
            (comes, good) = (comes + takesPlace, good + takesPlace * chances.GoodVisit.Of.Value);
            yes += p * taken[^1];
            for (var j = places - 1; j > 0; j--) taken[j] = taken[j] * (1 - p) + taken[j - 1] * p;
            taken[0] *= 1 - p;
        }
        return (Math.Min(1, yes), comes > 0 ? Math.Min(1, good / comes) : 0);
    }

    private static double Logit(double p)
    {
        var inside = Math.Clamp(p, 1e-9, 1 - 1e-9);
        return Math.Log(inside / (1 - inside));
    }
}
