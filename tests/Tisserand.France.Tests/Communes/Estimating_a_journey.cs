using CsCheck;

namespace Tisserand.France.Tests.Communes;

public sealed class Estimating_a_journey
{
    private static readonly CommuneTable Table = CommuneTable.Shipped;
    private static readonly Place Redon = new("35236", null), Allaire = new("56001", null);

    private static readonly Commune[] Around = [Table.Find("35236")!, .. Table.Neighbours("35236", 40)];

    private static readonly Gen<Place> Places =
        from index in Gen.Int[0, Around.Length - 1]
        from street in Gen.Bool
        from north in Gen.Double[-0.02, 0.02]
        from east in Gen.Double[-0.02, 0.02]
        let at = Around[index].Point!.Value
        select new Place(Around[index].Insee, street ? new GeoPoint(at.LatitudeDegrees + north, at.LongitudeDegrees + east) : null);

    [Fact]
    public void Within_a_commune_it_is_half_the_root_of_its_area()
    {
        var journey = Travel.Between(Table, Redon, Redon, TravelMode.Car);
        Assert.Equal(0.52 * Math.Sqrt(15.3), journey.Kilometres, 9);
        Assert.True(journey.IsApproximate);
    }

    [Fact]
    public void One_known_street_is_not_enough_within_a_commune()
    {
        var street = Redon with { Street = new(47.65, -2.08) };
        Assert.Equal(Travel.Between(Table, Redon, Redon, TravelMode.Car), Travel.Between(Table, street, Redon, TravelMode.Car));
    }

    [Fact]
    public void Between_communes_it_is_the_straight_line_and_a_detour()
    {
        var line = Table.Find(Redon.Insee)!.Point!.Value.KilometresTo(Table.Find(Allaire.Insee)!.Point!.Value);
        var journey = Travel.Between(Table, Redon, Allaire, TravelMode.Car);
        Assert.Equal(1.3 * line, journey.Kilometres, 9);
        Assert.Equal(60 * 1.3 * line / 40 + 3, journey.Minutes, 9);
    }

    [Fact]
    public void Between_streets_nothing_is_approximate_but_the_road()
    {
        var a = new Place("35236", new(47.651, -2.084));
        var b = new Place("56001", new(47.637, -2.163));
        var journey = Travel.Between(Table, a, b, TravelMode.Car);
        Assert.False(journey.IsApproximate);
        Assert.Equal(1.3 * a.Street!.Value.KilometresTo(b.Street!.Value), journey.Kilometres, 9);
        Assert.True(journey.UncertaintyMinutes < Travel.Between(Table, Redon, Allaire, TravelMode.Car).UncertaintyMinutes);
    }

    [Fact]
    public void The_way_back_is_as_long() => Gen.Select(Places, Places, Gen.Enum<TravelMode>()).Sample((a, b, mode) =>
        Assert.Equal(Travel.Between(Table, a, b, mode), Travel.Between(Table, b, a, mode)));

    [Fact]
    public void What_people_read_is_a_multiple_of_five_near_the_estimate() => Gen.Select(Places, Places, Gen.Enum<TravelMode>()).Sample((a, b, mode) =>
    {
        var journey = Travel.Between(Table, a, b, mode);
        Assert.Equal(0, journey.AboutMinutes % 5);
        Assert.True(journey.AboutMinutes >= 5);
        Assert.True(journey.AboutMinutes == 5 || Math.Abs(journey.AboutMinutes - journey.Minutes) <= 2.5);
    });

    [Fact]
    public void On_foot_it_takes_longer_than_by_bicycle_and_than_by_car_beyond_a_kilometre() => Gen.Select(Places, Places).Sample((a, b) =>
    {
        var foot = Travel.Between(Table, a, b, TravelMode.Foot);
        var bicycle = Travel.Between(Table, a, b, TravelMode.Bicycle);
        if (foot.Kilometres < 1) return;
        Assert.True(foot.Minutes > bicycle.Minutes);
        Assert.True(bicycle.Minutes > Travel.Between(Table, a, b, TravelMode.Car).Minutes);
    });

