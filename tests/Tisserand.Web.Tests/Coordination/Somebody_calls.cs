using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Coordination;

public sealed class Somebody_calls : IAsyncLifetime
{
    private const string Path = "/coordination/nouvel-appel";
    private Desk _desk = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Visitor Claire => _desk.Claire;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_person_not_known_yet_has_her_file_her_request_and_volunteers_in_one_submit()
    {
        await _desk.VolunteerAsync("Anne", "Lebrun");

        var answer = await Claire.FillInAsync(Path, [.. NewPerson, ("Input.Need", "courses"), ("Input.Day", "3/12"), ("Input.From", "10 h")]);

        var request = await OnlyRequestAsync();
        Assert.Equal($"/coordination/demande/{request.Id.Value}", answer.Headers.Location!.OriginalString);
        Assert.Equal(RequestState.Open, request.State);
        Assert.Equal(new LocalDateTime(2026, 12, 3, 10, 0), request.EarliestStart.Local());
        Assert.Equal("Yvonne Guého", request.Beneficiary!.Person.FullName);
        Assert.Single(request.Proposals);
        Assert.Contains("Bénévoles proposés : 1", (await Claire.ReadAsync(answer.Headers.Location.OriginalString)).QuerySelector(".note p")!.TextContent, StringComparison.Ordinal);
        Assert.True(await _desk.Site.InAsync(s => s.GetRequiredService<TisserandDb>().ConsentEntries.AnyAsync(c => c.Wording == TakeCall.Wording, Ct)));
    }

    [Theory]
    [InlineData("guého")]
    [InlineData("02 99 71 12 01")]
    [InlineData("essais")]
    public async Task Somebody_known_is_found_by_name_number_or_street_and_nothing_of_it_stands_in_an_address(string typed)
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");

        var found = await Visitor.PageOf(await _desk.PostAsync(Path, "Chercher", ("Search", typed)));

