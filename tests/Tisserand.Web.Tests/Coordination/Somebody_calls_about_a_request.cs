using System.Net;
using Microsoft.EntityFrameworkCore;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Coordination;

public sealed class Somebody_calls_about_a_request
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_moves_to_another_day()
    {
        await using var desk = await Desk.OpenAsync();
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));

        await desk.PostAsync(Desk.PathOf(id) + "/changer", "Heure", ("Time.Day", "4 décembre"), ("Time.From", "14 h 30"));

        Assert.Equal(new NodaTime.LocalDateTime(2026, 12, 4, 14, 30), (await RequestAsync(desk, id)).EarliestStart.Local());
    }

    [Fact]
    public async Task What_cannot_be_read_comes_back_as_typed()
    {
        await using var desk = await Desk.OpenAsync();
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));

        var page = await Visitor.PageOf(await desk.PostAsync(Desk.PathOf(id) + "/changer", "Heure", ("Time.Day", "bientôt"), ("Time.From", "tôt")));

        Assert.Equal(2, page.QuerySelectorAll(".trouble a").Length);
        Assert.Equal("bientôt", page.QuerySelector("#Time_Day")!.GetAttribute("value"));
        Assert.Equal("tôt", page.QuerySelector("#Time_From")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_day_that_has_passed_is_refused()
    {
        await using var desk = await Desk.OpenAsync();
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));

        var page = await Visitor.PageOf(await desk.PostAsync(Desk.PathOf(id) + "/changer", "Heure", ("Time.Day", "24/11/2026"), ("Time.From", "10 h")));
        Assert.NotNull(page.QuerySelector(".trouble a[href='#Time_Day']"));
    }

    [Fact]
    public async Task It_is_cancelled_with_its_reason_and_brought_back()
    {
        await using var desk = await Desk.OpenAsync();
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));
        await desk.PostAsync(Desk.PathOf(id) + "/changer", "Fin", ("End.Reason", "DoneByOthers"));
        Assert.Equal((RequestState.Cancelled, EndReason.DoneByOthers), ((await RequestAsync(desk, id)).State, (await RequestAsync(desk, id)).EndReason));

        var page = await desk.Claire.ReadAsync(Desk.PathOf(id));
        var undo = page.QuerySelector(".note form")!;
        await desk.Claire.PostAsync(undo.GetAttribute("action")!, ("__jeton", undo.QuerySelector("[name=__jeton]")!.GetAttribute("value")!));

        Assert.Equal(RequestState.Open, (await RequestAsync(desk, id)).State);
    }

    [Theory]
    [InlineData("", "", "#End_Reason")]
    [InlineData("TimePassed", "", "#End_Reason")]
    [InlineData("OutOfScope", "", "#End_Note")]
    public async Task A_reason_that_is_missing_or_says_too_little_is_asked_again(string reason, string note, string field)
    {
        await using var desk = await Desk.OpenAsync();
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));

        var page = await Visitor.PageOf(await desk.PostAsync(Desk.PathOf(id) + "/changer", "Fin", ("End.Reason", reason), ("End.Note", note)));

        Assert.Equal(field, page.QuerySelector(".trouble a")!.GetAttribute("href"));
        Assert.Equal(RequestState.Open, (await RequestAsync(desk, id)).State);
    }

    [Theory]
    [InlineData("Benevole", VisitState.CancelledByVolunteer, RequestState.Open)]
    [InlineData("Aidee", VisitState.CancelledByBeneficiary, RequestState.Cancelled)]
    public async Task A_visit_is_cancelled_by_whoever_called(string handler, VisitState visit, RequestState request)
    {
        await using var desk = await Desk.OpenAsync();
        var anne = await desk.VolunteerAsync("Anne", "Lebrun");
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));
        await desk.PostAsync(Desk.PathOf(id), "Oui", ("volunteer", $"{anne.Value}"));
        var planned = await desk.LookAsync(db => db.Visits.SingleAsync(v => v.RequestId == id, Ct));

        Assert.Equal(HttpStatusCode.Found, (await desk.PostAsync(Desk.PathOf(id) + "/changer", handler, ("visit", $"{planned.Id.Value}"), ("Why", "malade"))).StatusCode);

        Assert.Equal(visit, (await desk.LookAsync(db => db.Visits.SingleAsync(v => v.Id == planned.Id, Ct))).State);
        Assert.Equal(request, (await RequestAsync(desk, id)).State);
    }

    private static Task<HelpRequest> RequestAsync(Desk desk, HelpRequestId id) => desk.LookAsync(db => db.HelpRequests.AsNoTracking().SingleAsync(r => r.Id == id, Ct));
}
