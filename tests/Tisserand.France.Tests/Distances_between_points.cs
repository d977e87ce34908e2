namespace Tisserand.France.Tests;

public sealed class Distances_between_points
{
    [Fact]
    public void Redon_to_Nantes_is_about_66_kilometres() =>
        Assert.Equal(66, new GeoPoint(47.6611, -2.0803).KilometresTo(new GeoPoint(47.2316, -1.5478)), 5.0);
}
