using CsCheck;

namespace Tisserand.Simulation.Tests;

public sealed class Steady_mathematics
{
    private const double TwoLastPlaces = 4.5e-16;

    [Fact]
    public void The_exponential_agrees_with_the_platform() => Gen.Double[-699, 699].Sample(x =>
        Math.Abs(SteadyMath.Exp(x) / Math.Exp(x) - 1) < TwoLastPlaces);

    [Fact]
    public void The_logarithm_agrees_with_the_platform() => Gen.Double[-700, 700].Select(Math.Exp).Sample(x =>
        Math.Abs(SteadyMath.Log(x) - Math.Log(x)) <= TwoLastPlaces * Math.Max(Math.Abs(Math.Log(x)), 1e-300) + TwoLastPlaces / 4);

    [Fact]
    public void The_logarithm_near_one_keeps_its_digits() => Gen.Double[-0.3, 0.4].Where(d => 1 + d != 1).Sample(d =>
        Math.Abs(SteadyMath.Log(1 + d) / Math.Log(1 + d) - 1) < TwoLastPlaces);

    [Fact]
    public void Exact_cases_are_exact()
    {
        Assert.Equal(1, SteadyMath.Exp(0));
        Assert.Equal(0, SteadyMath.Log(1));
        Assert.Equal(Math.Log(2), SteadyMath.Log(2));
        Assert.Equal(Math.Log(double.Epsilon), SteadyMath.Log(double.Epsilon), 1e-10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_has_no_logarithm_is_refused(double x) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SteadyMath.Log(x));

    [Theory]
    [InlineData(701)]
    [InlineData(double.NaN)]
    public void What_would_overflow_is_refused(double x) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SteadyMath.Exp(x));
}
