using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.People;
using Tisserand.App.Volunteers;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Coordination;

public sealed class Files_of_people : IAsyncLifetime
{
    private Desk _desk = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Visitor Claire => _desk.Claire;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_new_volunteer_met_by_a_coordinator_is_active_with_what_she_offers()
    {
        var answer = await Claire.FillInAsync("/coordination/nouveau-benevole", ("Input.Person.LastName", "Rialland"), ("Input.Person.FirstName", "Paul"), ("Input.Person.Sex", "Male"),
            ("Input.Person.Contacts[0].Value", "06 39 98 01 02"), ("Input.Person.Contacts[1].Value", "02 99 71 99 02"), ("Input.Person.Commune", "Redon 35600"), ("Input.Person.Language", "fr"),
            ("Input.Transport", "Car"), ("Input.MaxTravelMinutes", "25"), ("Input.Skills", "permis"), ("Input.Skills", "langue:br"), ("Input.Likes", "courses"));

        var paul = await _desk.LookAsync(db => db.Volunteers.Include(v => v.Person).ThenInclude(p => p.Contacts).SingleAsync(v => v.Person.Sex == Sex.Male, Ct));
        Assert.Equal($"/coordination/benevole/{paul.Id.Value}", answer.Headers.Location!.OriginalString);
        Assert.Equal((PersonState.Active, 25), (paul.State, paul.MaxTravelMinutes));
        Assert.Equal(["br", "fr"], paul.Languages.Order(StringComparer.Ordinal));
        Assert.Equal([ContactKind.Mobile, ContactKind.Landline], paul.Person.Contacts.Select(c => c.Kind).Order());
        Assert.Contains("06 39 98 01 02", Desk.Said(await Claire.ReadAsync(answer.Headers.Location.OriginalString)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_a_file_starts_from_what_is_known_and_changes_the_rest_alone()
    {
        var anne = await _desk.VolunteerAsync("Anne", "Lebrun");
        var path = $"/coordination/benevole/{anne.Value}/modifier";

        var page = await Claire.ReadAsync(path);
        Assert.Equal("06 39 98 01 01", ((IHtmlInputElement)page.GetElementById("Input_Person_Contacts_0__Value")!).Value);
        await Claire.SendAsync(page, path, Typed(page, ("Input.MaxVisitsPerWeek", "3")));

        var after = await _desk.LookAsync(db => db.Volunteers.Include(v => v.Person).SingleAsync(v => v.Id == anne, Ct));
        Assert.Equal((3, 30, "Mo-Su 08:00-20:00"), (after.MaxVisitsPerWeek, after.MaxTravelMinutes, after.Hours));
        Assert.Equal(("Anne Lebrun", Desk.InRedon, "4 rue des Essais"), (after.Person.FullName, after.Person.Insee, after.Person.Street));
        Assert.Equal(["permis", "voiture"], after.Skills.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task All_numbers_and_addresses_are_listed_and_none_is_lost()
    {
        var yvonne = await WithContactsAsync();
        var path = $"/coordination/beneficiaire/{yvonne.Value}/modifier";
        var page = await Claire.ReadAsync(path);
        Assert.Equal(["02 99 71 12 01", "06 39 98 01 21", "02 99 71 99 05", "yvonne@exemple.fr", "", ""], Values(page));

        await Claire.FillInAsync(path, Typed(page, ("Input.WishesSameFace", "true")));

        Assert.Equal(["+33299711201", "+33639980121 chez ma fille", "+33299719905", "yvonne@exemple.fr"], await ContactsAsync(yvonne));
    }

    [Fact]
    public async Task Numbers_are_put_in_order_removed_added_and_named()
    {
        var yvonne = await WithContactsAsync();
        var path = $"/coordination/beneficiaire/{yvonne.Value}/modifier";
        var before = await _desk.LookAsync(db => db.ContactPoints.Where(c => c.Label != null).Select(c => c.Id).SingleAsync(Ct));

        await Claire.FillInAsync(path, Typed(await Claire.ReadAsync(path), ("Input.Person.Contacts[0].Order", "3"), ("Input.Person.Contacts[1].Order", "1"), ("Input.Person.Contacts[2].Remove", "true"),
            ("Input.Person.Contacts[4].Value", "02 99 71 99 06"), ("Input.Person.Contacts[4].Label", "au travail")));

        Assert.Equal(["+33639980121 chez ma fille", "+33299711201", "yvonne@exemple.fr", "+33299719906 au travail"], await ContactsAsync(yvonne));
        Assert.Equal(before, await _desk.LookAsync(db => db.ContactPoints.Where(c => c.Rank == 0 && c.PersonId == db.Beneficiaries.Where(b => b.Id == yvonne).Select(b => b.PersonId).Single()).Select(c => c.Id).SingleAsync(Ct)));
        Assert.Contains("06 39 98 01 21 (chez ma fille)", Desk.Said(await Claire.ReadAsync($"/coordination/beneficiaire/{yvonne.Value}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_not_hers_alone_says_whose_it_is_too()
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        await _desk.BeneficiaryAsync("Jean", "Guého");
        await _desk.BeneficiaryAsync("Odile", "Ailleurs", await _desk.AnotherTerritoryAsync());

        var page = Desk.Said(await Claire.ReadAsync($"/coordination/beneficiaire/{yvonne.Value}/modifier"));

        Assert.Contains("Aussi celui de Jean Guého.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Odile", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_cannot_be_taken_is_said_at_its_own_line()
    {
        var yvonne = await WithContactsAsync();
        var path = $"/coordination/beneficiaire/{yvonne.Value}/modifier";

        var page = await Visitor.PageOf(await Claire.FillInAsync(path, Typed(await Claire.ReadAsync(path), ("Input.Person.Contacts[1].Order", "premier"), ("Input.Person.Contacts[1].Label", "chez Luc"))));
        Assert.Equal("#Input_Person_Contacts_1__Order", Assert.Single(page.QuerySelectorAll(".trouble a")).GetAttribute("href"));
        page = await Visitor.PageOf(await Claire.FillInAsync(path, Typed(page, ("Input.Person.Contacts[1].Order", "2"), ("Input.Person.Contacts[4].Value", "02 99 71 12 01"), ("Input.Person.Contacts[5].Value", "luc@"))));

        Assert.Equal(["#Input_Person_Contacts_4__Value", "#Input_Person_Contacts_5__Value"], page.QuerySelectorAll(".trouble a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.Equal(("luc@", "chez Luc"), (Values(page)[5], ((IHtmlInputElement)page.GetElementById("Input_Person_Contacts_1__Label")!).Value));
        Assert.Equal(4, (await ContactsAsync(yvonne)).Count);
    }

    [Fact]
    public async Task Languages_she_likes_to_speak_are_a_wish_shown_on_her_file()
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        var path = $"/coordination/beneficiaire/{yvonne.Value}";
        await Claire.FillInAsync(path + "/modifier", Typed(await Claire.ReadAsync(path + "/modifier"), ("Input.LikesToSpeak", "br")));

        Assert.Equal(["br"], (await _desk.LookAsync(db => db.Beneficiaries.SingleAsync(b => b.Id == yvonne, Ct))).LikesToSpeak);
        Assert.Contains("Parle breton", Desk.Said(await Claire.ReadAsync(path)), StringComparison.Ordinal);
        var refused = await Visitor.PageOf(await Claire.FillInAsync(path + "/modifier", Typed(await Claire.ReadAsync(path + "/modifier"), ("Input.LikesToSpeak", "klingon"))));
        Assert.Equal("#Input_LikesToSpeak", Assert.Single(refused.QuerySelectorAll(".trouble a")).GetAttribute("href"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_taken_says_why_and_keeps_what_was_typed()
    {
        var page = await Visitor.PageOf(await Claire.FillInAsync("/coordination/nouveau-benevole", ("Input.Person.FirstName", "Paul"), ("Input.Person.Contacts[0].Value", "06 39"),
            ("Input.Person.Commune", "Redon"), ("Input.Transport", "Car"), ("Input.MaxTravelMinutes", "500")));

        Assert.Equal(["#Input_MaxTravelMinutes", "#Input_Person_Contacts_0__Value"], page.QuerySelectorAll(".trouble a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.Equal("06 39", ((IHtmlInputElement)page.GetElementById("Input_Person_Contacts_0__Value")!).Value);
        Assert.Equal(0, await _desk.LookAsync(db => db.Volunteers.CountAsync(Ct)));
    }

    [Fact]
    public async Task Ticked_boxes_become_hours_and_are_said_in_words()
    {
        var anne = await _desk.VolunteerAsync("Anne", "Lebrun");
        var path = $"/coordination/benevole/{anne.Value}";

        await _desk.PostAsync(path, "Horaires", ("Grid.Ticks", "2-Morning"), ("Grid.Ticks", "4-Afternoon"), ("Grid.NotInSchoolHolidays", "true"), ("Grid.EveryOtherWeekFrom", "1/12"));

        var after = await _desk.LookAsync(db => db.Volunteers.SingleAsync(v => v.Id == anne, Ct));
        Assert.Equal("Tu 08:00-12:00; Th 14:00-18:00; SH off", after.Hours);
        Assert.Equal(new LocalDate(2026, 12, 1), after.EveryOtherWeekFrom);
        var page = await Claire.ReadAsync(path);
        Assert.Contains("une semaine sur deux", Desk.Said(page), StringComparison.Ordinal);
        Assert.Equal(["2-Morning", "4-Afternoon"], page.QuerySelectorAll<IHtmlInputElement>("input[name='Grid.Ticks']").Where(i => i.IsChecked).Select(i => i.Value));
        Assert.Contains("Cochez au moins un moment", Desk.Said(await Visitor.PageOf(await _desk.PostAsync(path, "Horaires"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_seen_is_noted_and_a_state_moves()
    {
        var anne = await _desk.VolunteerAsync("Anne", "Lebrun");
        var path = $"/coordination/benevole/{anne.Value}";

        await _desk.PostAsync(path, "Controle", ("Check.Kind", "formation"), ("Check.SeenOn", "20/11"), ("Check.ValidUntil", "20/11/2027"));
        await _desk.PostAsync(path, "Etat", ("state", "Paused"));

        var after = await _desk.LookAsync(db => db.Volunteers.Include(v => v.Checks).SingleAsync(v => v.Id == anne, Ct));
        Assert.Equal(new LocalDate(2026, 11, 20), after.Checks.Single(c => c.Kind == "formation").SeenOn);
        Assert.Equal(PersonState.Paused, after.State);
        await _desk.PostAsync(path, "Etat", ("state", "Deceased"));
        Assert.Equal(PersonState.Paused, await _desk.LookAsync(db => db.Volunteers.Where(v => v.Id == anne).Select(v => v.State).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_pause_rests_her_requests_until_she_is_back()
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        var request = await _desk.RequestAsync(yvonne);
        var path = $"/coordination/beneficiaire/{yvonne.Value}";

        await _desk.PostAsync(path, "Absence", ("Away.From", "aujourd'hui"), ("Away.Until", "10/12"));
        Assert.Equal(App.Requests.RequestState.Cancelled, await StateAsync());
        await _desk.PostAsync(path, "Retour");
        Assert.Equal(App.Requests.RequestState.Open, await StateAsync());

        Task<App.Requests.RequestState> StateAsync() => _desk.LookAsync(db => db.HelpRequests.Where(r => r.Id == request).Select(r => r.State).SingleAsync(Ct));
    }

    [Fact]
    public async Task Carers_and_exclusions_are_added_and_an_exclusion_is_lifted()
    {
        var (yvonne, anne) = (await _desk.BeneficiaryAsync("Yvonne", "Guého"), await _desk.VolunteerAsync("Anne", "Lebrun"));
        var path = $"/coordination/beneficiaire/{yvonne.Value}";

        await _desk.PostAsync(path, "Proche", ("Carer.LastName", "Guého"), ("Carer.FirstName", "Luc"), ("Carer.Kind", "Relative"), ("Carer.Landline", "02 99 71 99 03"), ("Carer.IsEmergency", "true"));
        await _desk.PostAsync(path, "Exclure", ("Exclusion.Volunteer", anne.Value.ToString()), ("Exclusion.By", "Beneficiary"));

        var page = Desk.Said(await Claire.ReadAsync(path));
        Assert.Contains("Luc Guého (famille) 02 99 71 99 03 à prévenir", page, StringComparison.Ordinal);
        Assert.Contains("Anne Lebrun (la personne aidée)", page, StringComparison.Ordinal);
        var exclusion = await _desk.LookAsync(db => db.Exclusions.SingleAsync(Ct));
        await _desk.PostAsync(path, "Lever", ("exclusion", exclusion.Id.Value.ToString()));
        Assert.Equal(0, await _desk.LookAsync(db => db.Exclusions.CountAsync(Ct)));
    }

    [Fact]
    public async Task What_she_may_ask_of_her_volunteers_is_kept_and_practical_needs_only_with_her_agreement()
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        var path = $"/coordination/beneficiaire/{yvonne.Value}/modifier";
        var page = await Claire.ReadAsync(path);
        var typed = Typed(page, ("Input.RequiresSex", "Female"), ("Input.PracticalNeeds", "escaliers"));

        var refused = await Visitor.PageOf(await Claire.SendAsync(page, path, typed));
        Assert.Equal("#Input_PracticalNeedsAgreed", Assert.Single(refused.QuerySelectorAll(".trouble a")).GetAttribute("href"));
        await Claire.FillInAsync(path, [.. typed, ("Input.PracticalNeedsAgreed", "true")]);

        var after = await _desk.LookAsync(db => db.Beneficiaries.SingleAsync(b => b.Id == yvonne, Ct));
        Assert.Equal((Sex.Female, "escaliers"), (after.RequiresSex, after.PracticalNeedCodes));
    }

    [Fact]
    public async Task The_search_at_the_top_of_each_page_leads_to_files()
    {
        var anne = await _desk.VolunteerAsync("Anne", "Lebrun");
        var top = (IHtmlFormElement)(await Claire.ReadAsync("/coordination")).QuerySelector("form[role=search]")!;

        var found = await Visitor.PageOf(await Claire.PostAsync(top.GetAttribute("action")!, ("__jeton", top.QuerySelector("[name=__jeton]")!.GetAttribute("value")!), ("texte", "lebrun anne")));

        Assert.NotNull(found.QuerySelector($"main a[href='/coordination/benevole/{anne.Value}']"));
    }

    [Fact]
    public async Task A_file_of_another_territory_and_one_that_does_not_exist_are_the_same()
    {
        var elsewhere = (await _desk.BeneficiaryAsync("Yvonne", "Guého", await _desk.AnotherTerritoryAsync())).Value;
        foreach (var id in new[] { elsewhere, Guid.NewGuid() })
            foreach (var path in new[] { $"/coordination/beneficiaire/{id}", $"/coordination/beneficiaire/{id}/modifier", $"/coordination/benevole/{id}", $"/coordination/benevole/{id}/modifier", $"/coordination/personne/{id}", $"/coordination/absence/{id}" })
                Assert.Equal(HttpStatusCode.NotFound, (await Claire.GetAsync(path)).StatusCode);
    }

    private static string[] Values(IHtmlDocument page) => [.. page.QuerySelectorAll<IHtmlInputElement>("input[name$='].Value']").Select(i => i.Value)];

    private Task<List<string>> ContactsAsync(BeneficiaryId id) => _desk.LookAsync(async db =>
        (await db.Beneficiaries.Include(b => b.Person).ThenInclude(p => p.Contacts).SingleAsync(b => b.Id == id, Ct)).Person.Contacts.Select(c => $"{c.Value} {c.Label}".Trim()).ToList());

    /// <summary>Her landline, a mobile at her daughter's, a second landline and an e-mail address.</summary>
    private async Task<BeneficiaryId> WithContactsAsync()
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        var path = $"/coordination/beneficiaire/{yvonne.Value}/modifier";
        foreach (var (at, value, label) in ((int, string, string)[])[(1, "06 39 98 01 21", "chez ma fille"), (2, "02 99 71 99 05", ""), (3, "Yvonne@Exemple.fr", "")])
            await Claire.FillInAsync(path, Typed(await Claire.ReadAsync(path), ($"Input.Person.Contacts[{at}].Value", value), ($"Input.Person.Contacts[{at}].Label", label)));
        return yvonne;
    }

    /// <summary>All that the page's form holds, as a browser would send it back, with some answers changed.</summary>
    private static (string Name, string Value)[] Typed(IHtmlDocument page, params (string Name, string Value)[] changed)
    {
        IEnumerable<(string Name, string Value)> held =
        [
            .. page.QuerySelectorAll<IHtmlInputElement>("main form input:not([type=hidden])").Where(i => i.Type != "checkbox" || i.IsChecked).Select(i => (i.Name!, i.Value)),
            .. page.QuerySelectorAll<IHtmlSelectElement>("main form select").Select(s => (s.Name!, s.Value ?? "")),
            .. page.QuerySelectorAll<IHtmlTextAreaElement>("main form textarea").Select(t => (t.Name!, t.Value)),
        ];
        return [.. held.Where(h => changed.All(c => c.Name != h.Name)), .. changed];
    }
}
