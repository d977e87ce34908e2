using System.Net;
using Microsoft.EntityFrameworkCore;
using Tisserand.App.Requests;
using Tisserand.App.Volunteers;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Coordination;

public sealed class Somebody_leaves
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Her_departure_ends_her_request_and_she_may_come_back()
    {
        await using var desk = await Desk.OpenAsync();
        var yvonne = await desk.BeneficiaryAsync("Yvonne", "Guého");
        var request = await desk.RequestAsync(yvonne);
        var path = await PathAsync(desk, yvonne.Value);

        await desk.PostAsync(path, "Depart");

        Assert.Equal((RequestState.Cancelled, EndReason.PersonLeft), await desk.LookAsync(async db => (await db.HelpRequests.SingleAsync(r => r.Id == request, Ct)) is var r ? (r.State, r.EndReason) : default));
        Assert.Contains("Elle revient", Desk.Said(await desk.Claire.ReadAsync(path)), StringComparison.Ordinal);
        await desk.PostAsync(path, "Retour");
        Assert.Equal(PersonState.Active, (await desk.LookAsync(db => db.Beneficiaries.SingleAsync(b => b.Id == yvonne, Ct))).State);
    }

    [Fact]
    public async Task A_death_is_noted_once_and_by_a_button_of_its_own()
    {
        await using var desk = await Desk.OpenAsync();
        var yvonne = await desk.BeneficiaryAsync("Yvonne", "Guého");
        var path = await PathAsync(desk, yvonne.Value);

        await desk.PostAsync(path, "Deces");
        await desk.PostAsync(path, "Deces");

        Assert.Equal(PersonState.Deceased, (await desk.LookAsync(db => db.Beneficiaries.SingleAsync(b => b.Id == yvonne, Ct))).State);
        Assert.Empty((await desk.Claire.ReadAsync($"/coordination/beneficiaire/{yvonne.Value}")).QuerySelectorAll("a[href$='/depart']"));
    }

    [Fact]
    public async Task Somebody_of_another_territory_cannot_be_sent_away()
    {
        await using var desk = await Desk.OpenAsync();
        var elsewhere = await desk.BeneficiaryAsync("Yvonne", "Guého", await desk.AnotherTerritoryAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await desk.Claire.GetAsync(await PathAsync(desk, elsewhere.Value))).StatusCode);
    }

    private static async Task<string> PathAsync(Desk desk, Guid beneficiary) =>
        $"/coordination/personne/{(await desk.LookAsync(db => db.Beneficiaries.Where(b => b.Id == new App.Beneficiaries.BeneficiaryId(beneficiary)).Select(b => b.PersonId).SingleAsync(Ct))).Value}/depart";
}