        Assert.NotNull(found.QuerySelector($"main button[name=personne][value='{yvonne.Value}']"));
        Assert.Equal("post", ((IHtmlFormElement)found.QuerySelector("main form")!).Method);
    }

    [Fact]
    public async Task A_known_person_is_not_asked_who_she_is()
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        var page = await Claire.ReadAsync($"{Path}?personne={yvonne.Value}");

        Assert.Contains("02 99 71 12 01", page.QuerySelector("main .facts")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.GetElementById("Input_Phone"));
        var answer = await Claire.SendAsync(page, $"{Path}?personne={yvonne.Value}", ("Input.Need", "courses"), ("Input.Day", "3/12"), ("Input.From", "9h"), ("Input.Until", "12h"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var request = await OnlyRequestAsync();
        Assert.Equal((new LocalTime(9, 0), new LocalTime(12, 0)), (request.EarliestStart.Local().TimeOfDay, request.LatestStart.Local().TimeOfDay));
        Assert.Equal(yvonne, request.BeneficiaryId);
    }

    [Fact]
    public async Task A_trip_in_two_legs_to_an_appointment_makes_two_requests()
    {
        await Claire.FillInAsync(Path, [.. NewPerson, ("Input.Need", "transport"), ("Input.Day", "3/12"), ("Input.Appointment", "14h30"),
            ("Input.Trip", "legs"), ("Input.DestinationCommune", "Allaire 56350"), ("Input.ReturnAt", "16h")]);

        var trips = await _desk.Site.InAsync(s => s.GetRequiredService<TisserandDb>().HelpRequests.OrderBy(r => r.EarliestStart).ToListAsync(Ct));
        Assert.Equal([TripKind.OutwardLeg, TripKind.ReturnLeg], trips.Select(r => r.Trip));
        Assert.Equal(new LocalTime(14, 30), trips[0].AppointmentAt!.Value.Local().TimeOfDay);
        Assert.True(trips[0].EarliestStart < trips[0].AppointmentAt);
        Assert.Equal(new LocalTime(16, 0), trips[1].EarliestStart.Local().TimeOfDay);
    }

    [Fact]
    public async Task A_need_that_comes_back_is_a_series_with_its_first_requests()
    {
        var answer = await Claire.FillInAsync(Path, [.. NewPerson, ("Input.Need", "visite"), ("Input.Day", "3/12"), ("Input.From", "15h"),
            ("Input.Repeat", "fortnight"), ("Input.RepeatDays", "TH"), ("Input.RepeatUntil", "31/12/2026")]);

        var (series, requests) = await _desk.Site.InAsync(async s =>
        {
            var db = s.GetRequiredService<TisserandDb>();
            return (await db.RecurringNeeds.SingleAsync(Ct), await db.HelpRequests.OrderBy(r => r.EarliestStart).ToListAsync(Ct));
        });
        Assert.Equal("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", series.Rule);
        Assert.Equal([new LocalDate(2026, 12, 3), new LocalDate(2026, 12, 17)], requests.Select(r => r.EarliestStart.LocalDay()));
        Assert.Equal($"/coordination/demande/{requests[0].Id.Value}", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_appointment_that_comes_back_keeps_its_hour_and_the_pick_up_is_worked_out()
    {
        await Claire.FillInAsync(Path, [.. NewPerson, ("Input.Need", "transport"), ("Input.Day", "3/12"), ("Input.Appointment", "14h30"), ("Input.Trip", "simple"),
            ("Input.DestinationCommune", "Allaire 56350"), ("Input.Repeat", "week"), ("Input.RepeatUntil", "10/12/2026")]);

        var requests = await _desk.LookAsync(db => db.HelpRequests.OrderBy(r => r.EarliestStart).ToListAsync(Ct));
        Assert.Equal([new LocalDate(2026, 12, 3), new LocalDate(2026, 12, 10)], requests.Select(r => r.EarliestStart.LocalDay()));
        Assert.All(requests, r => Assert.Equal(new LocalTime(14, 30), r.AppointmentAt!.Value.Local().TimeOfDay));
        Assert.All(requests, r => Assert.True(r.EarliestStart < r.AppointmentAt));
    }

    [Fact]
    public async Task A_trip_in_two_legs_that_comes_back_is_two_series_and_needs_the_hour_of_the_way_back()
    {
        (string, string)[] typed = [.. NewPerson, ("Input.Need", "transport"), ("Input.Day", "3/12"), ("Input.From", "14h"), ("Input.Trip", "legs"),
            ("Input.DestinationCommune", "Allaire 56350"), ("Input.DestinationAddress", "Salle des fêtes"), ("Input.Repeat", "week")];

        Assert.Equal("#Input_ReturnAt", (await Visitor.PageOf(await Claire.FillInAsync(Path, typed))).QuerySelector(".trouble a")!.GetAttribute("href"));
        await Claire.FillInAsync(Path, [.. typed, ("Input.ReturnAt", "17h")]);

        var series = await _desk.LookAsync(db => db.RecurringNeeds.ToListAsync(Ct));
        var (there, back) = (series.Single(s => s.Trip == TripKind.OutwardLeg), series.Single(s => s.Trip == TripKind.ReturnLeg));
        Assert.Equal((new LocalTime(14, 0), new LocalTime(17, 0)), (there.StartsAt, back.StartsAt));
        Assert.Equal((there.DestinationInsee, there.DestinationAddress), (back.PlaceInsee, back.PlaceStreet));
        Assert.Equal((Desk.InRedon, "4 rue des Essais"), (back.DestinationInsee, back.DestinationAddress));
    }

    [Fact]
    public async Task A_carer_who_calls_leads_to_the_person_she_cares_for()
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        await _desk.PostAsync($"/coordination/beneficiaire/{yvonne.Value}", "Proche",
            ("Carer.LastName", "Hervé"), ("Carer.FirstName", "Luc"), ("Carer.Kind", "Neighbour"), ("Carer.Landline", "02 99 71 99 03"));

        var found = await Visitor.PageOf(await _desk.PostAsync(Path, "Chercher", ("Search", "02 99 71 99 03")));

        Assert.Equal("Demande pour Yvonne Guého", found.QuerySelector($"main button[name=personne][value='{yvonne.Value}']")!.TextContent);
    }

    [Fact]
    public async Task Bad_input_is_said_field_by_field_everything_typed_stays_and_nothing_is_stored()
    {
        var answer = await Claire.FillInAsync(Path, ("Input.LastName", "Guého"), ("Input.Phone", "02 99"), ("Input.Commune", "Nullepart"), ("Input.Need", "courses"),
            ("Input.Words", "Du pain <et> du lait"), ("Input.Day", "31/02"), ("Input.From", "25 h"), ("Input.People", "deux"), ("Input.Repeat", "month"), ("Input.Urgent", "true"), ("Input.DestinationCommune", " , "));
        var page = await Visitor.PageOf(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["#Input_Agreed", "#Input_Commune", "#Input_Day", "#Input_DestinationCommune", "#Input_From", "#Input_People", "#Input_Phone"],
            page.QuerySelectorAll(".trouble a").Select(a => a.GetAttribute("href")!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal("Guého", ((IHtmlInputElement)page.GetElementById("Input_LastName")!).Value);
        Assert.Equal("Du pain <et> du lait", ((IHtmlTextAreaElement)page.GetElementById("Input_Words")!).Value);
        Assert.Equal("courses", ((IHtmlSelectElement)page.GetElementById("Input_Need")!).Value);
        Assert.Equal("month", ((IHtmlSelectElement)page.GetElementById("Input_Repeat")!).Value);
        Assert.True(((IHtmlInputElement)page.GetElementById("Input_Urgent")!).IsChecked);
        Assert.Equal(0, await _desk.Site.InAsync(s => s.GetRequiredService<TisserandDb>().Beneficiaries.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_need_that_is_refused_opens_no_file()
    {
        var page = await Visitor.PageOf(await Claire.FillInAsync(Path, [.. NewPerson, ("Input.Need", "transport"), ("Input.Day", "3/12"), ("Input.From", "10h"), ("Input.Trip", "simple")]));

        Assert.Equal("#Input_DestinationCommune", Assert.Single(page.QuerySelectorAll(".trouble a")).GetAttribute("href"));
        Assert.Equal(0, await _desk.Site.InAsync(s => s.GetRequiredService<TisserandDb>().Beneficiaries.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_same_form_sent_twice_acts_once()
    {
        var page = await Claire.ReadAsync(Path);
        (string, string)[] typed = [.. NewPerson, ("Input.Need", "courses"), ("Input.Day", "3/12"), ("Input.From", "10h")];

        var first = await Claire.SendAsync(page, Path, typed);
        var second = await Claire.SendAsync(page, Path, typed);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        await OnlyRequestAsync();
    }

    [Fact]
    public async Task Somebody_of_another_territory_is_neither_found_nor_opened()
    {
        var elsewhere = await _desk.BeneficiaryAsync("Yvonne", "Guého", await _desk.AnotherTerritoryAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await Claire.GetAsync($"{Path}?personne={elsewhere.Value}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Claire.GetAsync($"{Path}?personne={Guid.NewGuid()}")).StatusCode);
    }

    private static (string, string)[] NewPerson =>
        [("Input.LastName", "Guého"), ("Input.FirstName", "Yvonne"), ("Input.Phone", "02 99 71 99 01"), ("Input.Commune", "Redon"), ("Input.Street", "4 rue des Essais"), ("Input.Agreed", "true")];

    private Task<HelpRequest> OnlyRequestAsync() => _desk.Site.InAsync(s => s.GetRequiredService<TisserandDb>().HelpRequests
        .Include(r => r.Beneficiary!.Person).Include(r => r.Proposals).AsSplitQuery().SingleAsync(Ct));
}
