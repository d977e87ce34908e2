using Microsoft.Playwright;
using NodaTime;

namespace Tisserand.Browser.Tests;

/// <summary>Yvonne calls on Monday 30 November 2026; Anne goes shopping with her on Thursday. Nobody has scripts.</summary>
public sealed class A_request_from_the_call_to_the_thank_you
{
    private const int Telephone = 390;

    [Fact]
    public async Task Is_taken_matched_answered_visited_and_told_by_hand_without_scripts()
    {
        await using var cooperative = await Cooperative.OpenAsync();
        var whom = await cooperative.VolunteerAsync("Anne", "Lebrun", "", email: "anne@exemple.fr");
        var paul = await cooperative.VolunteerAsync("Paul", "Gicquel", "06 39 98 01 02", hours: "Mo,Tu 08:00-12:00");
        var claire = await cooperative.EnterAsync("coordinator");

        // The call.
        await claire.GotoAsync("/coordination/nouvel-appel");
        await claire.FillAsync("#Input_LastName", "Guého");
        await claire.FillAsync("#Input_FirstName", "Yvonne");
        await claire.FillAsync("#Input_Phone", "02 61 91 00 01");
        await claire.FillAsync("#Input_Commune", "Redon");
        await claire.FillAsync("#Input_Street", "12 rue des Canaris");
        await claire.SelectOptionAsync("#Input_Need", "courses");
        await claire.FillAsync("#Input_Words", "Je ne peux plus porter mes sacs");
        await claire.FillAsync("#Input_Day", "jeudi");
        await claire.FillAsync("#Input_From", "10 h");
        await Cooperative.TickAsync(claire, "#Input_Agreed");
        await cooperative.PictureAsync(claire, "appel");
        await claire.Locator("#noter").ClickAsync();

        // Proposals with their reasons, and why not Paul.
        await Assertions.Expect(claire.Locator(".person h3")).ToHaveTextAsync(["Anne Lebrun"]);
        Assert.NotEqual(0, await claire.Locator(".reasons li").CountAsync());
        var request = new Uri(claire.Url).AbsolutePath;
        await claire.SelectOptionAsync("#pourquoi", $"{paul.Value}");
        await claire.Locator("form:has(#pourquoi) button").ClickAsync();
        await Assertions.Expect(claire.Locator("section[aria-labelledby=pas] li").First).ToBeVisibleAsync();
        await cooperative.PictureAsync(claire, "demande");

        // Validation, and the wave.
        await claire.Locator("button[form=valider]").ClickAsync();
        await cooperative.PassAsync(Duration.FromMinutes(2));
        await claire.GotoAsync(request);
        await Assertions.Expect(claire.Locator("table.stack")).ToContainTextAsync("Anne Lebrun");

        // Anne answers on her telephone, from the message.
        var anne = await cooperative.VisitorAsync(Telephone, 844);
        await anne.GotoAsync("/demo/messages");
        await anne.Locator("li:has-text('Anne Lebrun') a[href^='/reponse/']").First.ClickAsync();
        await Assertions.Expect(anne.Locator("main")).Not.ToContainTextAsync("Guého");
        await cooperative.PictureAsync(anne, "reponse");
        await anne.GetByRole(AriaRole.Button, new() { Name = "Oui, je peux" }).ClickAsync();
        await Assertions.Expect(anne.Locator("h1")).ToHaveTextAsync("Merci, c’est vous !");
        await Assertions.Expect(anne.Locator("main")).ToContainTextAsync("Yvonne G.");
        await cooperative.PictureAsync(anne, "reponse-oui");

        // Claire sees the visit.
        await cooperative.PassAsync(Duration.FromMinutes(2));
        await claire.GotoAsync(request);
        await Assertions.Expect(claire.Locator("main")).ToContainTextAsync("prévue");
        await claire.GotoAsync("/coordination/semaine");
        await Assertions.Expect(claire.Locator("main")).ToContainTextAsync("Anne Lebrun");
        await cooperative.PictureAsync(claire, "semaine");

        // The evening before, the reminder; then address and number, behind her sign-in.
        await cooperative.PassAsync(cooperative.Until("2026-12-02T18:01"));
        await anne.GotoAsync("/demo/messages");
        await Assertions.Expect(anne.Locator("main ul.list")).ToContainTextAsync("Rappel");
        claire = await cooperative.EnterAsync("coordinator");       // half an hour without a click, and she is out
        await claire.GotoAsync(request);
        await Assertions.Expect(claire.Locator("table.stack")).ToContainTextAsync("rappel");
        anne = await cooperative.EnterAsync(Telephone, whom);
        await Assertions.Expect(anne.Locator("main")).ToContainTextAsync("12 rue des Canaris");
        await cooperative.PictureAsync(anne, "benevole");

        // After the visit, one question; Claire reads the answer.
        await cooperative.PassAsync(cooperative.Until("2026-12-03T13:00"));
        await anne.GotoAsync("/benevole");
        await anne.GetByRole(AriaRole.Link, new() { Name = "Répondre (30 secondes)" }).ClickAsync();
        await Cooperative.TickAsync(anne, "input[name='Input.TookPlace'][value=oui]");
        await Cooperative.TickAsync(anne, "input[name='Input.Rating'][value='5']");
        await anne.Locator("#Input_Words").FillAsync("Nous avons bien ri.");
        await cooperative.PictureAsync(anne, "raconter");
        await anne.Locator("#raconter button").ClickAsync();
        await Assertions.Expect(anne.Locator("main")).ToContainTextAsync("Merci");
        claire = await cooperative.EnterAsync("coordinator");
        await claire.GotoAsync(request);
        await Assertions.Expect(claire.Locator("main")).ToContainTextAsync("Nous avons bien ri.");
        await Assertions.Expect(claire.Locator("main")).ToContainTextAsync("faite");
        await cooperative.PictureAsync(claire, "demande-finie");
    }
}
