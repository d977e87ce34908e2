namespace Tisserand.Matching;

/// <summary>How precisely a chance may be said.</summary>
/// <remarks>Its standard error is taken as √(p(1−p) ÷ (cases + <see cref="PriorCases"/>)): under 0.05 it is said in
/// tenths, under 0.1 in fifths, else (and for a prior alone) only as likely, even or unlikely. Nothing is ever
/// certain.</remarks>
internal static class SpokenChance
{
    /// <summary>What a prior set by people who know the field is worth, in cases.</summary>
    private const double PriorCases = 10;

    public static (string Key, int Figure) Of(Chance chance)
    {
        var p = chance.Of.Value;
        var error = Math.Sqrt(p * (1 - p) / (chance.Cases + PriorCases));
        if (error >= 0.1 || chance.Cases == 0) return p >= 0.6 ? ("Chance_Likely", 0) : p <= 0.4 ? ("Chance_Unlikely", 0) : ("Chance_Even", 0);
        if (p >= 0.95) return ("Chance_AlmostAlways", 0);
        if (p < 0.05) return ("Chance_Rarely", 0);
        return error < 0.05
            ? ("Chance_Tenths", Math.Clamp(Rounded(10 * p), 1, 9))
            : ("Chance_Fifths", Math.Clamp(Rounded(5 * p), 1, 4));
    }

    private static int Rounded(double figure) => (int)Math.Round(figure, MidpointRounding.AwayFromZero);
}
