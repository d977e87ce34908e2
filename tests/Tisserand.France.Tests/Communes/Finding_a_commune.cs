namespace Tisserand.France.Tests.Communes;

public sealed class Finding_a_commune
{
    private static readonly CommuneTable Table = CommuneTable.Shipped;
    private static readonly GeoPoint Redon = Table.Find("35236")!.Point!.Value;

    [Fact]
    public void The_shipped_table_holds_every_current_commune_once()
    {
        Assert.Equal(34_969, Table.All.Count);
        Assert.Equal(Table.All.Count, Table.All.Select(c => c.Insee).Distinct().Count());
        Assert.All(Table.All, c => Assert.Equal(5, c.Insee.Length));
    }

    [Fact]
    public void A_code_gives_name_postcodes_people_and_position()
    {
        var redon = Table.Find("35236")!;
        Assert.Equal("Redon", redon.Name);
        Assert.Equal(["35600"], redon.Postcodes);
        Assert.Equal("35", redon.Departement);
        Assert.InRange(redon.Population, 8_000, 12_000);
        Assert.InRange(redon.Km2!.Value, 10, 20);
        Assert.True(redon.Point!.Value.KilometresTo(new(47.651, -2.084)) < 3);
    }

    [Fact]
    public void The_code_of_a_former_commune_gives_the_one_it_joined() =>
        Assert.Equal("Montsecret-Clairefougère", Table.Find("61109")!.Name);

    [Fact]
    public void An_arrondissement_gives_its_city() => Assert.Equal("Paris", Table.Find("75111")!.Name);

    [Theory, InlineData("99999"), InlineData(""), InlineData("redon")]
    public void An_unknown_code_gives_nothing(string insee) => Assert.Null(Table.Find(insee));

    [Fact]
    public void Communes_that_share_a_postcode_come_most_populous_first()
    {
        var found = Table.WithPostcode("56200");
        Assert.Equal("La Gacilly", found[0].Name);
        Assert.Contains(found, c => c.Name == "Les Fougerêts");
        Assert.Equal(found.OrderByDescending(c => c.Population).Select(c => c.Insee), found.Select(c => c.Insee));
    }

    [Fact]
    public void A_postcode_of_an_arrondissement_gives_the_city_once() =>
        Assert.Equal(["Paris"], Table.WithPostcode(" 75011 ").Select(c => c.Name));

    [Fact]
    public void An_unused_postcode_gives_nothing() => Assert.Empty(Table.WithPostcode("00000"));

    [Theory]
    [InlineData("redon", "Redon")]
    [InlineData("REDON", "Redon")]
    [InlineData("gacilly", "La Gacilly")]
    [InlineData("la gacilly", "La Gacilly")]
    [InlineData("fougerets", "Les Fougerêts")]
    [InlineData("st nicolas de redon", "Saint-Nicolas-de-Redon")]
    [InlineData("ste marie", "Sainte-Marie")]
    [InlineData("Saint Nicolas-de-Red", "Saint-Nicolas-de-Redon")]
    [InlineData("35600 ste", "Sainte-Marie")]
    [InlineData("44460", "Saint-Nicolas-de-Redon")]
    [InlineData("l’aigle", "L'Aigle")]
    [InlineData("redon 35", "Redon")]
    [InlineData("Paris 11", "Paris")]
    public void Typing_as_people_do_finds_it_first(string typed, string name) =>
        Assert.Equal(name, Table.Search(typed, Redon, 5)[0].Name);

    [Fact]
    public void Homonyms_come_nearest_first()
    {
        var near = Table.Search("sainte-marie", Redon, 5);
        var distances = near.Where(c => c.Name == "Sainte-Marie").Select(c => c.Point?.KilometresTo(Redon) ?? double.MaxValue).ToList();
        Assert.Equal("35294", near[0].Insee);
        Assert.True(distances.Count > 1);
        Assert.Equal(distances.Order(), distances);
    }

    [Fact]
    public void Without_a_place_the_most_populous_comes_first() =>
        Assert.Equal("Saint-Denis", Table.Search("saint den", null, 3)[0].Name);

    [Fact]
    public void A_former_name_leads_to_the_present_commune() =>
        Assert.Equal("Montsecret-Clairefougère", Table.Search("clairefougere", null, 1)[0].Name);

    [Fact]
    public void No_more_than_asked_and_each_once()
    {
        var found = Table.Search("saint", Redon, 20);
        Assert.Equal(20, found.Count);
        Assert.Equal(20, found.Distinct().Count());
    }

    [Theory, InlineData(""), InlineData("   "), InlineData("-"), InlineData("zzzzz")]
    public void What_is_no_name_finds_nothing(string typed) => Assert.Empty(Table.Search(typed, Redon, 5));

    [Fact]
    public void Every_commune_is_found_by_its_own_name_and_postcode()
    {
        foreach (var commune in Table.All.Where((c, i) => i % 500 == 0 && c.Postcodes.Count > 0))
            Assert.Contains(commune, Table.Search($"{commune.Postcodes[0]} {commune.Name}", null, 3));
    }

    [Fact]
    public void Neighbours_are_those_within_the_distance_nearest_first()
    {
        var found = Table.Neighbours("35236", 10);
        var expected = Table.All.Where(c => c.Insee != "35236" && c.Point is { } p && p.KilometresTo(Redon) <= 10)
            .OrderBy(c => c.Point!.Value.KilometresTo(Redon));
        Assert.Equal(expected.Select(c => c.Insee), found.Select(c => c.Insee));
        Assert.Contains(found, c => c.Name == "Saint-Nicolas-de-Redon");
        Assert.DoesNotContain(found, c => c.Name == "Redon");
    }

    [Fact]
    public void An_unknown_commune_has_no_neighbours() => Assert.Empty(Table.Neighbours("00000", 10));

    [Theory]
    [InlineData("Rdeon", "35236")]             // swapped
    [InlineData("Redn", "35236")]              // missing
    [InlineData("la gassilly", "56061")]       // one wrong, one too many
    [InlineData("ST NICOLAS DE REDN", "44185")]
    public void A_slip_of_the_pen_is_not_the_end(string typed, string insee) =>
        Assert.Contains(insee, Table.Resembling(typed, 60).Select(c => c.Insee));

    [Theory, InlineData("xyzzyville"), InlineData(""), InlineData("q")]
    public void What_looks_like_nothing_gives_nothing_far_fetched(string typed) =>
        Assert.All(Table.Resembling(typed, 60), c => Assert.InRange(c.Name.Length, 0, typed.Length + 1));

    [Fact]
    public void The_fewest_slips_come_first_and_a_name_written_right_leads() =>
        Assert.Equal("Redon", Table.Resembling("redon", 5)[0].Name);
}
