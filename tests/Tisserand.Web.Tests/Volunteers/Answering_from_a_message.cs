using System.Net;
using Microsoft.EntityFrameworkCore;
using Tisserand.App.Proposals;
using Tisserand.App.Visits;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Volunteers;

public sealed class Answering_from_a_message
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_says_what_is_asked_and_neither_name_nor_address_nor_number()
    {
        await using var door = await Door.OpenAsync();

        var page = await door.Site.Visitor().ReadAsync(await door.LinkAsync(door.Anne));

        Assert.Contains("vendredi 27 novembre", Door.Said(page), StringComparison.Ordinal);
        Assert.Contains("Redon", Door.Said(page), StringComparison.Ordinal);
        foreach (var secret in (string[])[Door.LastName, "Jeanne", "Canaris", "91 12 34", Door.Code])
            Assert.DoesNotContain(secret, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing()
    {
        await using var door = await Door.OpenAsync();
        var link = await door.LinkAsync(door.Anne);

        foreach (var path in (string[])[link, link + "?reponse=oui", link + "/c-est-vous", link + "/merci"])
            await door.Site.Visitor().GetAsync(path);

        Assert.Equal(0, await door.LookAsync(db => db.Visits.CountAsync(Ct)));
        Assert.Equal(2, await door.LookAsync(db => db.Proposals.CountAsync(p => p.State == ProposalState.Notified, Ct)));
    }

    [Fact]
    public async Task A_yes_plans_the_visit_and_tells_first_name_and_initial_alone()
    {
        await using var door = await Door.OpenAsync();
        var (anne, link) = (door.Site.Visitor(), await door.LinkAsync(door.Anne));

        var answer = await Door.AnswerAsync(anne, link, "oui");

        Assert.Equal(link + "/c-est-vous", answer.Headers.Location!.OriginalString);
        var page = await anne.ReadAsync(link + "/c-est-vous");
        Assert.Contains("Jeanne R.", Door.Said(page), StringComparison.Ordinal);
        foreach (var secret in (string[])[Door.LastName, "Canaris", "91 12 34", Door.Code])
            Assert.DoesNotContain(secret, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var visit = await door.LookAsync(db => db.Visits.SingleAsync(Ct));
        Assert.Equal((VisitState.Planned, door.Anne), (visit.State, visit.VolunteerId));
    }

    [Fact]
    public async Task A_yes_sent_twice_is_one_visit_and_the_page_says_so()
    {
        await using var door = await Door.OpenAsync();
        var (anne, link) = (door.Site.Visitor(), await door.LinkAsync(door.Anne));
        var page = await anne.ReadAsync(link);

        await anne.SendAsync(page, link, ("reponse", "oui"));
        await anne.SendAsync(page, link, ("reponse", "oui"));

        Assert.Equal(1, await door.LookAsync(db => db.Visits.CountAsync(Ct)));
        Assert.Contains("Vous avez déjà dit oui", Door.Said(await anne.ReadAsync(link)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_second_is_thanked_and_kept_in_mind()
    {
        await using var door = await Door.OpenAsync();
        await Door.AnswerAsync(door.Site.Visitor(), await door.LinkAsync(door.Anne), "oui");
        var (paul, link) = (door.Site.Visitor(), await door.LinkAsync(door.Paul));

        Assert.Contains("Quelqu’un y va déjà", Door.Said(await paul.ReadAsync(link)), StringComparison.Ordinal);
        var answer = await Door.AnswerAsync(paul, link, "oui");

        Assert.Equal(link + "/merci", answer.Headers.Location!.OriginalString);
        Assert.Equal(1, await door.LookAsync(db => db.Visits.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_no_is_noted_with_her_words_and_may_become_a_yes()
    {
        await using var door = await Door.OpenAsync();
        var (anne, link) = (door.Site.Visitor(), await door.LinkAsync(door.Anne));

        var answer = await Door.AnswerAsync(anne, link, "non", ("Mot", "jamais le vendredi"));

        Assert.Equal(link + "/c-est-note", answer.Headers.Location!.OriginalString);
        Assert.Equal(ProposalState.Declined, (await door.LookAsync(db => db.Proposals.SingleAsync(p => p.VolunteerId == door.Anne, Ct))).State);
        Assert.Contains("changer d’avis", Door.Said(await anne.ReadAsync(link)), StringComparison.Ordinal);
        await Door.AnswerAsync(anne, link, "oui");
        Assert.Equal(door.Anne, (await door.LookAsync(db => db.Visits.SingleAsync(Ct))).VolunteerId);
    }

    [Fact]
    public async Task A_link_nobody_was_given_leads_nowhere()
    {
        await using var door = await Door.OpenAsync();

        foreach (var path in (string[])["/reponse/abcdef", "/reponse/" + new string('a', 300), "/reponse/abcdef/c-est-vous"])
            Assert.Equal(HttpStatusCode.NotFound, (await door.Site.Visitor().GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_is_neither_yes_nor_no_changes_nothing()
    {
        await using var door = await Door.OpenAsync();
        var (anne, link) = (door.Site.Visitor(), await door.LinkAsync(door.Anne));

        Assert.Equal(HttpStatusCode.Found, (await Door.AnswerAsync(anne, link, "peut-être")).StatusCode);
        Assert.Equal(2, await door.LookAsync(db => db.Proposals.CountAsync(p => p.State == ProposalState.Notified, Ct)));
    }
}
