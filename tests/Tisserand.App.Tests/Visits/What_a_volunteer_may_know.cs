using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Visits;

public sealed class What_a_volunteer_may_know
{
    [Theory]
    [InlineData("2026-12-01T09:59", DisclosureLevel.AfterYes)]
    [InlineData("2026-12-01T10:00", DisclosureLevel.Near)]           // 48 h before, included
    [InlineData("2026-12-03T10:30", DisclosureLevel.Near)]
    [InlineData("2026-12-04T10:59", DisclosureLevel.Near)]
    [InlineData("2026-12-04T11:00", DisclosureLevel.After)]          // 24 h after the end, excluded
    public void Address_and_phone_are_shown_from_48_hours_before_to_24_hours_after(string now, DisclosureLevel level) =>
        Assert.Equal(level, Disclosure.At(VisitState.Planned, Local("2026-12-03T10:00"), Local("2026-12-03T11:00"), Local(now), standingPair: false));

    [Theory]
    [InlineData("2026-11-01T09:00")]
    [InlineData("2026-12-20T09:00")]
    public void A_standing_pair_keeps_them(string now) =>
        Assert.Equal(DisclosureLevel.Near, Disclosure.At(VisitState.Planned, Local("2026-12-03T10:00"), Local("2026-12-03T11:00"), Local(now), standingPair: true));

    [Theory]
    [InlineData(VisitState.CancelledByVolunteer)]
    [InlineData(VisitState.CancelledByBeneficiary)]
    public void A_cancelled_visit_shows_no_address_any_more_whoever_the_pair(VisitState state) =>
        Assert.Equal(DisclosureLevel.After, Disclosure.At(state, Local("2026-12-03T10:00"), Local("2026-12-03T11:00"), Local("2026-12-03T09:00"), standingPair: true));

    [Fact]
    public void Before_a_yes_there_is_no_name() => Assert.Equal(DisclosureLevel.BeforeYes, Disclosure.At(null, Local("2026-12-03T09:00"), standingPair: false));

    [Theory, EachDatabase]
    public async Task The_door_code_shows_near_the_visit_to_its_volunteer_and_is_noted(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var (yvonne, anne, paul) = (await town.BeneficiaryAsync(), await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        await town.LookAsync(async db =>
        {
            (await db.Beneficiaries.SingleAsync(b => b.Id == yvonne, Ct)).Needs([], "12B34");
            return await db.SaveChangesAsync(Ct);
        });
        var visit = await town.PlansAsync(await town.AsksForHelpAsync(yvonne), anne);
        Task<string?> ShowAsync(Tisserand.App.Volunteers.VolunteerId to) => town.DoAsync((ShowDoorCode show) => show.RunAsync(visit, to, Actor.Machine, Ct));

        Assert.Null(await ShowAsync(anne));
        town.ItIs("2026-12-03T09:55");
        Assert.Null(await ShowAsync(paul));
        Assert.Equal("12B34", await ShowAsync(anne));
        Assert.Equal(1, await town.LookAsync(db => db.AuditLines.CountAsync(a => a.Act == "door_code" && a.Subject == yvonne.Value, Ct)));
    }
}
