namespace Tisserand.Matching;

/// <summary>Fits a calibration on what happened.</summary>
/// <remarks>Platt's sigmoid, found by Newton steps with backtracking on a log-likelihood written so that it never
/// overflows (Lin, Lin and Weng 2007, Machine Learning 68, 267–276). Where they soften the targets against over-fitting,
/// we keep them and put a normal prior on slope and intercept around the calibration in use: with no case the prior
/// itself comes out, with few it moves little, with many the cases decide. O(cases) per step.</remarks>
public static class PlattCalibration
{
    private const int MostSteps = 100;
    private const double SmallEnough = 1e-10;

    /// <summary>The most likely calibration given the prior and the cases.</summary>
    /// <param name="cases">Score of each case and whether it happened, in any order.</param>
    /// <param name="prior">What is believed before them.</param>
    /// <param name="trust">How much the prior is trusted; 1 lets the slope vary by half of itself and the intercept by one
    /// logit (one standard deviation each), 4 by half as much.</param>
    /// <returns>Never a falling curve: a slope under a twentieth of the prior's is held there.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The prior's slope or the trust is not above 0, or a score is not a number.</exception>
    public static Calibration Fit(IReadOnlyCollection<(double Score, bool Happened)> cases, Calibration prior, double trust = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(prior.Slope);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trust);
        if (cases.Any(c => !double.IsFinite(c.Score))) throw new ArgumentOutOfRangeException(nameof(cases), "A score is not a number.");

        // Sorted, so that sums run in one order whatever order the cases came in.
        var sorted = cases.OrderBy(c => c.Score).ThenBy(c => c.Happened).ToArray();
        var problem = new Problem(sorted, prior, trust);
        var (slope, intercept) = problem.Minimum(prior.Slope, prior.Intercept, slopeMoves: true);
        var least = prior.Slope / 20;
        if (slope < least) (slope, intercept) = problem.Minimum(least, intercept, slopeMoves: false);
        return new Calibration(slope, intercept, prior.Cases + sorted.Length);
    }

    private sealed class Problem((double Score, bool Happened)[] cases, Calibration prior, double trust)
    {
        private readonly double _slopeWeight = 4 * trust / (prior.Slope * prior.Slope);

        public (double Slope, double Intercept) Minimum(double slope, double intercept, bool slopeMoves)
        {
            var loss = Loss(slope, intercept);
            for (var step = 0; step < MostSteps; step++)
            {
                var (gs, gi, ss, si, ii) = Derivatives(slope, intercept);
                if (!slopeMoves) (gs, ss, si) = (0, 1, 0);
                var determinant = ss * ii - si * si;
                var ds = -(ii * gs - si * gi) / determinant;
                var di = -(ss * gi - si * gs) / determinant;
                var descent = gs * ds + gi * di;
                if (-descent < SmallEnough) break;

                var length = 1.0;
                double next;
                while ((next = Loss(slope + length * ds, intercept + length * di)) > loss + 1e-4 * length * descent && length > 1e-10) length /= 2;
                if (next >= loss) break;
                (slope, intercept, loss) = (slope + length * ds, intercept + length * di, next);
            }
            return (slope, intercept);
        }

        private double Loss(double slope, double intercept)
        {
            var sum = (Square(slope - prior.Slope) * _slopeWeight + Square(intercept - prior.Intercept) * trust) / 2;
            foreach (var (score, happened) in cases)
            {
                var logit = slope * score + intercept;
                sum += Math.Max(logit, 0) + Math.Log(1 + Math.Exp(-Math.Abs(logit))) - (happened ? logit : 0);
            }
            return sum;
        }

        private (double Gs, double Gi, double Ss, double Si, double Ii) Derivatives(double slope, double intercept)
        {
            var (gs, gi) = ((slope - prior.Slope) * _slopeWeight, (intercept - prior.Intercept) * trust);
            var (ss, si, ii) = (_slopeWeight, 0.0, trust);
            foreach (var (score, happened) in cases)
            {
                var p = Calibration.Sigmoid(slope * score + intercept);
                var (off, bend) = (p - (happened ? 1 : 0), p * (1 - p));
                gs += off * score;
                gi += off;
                ss += bend * score * score;
                si += bend * score;
                ii += bend;
            }
            return (gs, gi, ss, si, ii);
        }

        private static double Square(double x) => x * x;
    }
}
