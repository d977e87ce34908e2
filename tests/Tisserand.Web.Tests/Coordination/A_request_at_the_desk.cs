using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.Matching;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Coordination;

public sealed class A_request_at_the_desk
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_people_and_shows_why_they_stand_there()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.VolunteerAsync("Anne", "Lebrun");
        var path = Desk.PathOf(await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux")));
        Assert.Contains("Personne n’est encore proposé", Desk.Said(await desk.Claire.ReadAsync(path)), StringComparison.Ordinal);

        await desk.PostAsync(path, "Chercher");
        var page = await desk.Claire.ReadAsync(path);

        Assert.Equal("Anne Lebrun", page.QuerySelector(".person h3")!.TextContent);
        Assert.Contains("Dit oui :", Desk.Said(page), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".reasons li"));
        var sums = page.QuerySelectorAll("details table");
        Assert.Equal(3, sums.Length);
        Assert.All(sums, sum => Assert.Equal(
            sum.QuerySelectorAll("tbody .num").Sum(Points), Points(sum.QuerySelector("tfoot .num")!), tolerance: 0.051 * sum.QuerySelectorAll("tr").Length));
    }

    [Fact]
    public async Task Is_validated_in_the_order_she_chose()
    {
        await using var desk = await Desk.OpenAsync();
        var (anne, paul, rose) = (await desk.VolunteerAsync("Anne", "Lebrun"), await desk.VolunteerAsync("Paul", "Gicquel", "+33639980102"), await desk.VolunteerAsync("Rose", "Noblet", "+33639980103"));
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));
        await desk.SuggestAsync(id);

        await desk.PostAsync(Desk.PathOf(id), "Valider", ("Picked", $"{anne.Value}"), ("Picked", $"{rose.Value}"),
            ($"Ranks[{anne.Value}]", "2"), ($"Ranks[{rose.Value}]", "1"), ($"Ranks[{paul.Value}]", "3"), ("OneAtATime", "true"));

        var request = await desk.LookAsync(db => db.HelpRequests.Include(r => r.Proposals).SingleAsync(r => r.Id == id, Ct));
        Assert.True(request.OneAtATime);
        Assert.Equal([rose, anne], request.Proposals.Where(p => p.State == ProposalState.Validated).OrderBy(p => p.Rank).Select(p => p.VolunteerId));
        Assert.Equal(ProposalState.Withdrawn, request.Proposals.Single(p => p.VolunteerId == paul).State);
        Assert.Contains("Claire Morvan", Desk.Said(await desk.Claire.ReadAsync(Desk.PathOf(id))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_what_was_typed_when_a_place_cannot_be_read()
    {
        await using var desk = await Desk.OpenAsync();
        var anne = await desk.VolunteerAsync("Anne", "Lebrun");
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));
        await desk.SuggestAsync(id);

        var page = await Visitor.PageOf(await desk.PostAsync(Desk.PathOf(id), "Valider", ("Picked", $"{anne.Value}"), ($"Ranks[{anne.Value}]", "premier")));

        var link = page.QuerySelector(".trouble a")!;
        Assert.Contains("Anne Lebrun", link.TextContent, StringComparison.Ordinal);
        Assert.Equal("premier", page.QuerySelector(link.GetAttribute("href")!)!.GetAttribute("value"));
        Assert.Null((await desk.LookAsync(db => db.HelpRequests.SingleAsync(r => r.Id == id, Ct))).ValidatedAt);
    }

    [Fact]
    public async Task Is_not_validated_without_anybody_ticked()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.VolunteerAsync("Anne", "Lebrun");
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));
        await desk.SuggestAsync(id);

        var page = await Visitor.PageOf(await desk.PostAsync(Desk.PathOf(id), "Valider"));
        Assert.Contains("Cochez au moins une personne", page.QuerySelector(".trouble")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_why_somebody_is_not_proposed()
    {
        await using var desk = await Desk.OpenAsync();
        var anne = await desk.VolunteerAsync("Anne", "Lebrun");
        var jeanne = await desk.BeneficiaryAsync("Jeanne", "Riaux");
        await desk.PostAsync(Desk.PathOf(await desk.RequestAsync(jeanne)), "Oui", ("volunteer", $"{anne.Value}"));

        var page = await desk.Claire.ReadAsync($"{Desk.PathOf(await desk.RequestAsync(jeanne))}?pourquoi={anne.Value}");
        Assert.Contains("Anne Lebrun : voici ce qui s’y oppose.", Desk.Said(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Becomes_a_visit_when_somebody_says_yes_on_the_telephone()
    {
        await using var desk = await Desk.OpenAsync();
        var anne = await desk.VolunteerAsync("Anne", "Lebrun");
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));
        await desk.SuggestAsync(id);

        await desk.PostAsync(Desk.PathOf(id), "Oui", ("volunteer", $"{anne.Value}"));

        var page = await desk.Claire.ReadAsync(Desk.PathOf(id));
        Assert.Contains("la visite est prévue", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        var visit = await desk.LookAsync(db => db.Visits.SingleAsync(v => v.RequestId == id, Ct));
        Assert.Equal((VisitState.Planned, anne), (visit.State, visit.VolunteerId));
        Assert.True((await desk.LookAsync(db => db.Proposals.SingleAsync(p => p.RequestId == id, Ct))).OutsideBudget);
    }

    [Fact]
    public async Task Says_what_stands_against_a_yes_on_the_telephone()
    {
        await using var desk = await Desk.OpenAsync();
        var anne = await desk.VolunteerAsync("Anne", "Lebrun");
        var jeanne = await desk.BeneficiaryAsync("Jeanne", "Riaux");
        await desk.PostAsync(Desk.PathOf(await desk.RequestAsync(jeanne)), "Oui", ("volunteer", $"{anne.Value}"));
        var second = await desk.RequestAsync(jeanne);

        var page = await Visitor.PageOf(await desk.PostAsync(Desk.PathOf(second), "Oui", ("volunteer", $"{anne.Value}")));

        Assert.NotEmpty(page.QuerySelectorAll(".trouble li"));
        Assert.Equal(RequestState.Open, (await desk.LookAsync(db => db.HelpRequests.SingleAsync(r => r.Id == second, Ct))).State);
    }

    [Fact]
    public async Task Shows_its_messages_and_takes_one_back()
    {
        await using var desk = await Desk.OpenAsync();
        var anne = await desk.VolunteerAsync("Anne", "Lebrun");
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));
        await desk.PostAsync(Desk.PathOf(id), "Oui", ("volunteer", $"{anne.Value}"));
        var message = await desk.LookAsync(db => db.OutgoingMessages.FirstAsync(m => m.RequestId == id && m.Kind == MessageKind.VisitAgreedVolunteer, Ct));
        Assert.Contains("visite prévue, au bénévole", Desk.Said(await desk.Claire.ReadAsync(Desk.PathOf(id))), StringComparison.Ordinal);

        await desk.PostAsync(Desk.PathOf(id), "Reprendre", ("message", $"{message.Id.Value}"));

        Assert.Equal(MessageState.TakenBack, (await desk.LookAsync(db => db.OutgoingMessages.SingleAsync(m => m.Id == message.Id, Ct))).State);
    }

    [Fact]
    public async Task What_has_left_is_corrected_once_by_a_message_to_the_same_person()
    {
        await using var desk = await Desk.OpenAsync();
        var (id, message) = await TellAnneAsync(desk);
        Assert.Contains("peut encore être repris", Desk.Said(await desk.Claire.ReadAsync($"/coordination/message/{message}/corriger")), StringComparison.Ordinal);
        desk.Site.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.NotNull((await desk.Claire.ReadAsync(Desk.PathOf(id))).QuerySelector($"a[href='/coordination/message/{message}/corriger']"));

        // The page she still had open offers to take it back.
        var answer = await desk.PostAsync(Desk.PathOf(id), "Reprendre", ("message", $"{message}"));
        Assert.Equal($"/coordination/message/{message}/corriger", answer.Headers.Location!.OriginalString);
        var page = await desk.Claire.ReadAsync(answer.Headers.Location.OriginalString);
        Assert.Contains("Trop tard : ce message est parti.", Desk.Said(page), StringComparison.Ordinal);
        Assert.Contains("Ne tenez pas compte de notre message de mercredi 25 novembre", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        var path = answer.Headers.Location.OriginalString;
        foreach (var words in (string[])["La visite est à 11 h.", "La visite est à 12 h."]) await desk.Claire.FillInAsync(path, ("Text", words));

        var correction = await desk.LookAsync(db => db.OutgoingMessages.SingleAsync(m => m.Kind == MessageKind.Correction, Ct));
        Assert.Equal((await desk.LookAsync(db => db.OutgoingMessages.SingleAsync(m => m.Id == new OutgoingMessageId(message), Ct))).PersonId, correction.PersonId);
        Assert.Contains("La visite est à 11 h.", correction.Body, StringComparison.Ordinal);
        Assert.Equal(id, correction.RequestId);
        Assert.Equal(desk.Site.Time.GetUtcNow() + TimeSpan.FromSeconds(60), correction.NotBefore.ToDateTimeOffset());
        Assert.Contains("Un correctif est déjà écrit", Desk.Said(await desk.Claire.ReadAsync(Desk.PathOf(id))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_that_cannot_be_sent_says_why_and_one_elsewhere_is_not_found()
    {
        await using var desk = await Desk.OpenAsync();
        var (_, message) = await TellAnneAsync(desk);
        desk.Site.Time.Advance(TimeSpan.FromMinutes(2));
        var path = $"/coordination/message/{message}/corriger";

        Assert.Contains("Écrivez ce qu’il faut dire", Desk.Said(await Visitor.PageOf(await desk.Claire.FillInAsync(path, ("Text", " ")))), StringComparison.Ordinal);
        var page = await Visitor.PageOf(await desk.Claire.FillInAsync(path, ("Text", new string('a', 300))));
        Assert.Equal("#Text", Assert.Single(page.QuerySelectorAll(".trouble a")).GetAttribute("href"));
        Assert.Equal(300, page.QuerySelector("textarea")!.TextContent.Trim().Length);

        var vannes = await desk.AnotherTerritoryAsync();
        await desk.LookAsync(db => db.OutgoingMessages.Where(m => m.Id == new OutgoingMessageId(message)).ExecuteUpdateAsync(m => m.SetProperty(x => x.TerritoryId, vannes), Ct));
        foreach (var id in (Guid[])[message, Guid.NewGuid()])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await desk.Claire.GetAsync($"/coordination/message/{id}/corriger")).StatusCode);
            var token = page.QuerySelector("[name=__jeton]")!.GetAttribute("value")!;
            Assert.Equal(HttpStatusCode.NotFound, (await desk.Claire.PostAsync($"/coordination/message/{id}/corriger", ("__jeton", token), ("Text", "Bonjour"))).StatusCode);
        }

        Assert.Equal(0, await desk.LookAsync(db => db.OutgoingMessages.CountAsync(m => m.Kind == MessageKind.Correction, Ct)));
    }

    [Fact]
    public async Task Says_how_many_past_lists_its_confidence_rests_on()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.VolunteerAsync("Anne", "Lebrun");
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));
        await desk.SuggestAsync(id);

        Assert.Contains("(estimation de départ, sans liste passée)", Desk.Said(await desk.Claire.ReadAsync(Desk.PathOf(id))), StringComparison.Ordinal);
        var prior = CalibrationVersion.Prior(CardFile.Default);
        var text = System.Text.Json.JsonSerializer.Serialize(new { prior.Cards, prior.Yes, prior.GoodVisit, Lists = prior.Lists with { Cases = 34 } });
        await desk.LookAsync(async db =>
        {
            db.Add(new CooperativeDocument(CooperativeDocument.Calibration, 1, text, null, desk.Site.Services.GetRequiredService<TimeProvider>().Now()));
            return await db.SaveChangesAsync(Ct);
        });
        Assert.Contains("(d’après 34 listes passées)", Desk.Said(await desk.Claire.ReadAsync(Desk.PathOf(id))), StringComparison.Ordinal);
    }

    /// <summary>Anne said yes on the telephone: a message to her waits its minute.</summary>
    private static async Task<(HelpRequestId Request, Guid Message)> TellAnneAsync(Desk desk)
    {
        var anne = await desk.VolunteerAsync("Anne", "Lebrun");
        var id = await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux"));
        await desk.PostAsync(Desk.PathOf(id), "Oui", ("volunteer", $"{anne.Value}"));
        return (id, (await desk.LookAsync(db => db.OutgoingMessages.FirstAsync(m => m.RequestId == id && m.Kind == MessageKind.VisitAgreedVolunteer, Ct))).Id.Value);
    }

    [Fact]
    public async Task Of_another_territory_answers_as_one_that_does_not_exist()
    {
        await using var desk = await Desk.OpenAsync();
        var path = Desk.PathOf(await desk.RequestAsync(await desk.BeneficiaryAsync("Paule", "Danet", await desk.AnotherTerritoryAsync())));
        var token = (await desk.Claire.ReadAsync("/coordination")).QuerySelector("[name=__jeton]")!.GetAttribute("value")!;

        foreach (var place in (string[])[path, path + "/changer", path.Replace("demande", "brouillon", StringComparison.Ordinal)])
            Assert.Equal(HttpStatusCode.NotFound, (await desk.Claire.GetAsync(place)).StatusCode);
        foreach (var act in (string[])["", "?handler=Valider", "?handler=Chercher", "?handler=Oui", "?handler=Rouvrir", "/changer?handler=Fin", "/changer?handler=Heure"])
            Assert.Equal(HttpStatusCode.NotFound, (await desk.Claire.PostAsync(path + act, ("__jeton", token))).StatusCode);
    }

    [Fact]
    public async Task Changes_nothing_when_a_post_does_not_say_what_for()
    {
        await using var desk = await Desk.OpenAsync();
        var path = Desk.PathOf(await desk.RequestAsync(await desk.BeneficiaryAsync("Jeanne", "Riaux")));
        foreach (var place in (string[])[path, path + "/changer", "/coordination", "/coordination/semaine"])
            Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync(place, "")).StatusCode);
    }

    private static double Points(AngleSharp.Dom.IElement cell) =>
        double.Parse(cell.TextContent.Replace('−', '-').Replace(',', '.'), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);
}
