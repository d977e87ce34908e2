using Microsoft.EntityFrameworkCore;
using Tisserand.App.Requests;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Coordination;

public sealed class A_strangers_draft
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_what_was_typed_and_what_to_say()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await desk.Claire.ReadAsync(PathOf(await desk.StrangersDraftAsync()));

        var text = Desk.Said(page);
        Assert.All(["Yvonne Guého", "02 99 71 99 01", "4 rue des Essais, Redon", "Je ne peux plus porter mes sacs", "ici Le Fil d’Oust"],
            said => Assert.Contains(said, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_attached_to_a_file_and_opened()
    {
        await using var desk = await Desk.OpenAsync();
        var jeanne = await desk.BeneficiaryAsync("Jeanne", "Riaux");
        var id = await desk.StrangersDraftAsync();
        var found = await Visitor.PageOf(await desk.PostAsync(PathOf(id), "Trouver", ("Search", "riaux")));
        Assert.Equal($"{jeanne.Value}", found.QuerySelector("input[name=Beneficiary]")!.GetAttribute("value"));

        var answer = await desk.PostAsync(PathOf(id), "Confirmer", ("Beneficiary", $"{jeanne.Value}"), ("Search", "riaux"));

        Assert.Equal(Desk.PathOf(id), answer.Headers.Location!.OriginalString);
        var request = await desk.LookAsync(db => db.HelpRequests.SingleAsync(r => r.Id == id, Ct));
        Assert.Equal((RequestState.Open, jeanne), (request.State, request.BeneficiaryId!.Value));
        Assert.Equal(Desk.PathOf(id), (await desk.Claire.GetAsync(PathOf(id))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Needs_a_file_before_it_opens()
    {
        await using var desk = await Desk.OpenAsync();
        var id = await desk.StrangersDraftAsync();
        Assert.NotNull((await Visitor.PageOf(await desk.PostAsync(PathOf(id), "Confirmer"))).QuerySelector(".trouble"));
        Assert.Equal(RequestState.Draft, (await desk.LookAsync(db => db.HelpRequests.SingleAsync(r => r.Id == id, Ct))).State);
    }

    [Fact]
    public async Task Is_never_attached_to_a_file_elsewhere()
    {
        await using var desk = await Desk.OpenAsync();
        var id = await desk.StrangersDraftAsync();
        var elsewhere = await desk.BeneficiaryAsync("Paule", "Danet", await desk.AnotherTerritoryAsync());

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await desk.PostAsync(PathOf(id), "Confirmer", ("Beneficiary", $"{elsewhere.Value}"))).StatusCode);
        Assert.Equal(RequestState.Draft, (await desk.LookAsync(db => db.HelpRequests.SingleAsync(r => r.Id == id, Ct))).State);
    }

    [Fact]
    public async Task Says_when_nobody_is_found_and_keeps_what_was_searched()
    {
        await using var desk = await Desk.OpenAsync();
        var page = await Visitor.PageOf(await desk.PostAsync(PathOf(await desk.StrangersDraftAsync()), "Trouver", ("Search", "zzz")));

        Assert.Contains("Aucun dossier ne correspond", page.QuerySelector(".trouble")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("zzz", page.QuerySelector("#Search")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Is_refused_with_its_reason()
    {
        await using var desk = await Desk.OpenAsync();
        var id = await desk.StrangersDraftAsync();
        var again = await Visitor.PageOf(await desk.PostAsync(PathOf(id), "Refuser", ("Reason", "OutOfScope")));
        Assert.NotNull(again.QuerySelector("details[open] .error"));

        await desk.PostAsync(PathOf(id), "Refuser", ("Reason", "OutOfScope"), ("Note", "orientée vers la mairie"));

        var draft = await desk.LookAsync(db => db.HelpRequests.SingleAsync(r => r.Id == id, Ct));
        Assert.Equal((RequestState.Cancelled, EndReason.OutOfScope, "orientée vers la mairie"), (draft.State, draft.EndReason, draft.EndNote));
    }

    private static string PathOf(HelpRequestId id) => $"/coordination/brouillon/{id.Value}";
}
