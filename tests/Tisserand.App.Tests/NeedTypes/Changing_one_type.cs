using Tisserand.App.NeedTypes;

namespace Tisserand.App.Tests.NeedTypes;

public sealed class Changing_one_type
{
    private static readonly Taxonomy Shipped = Taxonomy.Shipped;

    [Fact]
    public void What_is_written_reads_back_as_the_same()
    {
        var again = Assert.IsType<TaxonomyReading.Read>(Taxonomy.Parse(Shipped.Write())).Taxonomy;

        Assert.Equal(Shipped.Write(), again.Write());
        Assert.Equal(Shipped.NeedTypes.Select(n => (n.Code, n.NameFr, n.UsualMinutes, string.Join('|', n.Synonyms))), again.NeedTypes.Select(n => (n.Code, n.NameFr, n.UsualMinutes, string.Join('|', n.Synonyms))));
        Assert.Equal(Shipped.Skills.Entries, again.Skills.Entries);
    }

    [Fact]
    public void A_new_one_stands_behind_those_of_its_first_level()
    {
        var code = Shipped.NewCode("courses", "Marché du lundi");
        var after = Shipped.With(Shipped.Find("courses")! with { Code = code, NameFr = "Marché du lundi", DescriptionEn = "Go to market." });

        Assert.Equal("courses.marche_du_lundi", code);
        Assert.Equal(code, after.ChildrenOf("courses").Last().Code);
        var read = Assert.IsType<TaxonomyReading.Read>(Taxonomy.Parse(after.Write())).Taxonomy;
        Assert.Equal("Go to market.", read.Find(code)!.DescriptionEn);
        Assert.Equal(Shipped.Write(), read.Without(code).Write());
    }

    [Theory]
    [InlineData("Pharmacie", "courses.pharmacie_2")]
    [InlineData("7 jours", "courses.besoin_7_jours")]
    [InlineData("!!!", "courses.besoin")]
    public void Its_code_is_made_of_its_name_and_is_nobody_elses(string name, string code) => Assert.Equal(code, Shipped.NewCode("courses", name));

    [Fact]
    public void A_changed_one_keeps_its_place()
    {
        var after = Shipped.With(Shipped.Find("repas")! with { UsualMinutes = 45 });

        Assert.Equal(Shipped.NeedTypes.Select(n => n.Code), after.NeedTypes.Select(n => n.Code));
        Assert.Equal(45, after.Find("repas")!.UsualMinutes);
    }
}
