using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using Tisserand.App.Visits;

namespace Tisserand.Browser.Tests;

/// <summary>Anne had promised two visits this week; she calls on Monday, ill.</summary>
public sealed class A_volunteer_falls_ill
{
    [Fact]
    public async Task Her_visits_are_given_to_others_from_one_screen_without_scripts()
    {
        await using var cooperative = await Cooperative.OpenAsync();
        var anne = await cooperative.VolunteerAsync("Anne", "Lebrun", "06 39 98 01 01");
        var paul = await cooperative.VolunteerAsync("Paul", "Gicquel", "06 39 98 01 02");
        var claire = await cooperative.EnterAsync("coordinator");
        await PromisedAsync(cooperative, claire, "Yvonne", "02 61 91 00 01", "jeudi");
        await PromisedAsync(cooperative, claire, "Marcel", "02 61 91 00 02", "vendredi");

        // One call from Anne, one note.
        await claire.GotoAsync("/coordination/personnes");
        await claire.FillAsync("main #texte", "lebrun");
        await claire.Locator("main form button.btn").ClickAsync();
        await claire.Locator($"a[href='/coordination/benevole/{anne.Value}']").ClickAsync();
        await claire.FillAsync("#Absence_From", "aujourd’hui");
        await claire.FillAsync("#Absence_Until", "10/12");
        await cooperative.PictureAsync(claire, "dossier-benevole");
        await claire.Locator("form:has(#Absence_From) button").ClickAsync();

        // One screen with the best replacement for each visit; one send.
        Assert.Contains("/coordination/absence/", claire.Url, StringComparison.Ordinal);
        await Assertions.Expect(claire.Locator("#Ticks li")).ToHaveCountAsync(2);
        await Assertions.Expect(claire.Locator("#Ticks input:checked")).ToHaveCountAsync(2);
        await Assertions.Expect(claire.Locator("#Ticks li").First).ToContainTextAsync("Paul Gicquel");
        await cooperative.PictureAsync(claire, "remplacer");
        await claire.Locator("#Ticks button.btn").ClickAsync();
        await cooperative.PassAsync(Duration.FromMinutes(2));

        // Paul says yes twice, on his telephone.
        var screen = await cooperative.EnterAsync(390, paul);
        await cooperative.PictureAsync(screen, "benevole-questions");
        for (var visit = 0; visit < 2; visit++)
        {
            await screen.GotoAsync("/benevole");
            await screen.Locator("button[name=reponse][value=oui]").First.ClickAsync();
            await Assertions.Expect(screen.Locator("main")).ToContainTextAsync("Merci, c’est vous");
        }

        await claire.GotoAsync("/coordination/semaine");
        await Assertions.Expect(claire.Locator("main")).ToContainTextAsync("Paul Gicquel");
        var visits = await cooperative.LookAsync(db => db.Visits.Where(v => v.State == VisitState.Planned).Select(v => v.VolunteerId).ToListAsync(Cooperative.Ct));
        Assert.Equal([paul, paul], visits);
    }

    /// <summary>Claire takes the call, rings Anne at once, and notes her yes.</summary>
    private static async Task PromisedAsync(Cooperative cooperative, IPage claire, string firstName, string landline, string day)
    {
        var whose = await cooperative.BeneficiaryAsync(firstName, "Guého", landline);
        await claire.GotoAsync($"/coordination/nouvel-appel?personne={whose.Value}");
        await claire.SelectOptionAsync("#Input_Need", "courses");
        await claire.FillAsync("#Input_Day", day);
        await claire.FillAsync("#Input_From", "10 h");
        await Cooperative.TickAsync(claire, "#Input_Agreed");
        await claire.Locator("#noter").ClickAsync();
        await claire.Locator("li:has(h3:has-text('Anne Lebrun')) form[action*='handler=Oui'] button").ClickAsync();
        await Assertions.Expect(claire.Locator("main")).ToContainTextAsync("prévue");
    }
}
