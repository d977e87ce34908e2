using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.Matching;

namespace Tisserand.App.Tests.Proposals;

public sealed class Learning_from_answers
{
    private static readonly Calibration Prior = CardFile.Default.Acceptance.Calibration;

    private static CancellationToken Ct => Town.Ct;

    [Theory, EachDatabase]
    public async Task Where_people_say_yes_half_as_often_as_believed_the_chances_come_close_to_it(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var past = await Past.OfAsync(town);
        await past.LivesAsync(days: 60, Half);

        var learned = await NightAsync(town);

        Assert.Equal((1, 300, town.Now), (learned!.Version, learned.Yes.Cases, learned.At));
        foreach (var score in Past.Scores)
            Assert.InRange(learned.Yes.Of(score).Of.Value, Half(score) - 0.06, Half(score) + 0.06);
    }

    [Theory, EachDatabase]
    public async Task New_proposals_are_made_with_it_and_say_so(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var past = await Past.OfAsync(town);
        var before = await ListedAsync(town, past);
        await past.LivesAsync(days: 60, Half);
        var learned = (await NightAsync(town))!;

        var after = await ListedAsync(town, past);

        Assert.All(before, f => Assert.Equal((0, 0, Prior.Of(f.Acceptance.Score)), (f.Calibration, f.Acceptance.Chance.Cases, f.Acceptance.Chance)));
        Assert.All(after, f => Assert.Equal((1, 300, learned.Yes.Of(f.Acceptance.Score)), (f.Calibration, f.Acceptance.Chance.Cases, f.Acceptance.Chance)));
    }

    [Theory, EachDatabase]
    public async Task A_handful_of_answers_changes_nothing(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var past = await Past.OfAsync(town);
        await past.LivesAsync(days: 1, _ => 0);

        Assert.Equal(Prior, (await NightAsync(town))!.Yes);
    }

    [Theory, EachDatabase]
    public async Task Just_enough_answers_move_it_part_of_the_way(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var past = await Past.OfAsync(town);
        await past.LivesAsync(days: Recalibrate.FewestCases / Past.Scores.Length, Half);

        var chance = (await NightAsync(town))!.Yes.Of(0).Of.Value;

        Assert.InRange(chance, 0.2, 0.45);                        // half as believed would be 0.25; the prior says 0.5
    }

    [Theory, EachDatabase]
    public async Task A_decision_of_before_gives_its_old_figures(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var past = await Past.OfAsync(town);
        var old = await ValidateAsync(town, past);
        await past.LivesAsync(days: 60, Half);
        await NightAsync(town);
        var recent = await ValidateAsync(town, past);

        var (first, second) = (await DecisionAsync(town, old), await DecisionAsync(town, recent));
        Assert.EndsWith($" {CardFile.Default.Version} c0", first.Rule, StringComparison.Ordinal);
        Assert.EndsWith($" {CardFile.Default.Version} c1", second.Rule, StringComparison.Ordinal);
        Assert.Equal(first.Confidence, DecisionFigures.Read(first.List).Replay().Both.Value);
        Assert.Equal(second.Confidence, DecisionFigures.Read(second.List).Replay().Both.Value);
        Assert.True(second.Confidence < first.Confidence);
        Assert.Equal(60, DecisionFigures.Read(second.List).Lists.Cases);
        Assert.All(DecisionFigures.Read(first.List).People, p => Assert.Equal(Prior.Of(p.YesScore!.Value).Of.Value, p.ChanceOfYes));
    }

    [Theory, EachDatabase]
    public async Task Lists_are_trusted_as_far_as_past_lists_held(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var past = await Past.OfAsync(town);
        await past.LivesAsync(days: 60, _ => 0.125);                // all of them on one day in eight, nobody on the others

        var learned = (await NightAsync(town))!;

        var list = Past.Scores.Select(s => new Chances(learned.Yes.Of(s), learned.GoodVisit.Of(20))).ToList();
        var held = await town.LookAsync(db => db.HelpRequests.CountAsync(r => r.State == RequestState.Matched, Ct)) / 60.0;
        var (before, after) = (Confidence.Of(list, 15, Calibration.ListPrior).Yes.Value, Confidence.Of(list, 15, learned.Lists).Yes.Value);
        Assert.Equal(60, learned.Lists.Cases);
        Assert.InRange(after, held, held + 0.1);
        Assert.True(before > after + 0.15);
    }

