using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Volunteers;

public sealed class A_volunteers_own_pages
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task She_answers_what_is_asked_of_her_in_one_tap()
    {
        await using var door = await Door.OpenAsync();
        var anne = await door.SignedInAsync(door.Anne);

        var answer = await AnswerAtHomeAsync(anne, "oui");

        var visit = await door.LookAsync(db => db.Visits.SingleAsync(Ct));
        Assert.Equal(PathOf(visit.Id), answer.Headers.Location!.OriginalString);
        Assert.Contains("Merci, c’est vous", Door.Said(await anne.ReadAsync(PathOf(visit.Id))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task She_says_no_and_is_not_asked_again()
    {
        await using var door = await Door.OpenAsync();
        var anne = await door.SignedInAsync(door.Anne);

        await AnswerAtHomeAsync(anne, "non");

        Assert.Contains("Aucune question en attente", Door.Said(await anne.ReadAsync("/benevole")), StringComparison.Ordinal);
        Assert.Equal(ProposalState.Declined, (await door.LookAsync(db => db.Proposals.SingleAsync(p => p.VolunteerId == door.Anne, Ct))).State);
    }

    [Fact]
    public async Task Address_and_telephone_come_48_hours_before_and_go_24_hours_after()
    {
        await using var door = await Door.OpenAsync(friday: null);
        var (anne, path) = await PlannedAsync(door);

        await ShowsAsync(anne, path, near: false);
        await door.PassAsync(Instant.FromUtc(2026, 12, 2, 8, 59) - door.Site.Time.Now());
        await ShowsAsync(anne, path, near: false);
        await door.PassAsync(Duration.FromMinutes(1));
        await ShowsAsync(anne, path, near: true);
        var visit = await door.LookAsync(db => db.Visits.SingleAsync(Ct));
        door.Site.Time.SetUtcNow((visit.End + Duration.FromHours(24)).ToDateTimeOffset());
        await ShowsAsync(anne, path, near: false);
    }

    [Fact]
    public async Task The_door_code_is_shown_on_her_tap_alone_and_that_is_noted()
    {
        await using var door = await Door.OpenAsync(friday: 9);
        var (anne, path) = await PlannedAsync(door);
        Assert.DoesNotContain(Door.Code, (await anne.ReadAsync(path)).DocumentElement.OuterHtml, StringComparison.Ordinal);

        var shown = await Visitor.PageOf(await Door.PostAsync(anne, path, "Code"));

        Assert.Contains(Door.Code, Door.Said(shown), StringComparison.Ordinal);
        Assert.True(await door.LookAsync(db => db.AuditLines.AnyAsync(a => a.Act == "door_code", Ct)));
        Assert.DoesNotContain(Door.Code, (await anne.ReadAsync(path)).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_visit_does_not_exist_for_her()
    {
        await using var door = await Door.OpenAsync();
        var (_, path) = await PlannedAsync(door);
        var paul = await door.SignedInAsync(door.Paul);

        Assert.Equal(HttpStatusCode.NotFound, (await paul.GetAsync(path)).StatusCode);
        var token = (await paul.ReadAsync("/benevole/pause")).QuerySelector<IHtmlInputElement>("input[name=__jeton]")!.Value;
        foreach (var handler in (string[])["Code", "Porte", "Annuler", "PasCetteFois", "Confirm"])
            Assert.Equal(HttpStatusCode.NotFound, (await paul.PostAsync($"{path}?handler={handler}", ("__jeton", token))).StatusCode);
        Assert.Equal(VisitState.Planned, (await door.LookAsync(db => db.Visits.SingleAsync(Ct))).State);
        Assert.DoesNotContain("Jeanne", (await paul.ReadAsync("/benevole")).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task She_can_no_longer_come_and_the_search_begins_again_with_her_word()
    {
        await using var door = await Door.OpenAsync(friday: null);
        var (anne, path) = await PlannedAsync(door);

        var answer = await Door.PostAsync(anne, path, "Annuler", ("Input.Why", "mon fils est malade"));

        Assert.Equal("/benevole", answer.Headers.Location!.OriginalString);
        Assert.Equal(VisitState.CancelledByVolunteer, (await door.LookAsync(db => db.Visits.SingleAsync(Ct))).State);
        Assert.Equal(RequestState.Open, (await door.LookAsync(db => db.HelpRequests.SingleAsync(Ct))).State);
    }

    [Fact]
    public async Task After_the_visit_she_tells_how_it_went()
    {
        await using var door = await Door.OpenAsync();
        var (anne, path) = await PlannedAsync(door);
        Assert.Empty((await anne.ReadAsync(path)).QuerySelectorAll("#raconter"));
        door.Site.Time.SetUtcNow(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
        Assert.NotNull((await anne.ReadAsync("/benevole")).QuerySelector($"a[href='{path}#raconter']"));

        var missing = await Visitor.PageOf(await Door.PostAsync(anne, path, "Raconter", ("Input.Rating", "4"), ("Input.Words", "Tout va bien")));
        Assert.NotNull(missing.QuerySelector(".trouble"));
        Assert.Equal("Tout va bien", missing.QuerySelector("textarea")!.TextContent.Trim());
        await Door.PostAsync(anne, path, "Raconter", ("Input.TookPlace", "oui"), ("Input.Rating", "5"), ("Input.Again", "oui"));

        Assert.Equal(VisitState.Done, (await door.LookAsync(db => db.Visits.SingleAsync(Ct))).State);
        Assert.Empty((await anne.ReadAsync("/benevole")).QuerySelectorAll("a[href$='#raconter']"));
        Assert.Contains("Faite", Door.Said(await anne.ReadAsync("/benevole/historique")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_door_gives_whom_to_call_in_order_and_tells_the_coordinators()
    {
        await using var door = await Door.OpenAsync();
        var (anne, path) = await PlannedAsync(door);
        door.Site.Time.SetUtcNow(new DateTimeOffset(2026, 11, 27, 9, 5, 0, TimeSpan.Zero));

        var page = await Visitor.PageOf(await Door.PostAsync(anne, path, "Porte"));

        Assert.Contains("112", Door.Said(page), StringComparison.Ordinal);
        Assert.Contains("02 99 70 00 00", Door.Said(page), StringComparison.Ordinal);
        Assert.True(await door.LookAsync(db => db.AttentionItems.AnyAsync(a => a.Reason == AttentionReasons.ClosedDoor && a.DoneAt == null, Ct)));
    }

    [Fact]
    public async Task She_ticks_when_she_is_free_and_reads_it_back_in_words()
    {
        await using var door = await Door.OpenAsync();
        var anne = await door.SignedInAsync(door.Anne);

        await anne.FillInAsync("/benevole/disponibilites", ("Grid.Ticks", "1-Morning"), ("Grid.Ticks", "4-Morning"), ("Grid.NotInSchoolHolidays", "true"));

        Assert.Equal("Mo,Th 08:00-12:00; SH off", (await door.LookAsync(db => db.Volunteers.SingleAsync(v => v.Id == door.Anne, Ct))).Hours);
        Assert.Contains("le lundi et le jeudi, de 8 h à 12 h", Door.Said(await anne.ReadAsync("/benevole/disponibilites")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task She_writes_when_she_is_free_sees_what_it_means_and_only_then_is_it_kept()
    {
        await using var door = await Door.OpenAsync();
        var anne = await door.SignedInAsync(door.Anne);
        const string words = "le mardi de 9h30 à 11h et le jeudi après-midi sauf vacances";

        var shown = await Visitor.PageOf(await Door.PostAsync(anne, "/benevole/disponibilites", "Lire", ("InWords", words)));
        Assert.Contains("9 h 30 – 11 h", Door.Said(shown), StringComparison.Ordinal);
        Assert.Equal("Mo-Su 08:00-20:00", await HoursAsync(door));

        await SavesAsync(anne, words);
        Assert.Equal("Tu 09:30-11:00; Th 14:00-18:00; SH off", await HoursAsync(door));
    }

    [Theory]
    [InlineData("", "Écrivez quand vous êtes libre")]
    [InlineData("rrrrr", "Nous n’avons pas compris")]
    [InlineData("un week-end sur deux", "Quelle est la première semaine concernée")]
    [InlineData("peut-être le mardi matin", "Nous ne sommes pas sûrs")]
    public async Task Words_that_leave_a_doubt_change_nothing_and_stay_on_the_page(string words, string said)
    {
        await using var door = await Door.OpenAsync();
        var anne = await door.SignedInAsync(door.Anne);

        var page = await Visitor.PageOf(await SavesAsync(anne, words));

        Assert.Contains(said, Door.Said(page), StringComparison.Ordinal);
        Assert.Equal(words, page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("Mo-Su 08:00-20:00", await HoursAsync(door));
    }

    /// <summary>As the button does that stands under what was understood, also where it does not stand there.</summary>
    private static async Task<HttpResponseMessage> SavesAsync(Visitor visitor, string words)
    {
        var page = await visitor.ReadAsync("/benevole/disponibilites");
        var token = page.QuerySelector<IHtmlInputElement>("main input[name=__jeton]")!;
        return await visitor.PostAsync("/benevole/disponibilites?handler=Mots", (token.Name!, token.Value), ("InWords", words));
    }

    private static Task<string> HoursAsync(Door door) => door.LookAsync(async db => (await db.Volunteers.SingleAsync(v => v.Id == door.Anne, Ct)).Hours);

    [Fact]
    public async Task Nothing_ticked_or_a_day_that_is_none_changes_nothing_and_keeps_what_was_typed()
    {
        await using var door = await Door.OpenAsync();
        var anne = await door.SignedInAsync(door.Anne);

        var empty = await Visitor.PageOf(await anne.FillInAsync("/benevole/disponibilites"));
        var unreadable = await Visitor.PageOf(await anne.FillInAsync("/benevole/disponibilites", ("Grid.Ticks", "2-Evening"), ("Grid.EveryOtherWeekFrom", "31/02")));

        Assert.Contains("Cochez au moins un moment", Door.Said(empty), StringComparison.Ordinal);
        Assert.True(unreadable.QuerySelector<IHtmlInputElement>("input[value='2-Evening']")!.IsChecked);
        Assert.Equal("31/02", unreadable.QuerySelector<IHtmlInputElement>("input[name='Grid.EveryOtherWeekFrom']")!.Value);
        Assert.Equal("Mo-Su 08:00-20:00", (await door.LookAsync(db => db.Volunteers.SingleAsync(v => v.Id == door.Anne, Ct))).Hours);
    }

    [Fact]
    public async Task Days_away_free_her_visits_in_them_and_her_return_ends_them()
    {
        await using var door = await Door.OpenAsync();
        var (anne, _) = await PlannedAsync(door);

        await Door.PostAsync(anne, "/benevole/pause", "Absence", ("Input.From", "demain"), ("Input.Until", "30/11"));

        Assert.Contains("confiées à quelqu’un d’autre : 1", Door.Said(await anne.ReadAsync("/benevole/pause")), StringComparison.Ordinal);
        Assert.Equal(RequestState.Open, (await door.LookAsync(db => db.HelpRequests.SingleAsync(Ct))).State);
        var away = await door.LookAsync(db => db.Set<VolunteerAbsence>().SingleAsync(Ct));
        await Door.PostAsync(anne, "/benevole/pause", "Retour", ("absence", $"{away.Id.Value}"));
        Assert.DoesNotContain("Finalement, je suis là", Door.Said(await anne.ReadAsync("/benevole/pause")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("32/13", "30/11")]
    [InlineData("30/11", "28/11")]
    [InlineData("", "")]
    public async Task Days_that_are_none_are_kept_with_the_reason(string from, string until)
    {
        await using var door = await Door.OpenAsync();
        var anne = await door.SignedInAsync(door.Anne);

        var page = await Visitor.PageOf(await Door.PostAsync(anne, "/benevole/pause", "Absence", ("Input.From", from), ("Input.Until", until)));

        Assert.NotNull(page.QuerySelector(".trouble"));
        Assert.Equal(from, page.QuerySelector<IHtmlInputElement>("input[name='Input.From']")!.Value);
        Assert.Equal(0, await door.LookAsync(db => db.Set<VolunteerAbsence>().CountAsync(Ct)));
    }

    [Fact]
    public async Task She_rests_until_she_says_otherwise()
    {
        await using var door = await Door.OpenAsync();
        var anne = await door.SignedInAsync(door.Anne);

        await Door.PostAsync(anne, "/benevole/pause", "Repos");
        Assert.Equal(PersonState.Paused, (await door.LookAsync(db => db.Volunteers.SingleAsync(v => v.Id == door.Anne, Ct))).State);
        Assert.Contains("Vous êtes en pause", Door.Said(await anne.ReadAsync("/benevole")), StringComparison.Ordinal);
        await Door.PostAsync(anne, "/benevole/pause", "Reprendre");
        Assert.Equal(PersonState.Active, (await door.LookAsync(db => db.Volunteers.SingleAsync(v => v.Id == door.Anne, Ct))).State);
    }

    private static string PathOf(VisitId id) => $"/benevole/visite/{id.Value}";

    private static async Task<(Visitor Anne, string Path)> PlannedAsync(Door door)
    {
        var anne = await door.SignedInAsync(door.Anne);
        await AnswerAtHomeAsync(anne, "oui");
        return (anne, PathOf((await door.LookAsync(db => db.Visits.SingleAsync(Ct))).Id));
    }

    private static async Task<HttpResponseMessage> AnswerAtHomeAsync(Visitor visitor, string answer)
    {
        var form = (await visitor.ReadAsync("/benevole")).QuerySelectorAll<IHtmlFormElement>("main form").First(f => f.QuerySelector("button[name=reponse]") is not null);
        return await visitor.PostAsync("/benevole", [.. form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(i => (i.Name!, i.Value)), ("reponse", answer)]);
    }

    private static async Task ShowsAsync(Visitor anne, string path, bool near)
    {
        var page = (await anne.ReadAsync(path)).DocumentElement.OuterHtml;
        Assert.Contains("Jeanne R.", page, StringComparison.Ordinal);
        Assert.Equal(near, page.Contains("Canaris", StringComparison.Ordinal));
        Assert.Equal(near, page.Contains("91 12 34", StringComparison.Ordinal));
        Assert.DoesNotContain(Door.LastName, page, StringComparison.Ordinal);
    }
}
