namespace Tisserand.Simulation;

/// <summary>Exponential and logarithm from sums, products and powers of two alone: the same bits on every machine.</summary>
/// <remarks>Within two units in the last place of the true value over the range that chance asks for.</remarks>
internal static class SteadyMath
{
    // ln 2 in two parts: the first has zeros at its end, so that its product with a small whole number is exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const int ExpTerms = 14;
    private const int LogTerms = 23;

    /// <summary>e to the power <paramref name="x"/>.</summary>
    public static double Exp(double x)
    {
        if (x is not (> -700 and < 700))
            throw new ArgumentOutOfRangeException(nameof(x), x, "The exponent lies between -700 and 700.");
        var halvings = Math.Round(x / (Ln2High + Ln2Low));
        var rest = x - halvings * Ln2High - halvings * Ln2Low;      // within half of ln 2
        var sum = 1.0;
        for (var n = ExpTerms; n > 0; n--)                          // Taylor, innermost term first
            sum = 1 + sum * rest / n;
        return Math.ScaleB(sum, (int)halvings);
    }

    /// <summary>The natural logarithm of a positive, finite number.</summary>
    public static double Log(double x)
    {
        if (x is not (> 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(x), x, "Only a positive number has a logarithm.");
        var power = Math.ILogB(x);
        var part = Math.ScaleB(x, -power);                          // from 1 to 2
        if (part > 1.4142135623730951)
        {
            part /= 2;
            power++;
        }
        var t = (part - 1) / (part + 1);                            // ln part = 2 atanh t
        var square = t * t;
        var sum = 0.0;
        for (var n = LogTerms; n > 0; n -= 2)
            sum = 1.0 / n + square * sum;
        return power * Ln2High + (2 * t * sum + power * Ln2Low);
    }
}
