using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.Language;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Visits;

public sealed class What_is_said_after_visits
{
    [Theory, EachDatabase]
    public async Task Is_sorted_and_the_few_addresses_behind_most_problems_are_named(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var anne = await town.VolunteerAsync("Anne");
        var (yvonne, marcel, jeanne) = (await town.BeneficiaryAsync("Yvonne"), await town.BeneficiaryAsync("Marcel"), await town.BeneficiaryAsync("Jeanne"));
        var visits = new List<VisitId>();
        foreach (var (who, at) in new[] { (yvonne, "2026-12-01T10:00"), (yvonne, "2026-12-02T10:00"), (marcel, "2026-12-03T10:00"), (jeanne, "2026-12-04T10:00") })
            visits.Add(await town.PlansAsync(await town.AsksForHelpAsync(who, at), anne));
        town.ItIs("2026-12-05T10:00");
        await SaysAsync(town, visits[0], "Le portail était fermé, personne n'a ouvert");
        await SaysAsync(town, visits[1], "Elle n'est pas très aimable");
        await SaysAsync(town, visits[2], "Marcel est adorable, merci");
        await SaysAsync(town, visits[3], "Prévoir de la monnaie pour le parking");

        var all = await town.DoAsync((ReadVisitWords read) => read.ReadAsync(town.Territory, null, "fr", Ct));
        var praise = await town.DoAsync((ReadVisitWords read) => read.ReadAsync(town.Territory, FeedbackSort.Praise, "fr", Ct));

        Assert.Equal((4, 2, 4), (all.Sentences.Count, all.Problems, all.Visits));
        Assert.Equal(("Yvonne", 2, 2), (Assert.Single(all.Places).Name.Split(' ')[0], all.Places[0].Problems, all.Places[0].Visits));
        Assert.Equal(visits[2], Assert.Single(praise.Sentences).Visit);
        Assert.Contains(all.Sentences[^1].Parts, p => p.Counts);
    }

    [Fact]
    public void Problems_spread_over_all_are_laid_at_nobodys_door()
    {
        ProblemSource Of(string name, int problems) => new(name, null, problems, 10);

        Assert.Empty(ReadVisitWords.MostOf([Of("a", 1), Of("b", 1), Of("c", 1)], 3));
        Assert.Empty(ReadVisitWords.MostOf([Of("a", 2), Of("b", 1), Of("c", 1), Of("d", 1), Of("e", 1)], 6));
        Assert.Equal(["a"], ReadVisitWords.MostOf([Of("b", 2), Of("a", 5), Of("c", 1)], 8).Select(s => s.Name));
    }

    private static async Task SaysAsync(Town town, VisitId visit, string words) => Assert.IsType<FeedbackOutcome.Noted>(
        await town.DoAsync((RecordFeedback record) => record.RunAsync(visit, FeedbackSide.Volunteer, null, new FeedbackForm(TookPlace: true, Words: words), town.Coordinator, Ct)));
}
