using Tisserand.France;
using Tisserand.Simulation.People;

namespace Tisserand.Simulation.Tests.People;

public sealed class Inventing_people
{
    private static readonly Chance Run = new(1);

    [Fact]
    public void The_same_seed_and_index_give_the_same_person() =>
        Assert.Equal(People(500, 3, Generation.Senior), People(500, 3, Generation.Senior));

    [Fact]
    public void Another_seed_gives_other_people() =>
        Assert.NotEqual(People(500, 3, Generation.Senior), People(500, 4, Generation.Senior));

    [Fact]
    public void Three_hundred_people_rarely_share_both_names()
    {
        var people = People(300, 1, Generation.Senior);

        Assert.True(people.Distinct().Count() > 270);
        Assert.True(people.Select(p => p.Last).Distinct().Count() > 60);
    }

    [Fact]
    public void The_first_names_of_the_list_are_met_more_often()
    {
        var byName = People(20_000, 1, Generation.Senior).CountBy(p => p.First).ToDictionary();

        Assert.True(byName["Marie"] > 2 * byName["Augustine"]);
        Assert.True(byName["Augustine"] > 50);
    }

    [Fact]
    public void Seniors_are_not_called_like_the_young() =>
        Assert.Empty(People(5_000, 1, Generation.Senior).Select(p => p.First)
            .Intersect(People(5_000, 1, Generation.Young).Select(p => p.First)));

    [Fact]
    public void A_couple_shares_its_last_name()
    {
        var jeanne = Names.Person(Run.Of(1), Sex.F, Generation.Senior);
        var partner = Names.PartnerOf(jeanne, Run.Of(2), Generation.Senior);

        Assert.Equal(jeanne.Last, partner.Last);
        Assert.Equal(Sex.M, partner.Sex);
    }

    [Fact]
    public void Addresses_in_town_have_a_number_and_those_outside_need_none()
    {
        var town = Enumerable.Range(0, 2_000).Select(i => Streets.Address(Run.Of(i), inTown: true)).ToList();
        var outside = Enumerable.Range(0, 2_000).Select(i => Streets.Address(Run.Of(i), inTown: false)).ToList();

        Assert.All(town, a => Assert.Matches(@"^[1-9]\d{0,2}( bis)? \p{L}", a));
        Assert.InRange(outside.Count(a => !char.IsDigit(a[0])), 800, 1_200);
    }

    [Fact]
    public void Telephone_numbers_look_real_and_reach_nobody()
    {
        var chance = Run.Of("phones");

        for (var i = 0; i < 200; i++)
        {
            var (mobile, landline) = (Contacts.Mobile(chance), Contacts.Landline(chance));
            Assert.Matches(@"^06 39 98 \d\d \d\d$", mobile);
            Assert.Matches(@"^02 61 91 \d\d \d\d$", landline);
            Assert.True(FrenchPhone.TryParse(mobile, out var read) && read.IsMobile);
            Assert.True(FrenchPhone.TryParse(landline, out read) && read.IsLandline);
        }
    }

    [Fact]
    public void Addresses_of_mail_have_no_accents_and_reach_nobody() =>
        Assert.All(Enumerable.Range(0, 500), i =>
            Assert.Matches(@"^[a-z]+(\.[a-z]+)?\d{0,2}@(courrier|boite)\.example$",
                Contacts.Email(Names.Person(Run.Of(i), Sex.F, Generation.Adult), Run.Of(i).Of("mail"))));

    private static List<PersonName> People(int count, long seed, Generation generation) =>
        [.. Enumerable.Range(0, count).Select(i => Names.Person(new Chance(seed).Of("names").Of(i), i % 3 == 0 ? Sex.M : Sex.F, generation))];
}
