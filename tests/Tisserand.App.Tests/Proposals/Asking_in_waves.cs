using Microsoft.EntityFrameworkCore;
using Tisserand.App.Accounts;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Tests.Proposals;

public sealed class Asking_in_waves
{
    private static CancellationToken Ct => Town.Ct;

    [Theory, EachDatabase]
    public async Task A_new_request_is_listed_and_waits_for_a_person(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        await VolunteersAsync(town, 3);
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());

        Assert.Equal(AdvanceOutcome.ToValidate, await AdvanceAsync(town, shopping));

        var request = await town.RequestAsync(shopping);
        Assert.Equal([1, 2, 3], request.Proposals.Select(p => p.Rank).Order());
        Assert.All(request.Proposals, p => Assert.Equal(ProposalState.Suggested, p.State));
        Assert.Null(request.NextStepAt);
        Assert.Empty(await town.LookAsync(db => db.OutgoingMessages.Where(m => m.Kind == MessageKind.Solicitation).ToListAsync(Ct)));
    }

    [Theory, EachDatabase]
    public async Task What_is_stored_with_a_proposal_adds_up_to_its_value(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        await VolunteersAsync(town, 2);
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await AdvanceAsync(town, shopping);

        foreach (var proposal in (await town.RequestAsync(shopping)).Proposals)
        {
            var figures = ProposalFigures.Read(proposal.Figures)!;
            Assert.Equal(proposal.Value, figures.Value.Lines.Sum(l => l.Points), 6);
            Assert.Equal(figures.Acceptance.Score, figures.Acceptance.Base + figures.Acceptance.Lines.Sum(l => l.Points));
            Assert.Equal(figures.Visit.Score, figures.Visit.Base + figures.Visit.Lines.Sum(l => l.Points));
        }
    }

    [Theory, EachDatabase]
    public async Task Once_validated_the_first_wave_leaves_with_a_number_to_answer_by(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        await VolunteersAsync(town, 8);
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync(), at: "2026-12-04T10:00");
        await ValidateAllAsync(town, shopping);

        Assert.Equal(AdvanceOutcome.Asked, await AdvanceAsync(town, shopping));

        var request = await town.RequestAsync(shopping);
        var asked = request.Proposals.Where(p => p.State == ProposalState.Notified).ToList();
        Assert.InRange(asked.Count, 1, 5);
        Assert.All(asked, p => Assert.NotNull(p.ShortCode));
        Assert.NotNull(request.NextStepAt);
        var messages = await town.LookAsync(db => db.OutgoingMessages.Where(m => m.Kind == MessageKind.Solicitation).ToListAsync(Ct));
        Assert.Equal(asked.Count, messages.Count);
        Assert.All(messages, m => Assert.Contains("OUI", m.Body, StringComparison.Ordinal));
        Assert.All(messages, m => Assert.DoesNotContain("Yvonne", m.Body, StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task One_at_a_time_asks_one_and_a_refusal_is_replaced_at_once(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        await VolunteersAsync(town, 3);
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await ValidateAllAsync(town, shopping, oneAtATime: true);
        await AdvanceAsync(town, shopping);
        var first = Assert.Single((await town.RequestAsync(shopping)).Proposals, p => p.State == ProposalState.Notified);

        await town.DoAsync((DeclineProposal d) => d.RunAsync(first.Id, first.VolunteerId, null, Ct));
        await town.DoAsync((SolicitationsDue due) => due.RunDueAsync(town.Now, Ct));

        var second = Assert.Single((await town.RequestAsync(shopping)).Proposals, p => p.State == ProposalState.Notified);
        Assert.Equal((2, first.Rank + 1), (second.Wave, second.Rank));
    }

    [Theory, EachDatabase]
    public async Task Nobody_able_to_help_is_said_to_whoever_is_on_duty(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        await town.VolunteerAsync(hours: "Sa 08:00-10:00");
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());

        Assert.Equal(AdvanceOutcome.NobodyFound, await AdvanceAsync(town, shopping));
        Assert.Single(await town.DutyListAsync(AttentionReasons.NobodyFound));
    }

    [Theory, EachDatabase]
    public async Task When_everybody_has_said_no_the_list_comes_back_to_a_person(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        await VolunteersAsync(town, 2);
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await ValidateAllAsync(town, shopping);
        await AdvanceAsync(town, shopping);
        foreach (var asked in (await town.RequestAsync(shopping)).Proposals.Where(p => p.State == ProposalState.Notified))
            await town.DoAsync((DeclineProposal d) => d.RunAsync(asked.Id, asked.VolunteerId, null, Ct));

        await town.DoAsync((SolicitationsDue due) => due.RunDueAsync(town.Now, Ct));

        Assert.Single(await town.DutyListAsync(AttentionReasons.SolicitationExhausted));
        Assert.Equal(RequestState.Open, (await town.RequestAsync(shopping)).State);
    }

    [Theory, EachDatabase]
    public async Task A_confident_list_is_validated_without_a_person_and_can_be_stopped_in_time(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        await VolunteersAsync(town, 8);
        await CoordinatorOnDutyAsync(town);
        await town.DoAsync((SetThreshold s) => s.RunAsync(town.Territory, 0.5, 30, town.Coordinator, Ct));
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());

        Assert.Equal(AdvanceOutcome.InGrace, await AdvanceAsync(town, shopping));
        Assert.Equal(Town.Local("2026-11-30T09:30"), (await town.RequestAsync(shopping)).GraceEndsAt);
        Assert.Empty(await town.LookAsync(db => db.OutgoingMessages.Where(m => m.Kind == MessageKind.Solicitation).ToListAsync(Ct)));

        Assert.Equal(StopOutcome.Stopped, await town.DoAsync((StopAutomaticValidation stop) => stop.RunAsync(shopping, town.Coordinator, Ct)));
        town.ItIs("2026-11-30T09:31");
        await town.DoAsync((SolicitationsDue due) => due.RunDueAsync(town.Now, Ct));
        Assert.Empty(await town.LookAsync(db => db.OutgoingMessages.Where(m => m.Kind == MessageKind.Solicitation).ToListAsync(Ct)));
        Assert.NotNull((await town.LookAsync(db => db.ValidationDecisions.SingleAsync(Ct))).StoppedAt);
    }

    [Theory, EachDatabase]
    public async Task Left_alone_an_automatic_validation_asks_when_its_delay_ends(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        await VolunteersAsync(town, 8);
        await CoordinatorOnDutyAsync(town);
        await town.DoAsync((SetThreshold s) => s.RunAsync(town.Territory, 0.5, 30, town.Coordinator, Ct));
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await AdvanceAsync(town, shopping);

        town.ItIs("2026-11-30T09:30");
        await town.DoAsync((SolicitationsDue due) => due.RunDueAsync(town.Now, Ct));

        Assert.Contains((await town.RequestAsync(shopping)).Proposals, p => p.State == ProposalState.Notified);
        var decision = await town.LookAsync(db => db.ValidationDecisions.SingleAsync(Ct));
        Assert.Null(decision.By);
        Assert.StartsWith(AdvanceSolicitation.Automatic, decision.Rule, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Why_not_somebody_is_answered_with_every_obstacle(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var paul = await town.VolunteerAsync("Paul", hours: "Sa 08:00-10:00");
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());

        var answer = await town.DoAsync((WhyNot why) => why.ReadAsync(shopping, paul, "fr", Ct));

        Assert.False(answer!.IsPossible);
        Assert.Contains("samedi", Assert.Single(answer.Obstacles), StringComparison.Ordinal);
    }

    private static Task<AdvanceOutcome> AdvanceAsync(Town town, HelpRequestId request) =>
        town.DoAsync((AdvanceSolicitation advance) => advance.RunAsync(request, Ct));

    private static async Task VolunteersAsync(Town town, int count)
    {
        for (var i = 0; i < count; i++) await town.VolunteerAsync($"Volontaire{i}");
    }

    private static async Task ValidateAllAsync(Town town, HelpRequestId request, bool? oneAtATime = null)
    {
        await town.DoAsync((SuggestProposals suggest) => suggest.RunAsync(request, Ct));
        var list = (await town.RequestAsync(request)).Proposals.OrderBy(p => p.Rank).Select(p => p.VolunteerId).ToList();
        Assert.IsType<ValidateOutcome.Validated>(await town.DoAsync((ValidateList v) => v.RunAsync(request, list, oneAtATime, town.Coordinator, Ct)));
    }

    private static async Task CoordinatorOnDutyAsync(Town town)
    {
        var account = await town.LookAsync(async db =>
        {
            var added = new Account(new AccountId(Guid.NewGuid()), Role.Coordinator, [town.Territory], "Claire", "claire@exemple.fr", db.Keys.IndexOf("claire@exemple.fr"), town.Now);
            db.Add(added);
            await db.SaveChangesAsync(Ct);
            return added.Id;
        });
        await town.DoAsync((AddDuty duty) => duty.RunAsync(town.Territory, account, DutyKind.Regular, "Mo-Fr 09:00-17:00", null, null, town.Coordinator, Ct));
    }
}
