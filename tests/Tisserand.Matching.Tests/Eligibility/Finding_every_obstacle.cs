using CsCheck;
using NodaTime;
using Tisserand.France;
using Tisserand.Matching.Tests.Ranking;

namespace Tisserand.Matching.Tests.Eligibility;

public sealed class Finding_every_obstacle
{
    [Fact]
    public void Nothing_stands_in_the_way_of_Anne() =>
        Assert.Equivalent(new { IsEligible = true, Start = People.Thursday14 }, Judge(People.Anne()));

    [Fact]
    public void All_are_found_and_not_the_first_alone()
    {
        var need = People.Shopping() with
        {
            RequiredSkills = People.Set("voiture", "portage"),
            RequiredChecks = People.Set("permis", "assurance"),
            AnimalOnSite = true,
            Conditions = new() { Language = "br", Sex = Sex.Female, NoAnimals = true },
        };
        var paul = People.Anne() with
        {
            Home = People.Rennes,
            Skills = People.Set("portage"),
            Checks = new Dictionary<string, Instant?> { ["assurance"] = People.Now },
            Sex = Sex.Male,
            BringsAnimal = true,
            AvoidsAnimals = true,
            Availability = [People.Hours(8, 10), People.Hours(16, 18)],
            Commitments = [new(People.Hours(14, 15), People.Redon, People.Redon)],
            MaxVisitsPerWeek = 2,
            VisitWeeks = [new(new(People.Now - Duration.FromHours(9), People.Now + Duration.FromDays(6)), 3)],
            ExcludedBeneficiaries = People.Set(People.Beneficiary),
            IsPaused = true,
            CoolDownUntil = People.Now + Duration.FromHours(2),
        };
        var found = Judge(paul, need).Obstacles;
        Assert.Equal<Obstacle>(
        [
            new Obstacle.Excluded(), new Obstacle.Paused(null), new Obstacle.CoolDown(People.Now + Duration.FromHours(2)),
            new Obstacle.LanguageCondition("br"), new Obstacle.SexCondition(Sex.Female, true), new Obstacle.AnimalsCondition(),
            new Obstacle.AnimalOnSite(), new Obstacle.SkillMissing("voiture"), new Obstacle.CheckExpired("assurance", People.Now),
            new Obstacle.CheckMissing("permis"), new Obstacle.TooFar(120, 20), new Obstacle.NotAvailable(People.Hours(16, 18)),
            new Obstacle.AlreadyTaken(People.Hours(14, 15)), new Obstacle.WeeklyCap(3, 2),
        ], found);
    }

    [Fact]
    public void A_visit_must_leave_time_for_the_journey_to_the_next()
    {
        var next = new Commitment(People.Hours(16, 17), People.Rennes, People.Rennes);      // Redon to Rennes takes over an hour
        Assert.Equal([new Obstacle.AlreadyTaken(People.Hours(16, 17))], Judge(People.Anne() with { Commitments = [next] }).Obstacles);
        var close = new Commitment(People.Hours(16, 17), People.StNicolas, People.StNicolas);
        Assert.Empty(Judge(People.Anne() with { Commitments = [close] }).Obstacles);
    }

    [Fact]
    public void A_visit_that_may_move_begins_when_the_one_before_lets_her_come()
    {
        var need = People.Shopping() with { StartWindows = [People.Hours(14, 17)] };
        var before = new Commitment(People.Hours(14, 15), People.StNicolas, People.StNicolas);
        var start = Judge(People.Anne() with { Commitments = [before] }, need).Start!.Value;
        var journey = Travel.Between(CommuneTable.Shipped, People.StNicolas, People.Redon, TravelMode.Car);
        Assert.Equal(People.Hours(14, 15).End + Duration.FromMinutes((long)Math.Ceiling(journey.Minutes)), start);
    }

    [Fact]
    public void Spans_that_touch_are_one_span()
    {
        var anne = People.Anne() with { Availability = [People.Hours(15, 16), People.Hours(13, 15)] };
        Assert.True(Judge(anne).IsEligible);
    }