    [Fact]
    public void Too_far_within_the_uncertainty_is_a_doubt()
    {
        var journey = new TravelEstimate(20, 35, 35, 8, true);
        Assert.Equal(TravelVerdict.Within, journey.ComparedWith(35));
        Assert.Equal(TravelVerdict.Doubt, journey.ComparedWith(34));
        Assert.Equal(TravelVerdict.Doubt, journey.ComparedWith(27));
        Assert.Equal(TravelVerdict.TooFar, journey.ComparedWith(26.9));
    }

    [Fact]
    public void Accepting_more_never_makes_it_farther() => Gen.Select(Places, Places, Gen.Double[0, 60], Gen.Double[0, 60]).Sample((a, b, x, y) =>
    {
        var journey = Travel.Between(Table, a, b, TravelMode.Car);
        Assert.True(journey.ComparedWith(Math.Max(x, y)) <= journey.ComparedWith(Math.Min(x, y)));
    });

    [Fact]
    public void What_has_no_position_is_a_doubt_never_an_obstacle()
    {
        var nowhere = Travel.Between(Table, Redon, new("99999", null), TravelMode.Car);
        Assert.False(nowhere.IsKnown);
        Assert.Equal(TravelVerdict.Doubt, nowhere.ComparedWith(0));
        Assert.Equal(TravelVerdict.Doubt, nowhere.ComparedWith(1_000));
    }

    [Fact]
    public void Two_people_anywhere_in_two_communes_are_within_the_uncertainty_nine_times_in_ten()
    {
        // Oracle: people thrown at random into two discs, the road exact but for its own spread.
        var a = Table.Find("35236")!;
        var b = Table.Find("35328")!;
        var journey = Travel.Between(Table, new(a.Insee, null), new(b.Insee, null), TravelMode.Car);
        var line = a.Point!.Value.KilometresTo(b.Point!.Value);
        var within = 0;
        const int Pairs = 20_000;
        var random = new Random(1);
        for (var i = 0; i < Pairs; i++)
        {
            var (ax, ay) = InDisc(a.Km2!.Value, random);
            var (bx, by) = InDisc(b.Km2!.Value, random);
            var km = 1.3 * Math.Sqrt(Math.Pow(line + bx - ax, 2) + Math.Pow(by - ay, 2));
            var road = 1 + Travel.RoadSpread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            if (Math.Abs(60 * km / 40 * road + 3 - journey.Minutes) <= journey.UncertaintyMinutes) within++;
        }
        Assert.InRange(within / (double)Pairs, 0.87, 0.93);
    }

    [Fact]
    public void Two_people_anywhere_in_one_commune_are_within_the_uncertainty_nine_times_in_ten()
    {
        var journey = Travel.Between(Table, Redon, Redon, TravelMode.Foot);
        var side = Math.Sqrt(Table.Find(Redon.Insee)!.Km2!.Value);
        var random = new Random(2);
        var within = 0;
        var sum = 0.0;
        const int Pairs = 20_000;
        for (var i = 0; i < Pairs; i++)
        {
            var (x, y) = (side * (random.NextDouble() - random.NextDouble()), side * (random.NextDouble() - random.NextDouble()));
            var km = Math.Sqrt(x * x + y * y);
            sum += km;
            if (Math.Abs(60 * km / Travel.SpeedKmh(TravelMode.Foot) - journey.Minutes) <= journey.UncertaintyMinutes) within++;
        }
        Assert.Equal(journey.Kilometres, sum / Pairs, 0.02 * side);
        Assert.InRange(within / (double)Pairs, 0.87, 0.95);
    }

    private static (double X, double Y) InDisc(double km2, Random random)
    {
        var r = Math.Sqrt(km2 / Math.PI * random.NextDouble());
        var angle = 2 * Math.PI * random.NextDouble();
        return (r * Math.Cos(angle), r * Math.Sin(angle));
    }
}
