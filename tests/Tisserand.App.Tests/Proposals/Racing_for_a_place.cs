using Microsoft.EntityFrameworkCore;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Tests.Proposals;

/// <summary>The benchmark runs a thousand such rounds (bench, verb "races").</summary>
public sealed class Racing_for_a_place
{
    private const int Callers = 200;

    [Theory, EachDatabase]
    public async Task Of_two_hundred_simultaneous_yes_exactly_one_gets_the_place(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var shopping = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var asked = new List<(ProposalId Proposal, VolunteerId Volunteer)>();
        for (var i = 0; i < Callers; i++)
        {
            var volunteer = await town.VolunteerAsync($"Volontaire{i}");
            asked.Add((await town.NotifiesAsync(shopping, volunteer), volunteer));
        }

        var outcomes = await Task.WhenAll(asked.Select(a => Task.Run(() => town.SaysYesAsync(a.Proposal, a.Volunteer), Town.Ct)));

        Assert.Single(outcomes, o => o is AcceptOutcome.Planned);
        var request = await town.RequestAsync(shopping);
        Assert.Equal((RequestState.Matched, 1), (request.State, request.PlacesTaken));
        Assert.Single(request.Visits);
        Assert.Equal(outcomes.Count(o => o is AcceptOutcome.TooLate), request.Proposals.Count(p => p.LateYesAt is not null));
        Assert.Equal(Callers, outcomes.Count(o => o is AcceptOutcome.Planned or AcceptOutcome.TooLate or AcceptOutcome.Busy));
    }

    [Theory, EachDatabase]
    public async Task Two_places_are_taken_twice_and_no_more(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var moving = await town.AsksForHelpAsync(await town.BeneficiaryAsync(), people: 2);
        var asked = new List<(ProposalId Proposal, VolunteerId Volunteer)>();
        for (var i = 0; i < 30; i++)
        {
            var volunteer = await town.VolunteerAsync($"Volontaire{i}");
            asked.Add((await town.NotifiesAsync(moving, volunteer), volunteer));
        }

        var outcomes = await Task.WhenAll(asked.Select(a => Task.Run(() => town.SaysYesAsync(a.Proposal, a.Volunteer), Town.Ct)));

        Assert.Equal(2, outcomes.Count(o => o is AcceptOutcome.Planned));
        Assert.Equal((RequestState.Matched, 2), ((await town.RequestAsync(moving)).State, (await town.RequestAsync(moving)).Visits.Count));
    }

    [Theory, EachDatabase]
    public async Task One_volunteer_who_says_yes_to_two_needs_at_one_hour_makes_one_visit(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        for (var round = 0; round < 5; round++)
        {
            var anne = await town.VolunteerAsync($"Anne{round}");
            var first = await town.NotifiesAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync("Yvonne")), anne);
            var second = await town.NotifiesAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync("Jeanne"), at: "2026-12-03T10:30"), anne);

            var outcomes = await Task.WhenAll(
                Task.Run(() => town.SaysYesAsync(first, anne), Town.Ct), Task.Run(() => town.SaysYesAsync(second, anne), Town.Ct));

            Assert.Single(outcomes, o => o is AcceptOutcome.Planned);
            Assert.Single(outcomes, o => o is AcceptOutcome.NoLongerPossible);
            Assert.Equal(1, await town.LookAsync(db => db.Visits.CountAsync(v => v.VolunteerId == anne && v.State == VisitState.Planned, Town.Ct)));
        }
    }
}