    [Fact]
    public void A_full_week_moves_a_visit_to_the_next_one()
    {
        var monday = People.Now - Duration.FromHours(9);
        var need = People.Shopping() with { StartWindows = [new(People.Thursday14, People.Thursday14 + Duration.FromDays(7))] };
        var anne = People.Anne() with
        {
            Availability = [new(People.Now, People.Now + Duration.FromDays(14))],
            MaxVisitsPerWeek = 1,
            VisitWeeks = [new(new(monday, monday + Duration.FromDays(7)), 1)],
        };
        Assert.Equal(monday + Duration.FromDays(7), Judge(anne, need).Start);
    }

    [Fact]
    public void A_pause_that_is_over_and_a_check_that_holds_are_no_obstacles()
    {
        var need = People.Shopping() with { RequiredChecks = People.Set("permis") };
        var anne = People.Anne() with
        {
            IsPaused = true,
            PausedUntil = People.Now,
            CoolDownUntil = People.Now,
            Checks = new Dictionary<string, Instant?> { ["permis"] = People.Thursday14 + Duration.FromMinutes(90) },
        };
        var verdict = Judge(anne, need);
        Assert.Empty(verdict.Obstacles);
        Assert.Equal([new Doubt.CheckEndsSoon("permis", People.Thursday14 + Duration.FromMinutes(90))], verdict.Doubts);
    }

    [Fact]
    public void Too_far_within_the_uncertainty_is_a_doubt()
    {
        var marc = People.Anne() with { Home = new Place("56061", null), TravelBudget = Duration.FromMinutes(25) };   // La Gacilly
        var travel = Judge(marc).Travel;
        Assert.InRange(travel.Minutes, 25.01, 25 + travel.UncertaintyMinutes);
        Assert.Equal([new Doubt.PerhapsTooFar(travel.AboutMinutes, 25)], Judge(marc).Doubts);
        Assert.Empty(Judge(marc).Obstacles);
    }

    [Fact]
    public void A_figure_said_to_be_too_much_is_more_than_the_maximum() => Gen.Select(Gen.Int[1, 60], Gen.Int[0, 3], Gen.Int[0, 100]).Sample(given =>
    {
        var north = People.Redon with { Street = People.Redon.Street!.Value with { LatitudeDegrees = 47.6515 + given.Item3 / 200.0 } };
        var who = People.Anne() with { Home = north, Mode = (TravelMode)given.Item2, TravelBudget = Duration.FromMinutes(given.Item1) };
        Assert.All(Judge(who).Obstacles.OfType<Obstacle.TooFar>(), far => Assert.True(far.AboutMinutes > far.MaxMinutes));
    });

    [Fact]
    public void Nothing_is_said_of_a_journey_from_nowhere()
    {
        var lost = Judge(People.Anne() with { Home = new Place("99999", null) });
        Assert.True(lost.IsEligible);
        Assert.Equal([new Doubt.DistanceUnknown()], lost.Doubts);
    }

    [Fact]
    public void Asking_for_more_never_removes_an_obstacle() => Gen.Int.Sample(seed =>
    {
        var invented = new InventedPool(seed);
        var pool = invented.Volunteers(60);
        var need = invented.Need(pool);
        var harder = need with
        {
            RequiredSkills = need.RequiredSkills.Append("voiture").ToHashSet(),
            RequiredChecks = need.RequiredChecks.Append("permis").ToHashSet(),
            Conditions = need.Conditions with { NoAnimals = true, Sex = need.Conditions.Sex ?? Sex.Female, Language = need.Conditions.Language ?? "fr" },
            AnimalOnSite = true,
        };
        Assert.All(pool, who => Assert.Empty(Judge(who, need).Obstacles.Except(Judge(who, harder).Obstacles)));
    }, iter: 60);

    private static Verdict Judge(Candidate who, Need? need = null) => Matching.Eligibility.Judge(who, need ?? People.Shopping());
}