    [Theory, EachDatabase]
    public async Task What_visits_were_like_calibrates_the_chance_of_a_good_one(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var past = await Past.OfAsync(town);
        await past.LivesAsync(days: 60, _ => 1);
        await town.LookAsync(async db =>
        {
            foreach (var visit in await db.Visits.Include(v => v.Request).ToListAsync(Ct))
                visit.EndAs(visit.Start.LocalDay().Day % 2 == 0 ? VisitState.Done : VisitState.VolunteerAbsent, null, town.Now);
            return await db.SaveChangesAsync(Ct);
        });

        var learned = (await NightAsync(town))!;

        Assert.Equal(60, learned.GoodVisit.Cases);
        Assert.InRange(learned.GoodVisit.Of(20).Of.Value, 0.4, 0.62);
    }

    [Theory, EachDatabase]
    public async Task It_is_done_once_a_night_and_every_version_is_kept(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var past = await Past.OfAsync(town);
        await past.LivesAsync(days: 20, Half);
        await town.DoAsync((DueWork work) => work.RunAsync(town.Now, Ct));
        Assert.Null(await NightAsync(town));
        town.ItIs("2026-12-01T00:00");
        await past.LivesAsync(days: 40, Half);

        Assert.Equal((2, 300), ((await NightAsync(town))!.Version, (await InForceAsync(town)).Yes.Cases));

        var first = (await town.DoAsync((CardsInForce cards) => cards.CalibrationAsync(1, Ct)))!;
        Assert.Equal((1, 100), (first.Version, first.Yes.Cases));
    }

    [Theory, EachDatabase]
    public async Task Who_objects_to_learning_and_a_coordinator_s_own_calls_are_left_out(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var past = await Past.OfAsync(town);
        await past.LivesAsync(days: 20, Half);
        await past.LivesAsync(days: 20, _ => 1, inWriting: false);
        await town.LookAsync(async db =>
        {
            (await db.Volunteers.SingleAsync(v => v.Id == past.People[0], Ct)).ObjectsTo(learning: true);
            return await db.SaveChangesAsync(Ct);
        });

        Assert.Equal(80, (await NightAsync(town))!.Yes.Cases);
    }

    [Theory, EachDatabase]
    public async Task Other_cards_begin_with_their_own_curves(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var past = await Past.OfAsync(town);
        await past.LivesAsync(days: 20, Half);
        await NightAsync(town);
        await town.LookAsync(async db =>
        {
            db.Add(new CooperativeDocument(CooperativeDocument.Cards, 1, (CardFile.Default with { Version = "2027-01" }).Write(), null, town.Now));
            return await db.SaveChangesAsync(Ct);
        });

        Assert.Equal((0, "2027-01", Prior), ((await InForceAsync(town)).Version, (await InForceAsync(town)).Cards, (await InForceAsync(town)).Yes));
    }

    private static double Half(int score) => Prior.Of(score).Of.Value / 2;

    private static Task<CalibrationVersion?> NightAsync(Town town) => town.DoAsync((Recalibrate learn) => learn.RunDueAsync(town.Now, Ct));

    private static Task<CalibrationVersion> InForceAsync(Town town) => town.DoAsync((CardsInForce cards) => cards.CalibrationAsync(Ct));

    private static async Task<List<ProposalFigures>> ListedAsync(Town town, Past past)
    {
        var request = await town.AsksForHelpAsync(past.Who);
        await town.DoAsync((SuggestProposals suggest) => suggest.RunAsync(request, Ct));
        var listed = (await town.RequestAsync(request)).Proposals.Select(p => ProposalFigures.Read(p.Figures)!).ToList();
        Assert.NotEmpty(listed);
        return listed;
    }

    private static async Task<HelpRequestId> ValidateAsync(Town town, Past past)
    {
        var request = await town.AsksForHelpAsync(past.Who);
        await town.DoAsync((SuggestProposals suggest) => suggest.RunAsync(request, Ct));
        var listed = (await town.RequestAsync(request)).Proposals.OrderBy(p => p.Rank).Select(p => p.VolunteerId).ToList();
        Assert.IsType<ValidateOutcome.Validated>(await town.DoAsync((ValidateList validate) => validate.RunAsync(request, listed, null, town.Coordinator, Ct)));
        return request;
    }

    private static Task<ValidationDecision> DecisionAsync(Town town, HelpRequestId request) =>
        town.LookAsync(db => db.ValidationDecisions.SingleAsync(d => d.RequestId == request, Ct));
}
