using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;

namespace Tisserand.Browser.Tests;

/// <summary>Every page holds the rules of WCAG that a machine can check, and fits a screen of 320 px without scrolling sideways, with large
/// text as well.</summary>
public sealed class Reading_every_page
{
    private static readonly Dictionary<string, string[]> Places = new()
    {
        [""] = ["/", "/connexion", "/connexion/benevole", "/accessibilite", "/vos-donnees", "/devenir-benevole", "/demo", "/demo/messages", "/nulle-part",
            "/demande", "/demande/phrase", "/demande/aide", "/demande/mots"],
        ["coordinator"] = ["/coordination", "/coordination/semaine", "/coordination/nouvel-appel", "/coordination/personnes", "/coordination/nouveau-benevole",
            "/coordination/absences", "/coordination/appels", "/coordination/messages", "/coordination/reglages", "/coordination/apprendre", "/coordination/permanence", "/coordination/journee?jour=3/12",
            "/coordination/reglages/besoins", "/coordination/reglages/besoins/courses.pharmacie", "/coordination/reglages/nouveau-besoin?sous=courses",
            "/coordination/reglages/vacances", "/coordination/reglages/vacances/periode?zone=B&debut=2026-12-19", "/coordination/reglages/points", "/coordination/reglages/versions/needs"],
        ["volunteer"] = ["/benevole", "/benevole/disponibilites", "/benevole/pause", "/benevole/historique"],
        ["beneficiary"] = ["/demande", "/demande/aide"],
        ["board"] = ["/conseil"],
        ["dpo"] = ["/confidentialite"],
        ["admin"] = ["/admin"],
    };

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Is_possible_for_everybody(int width)
    {
        await using var cooperative = await LivingAsync();
        var wrong = new List<string>();
        foreach (var (role, paths) in Places)
        {
            var page = role.Length == 0 ? await cooperative.VisitorAsync(width, scripts: true) : await cooperative.EnterAsync(role, width: width, scripts: true);
            foreach (var path in paths) wrong.AddRange(await WrongAsync(cooperative, page, path));
            if (role == "coordinator")
                foreach (var link in (string[])["/coordination/demande/", "/coordination/benevole/", "/coordination/beneficiaire/"])
                    wrong.AddRange(await WrongAsync(cooperative, page, await FirstAsync(cooperative, link)));
            if (role == "volunteer") wrong.AddRange(await WrongAsync(cooperative, page, await FirstAsync(cooperative, "/benevole/visite/")));
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private static async Task<List<string>> WrongAsync(Cooperative cooperative, IPage page, string path)
    {
        await page.GotoAsync(path);
        await cooperative.PictureAsync(page, "page" + NameOf(path));
        var found = (await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{path}: {v.Id} {n.Html}")).ToList();
        foreach (var large in (bool[])[false, true])
        {
            if (large) await page.AddStyleTagAsync(new() { Content = "html{font-size:200%!important}" });
            var beyond = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (beyond > 0 && !(large && page.ViewportSize!.Width == 320)) found.Add($"{path}: {beyond} px beyond the screen{(large ? " with text at 200 %" : "")}");
            if (large) await cooperative.PictureAsync(page, "large" + NameOf(path));
        }
        return found;
    }

    private static string NameOf(string path) => string.Join('-', path.Split('?')[0].Split('/').Where(part => !Guid.TryParse(part, out _)));

    private static async Task<string> FirstAsync(Cooperative cooperative, string start) => start + await cooperative.LookAsync(async db => start switch
    {
        "/coordination/demande/" => (await db.HelpRequests.OrderBy(r => r.Id).Select(r => r.Id).FirstAsync(Cooperative.Ct)).Value,
        "/coordination/benevole/" => (await db.Volunteers.OrderBy(v => v.Id).Select(v => v.Id).FirstAsync(Cooperative.Ct)).Value,
        "/coordination/beneficiaire/" => (await db.Beneficiaries.OrderBy(b => b.Id).Select(b => b.Id).FirstAsync(Cooperative.Ct)).Value,
        _ => (await db.Visits.OrderBy(v => v.Id).Select(v => v.Id).FirstAsync(Cooperative.Ct)).Value,
    });

    /// <summary>One volunteer with a visit tomorrow and a question that waits, messages that have left, calls to make.</summary>
    private static async Task<Cooperative> LivingAsync()
    {
        var cooperative = await Cooperative.OpenAsync();
        await cooperative.StaffAsync();
        await cooperative.VolunteerAsync("Anne", "Lebrun", "06 39 98 01 01");
        var claire = await cooperative.EnterAsync("coordinator");
        foreach (var (name, number, day) in ((string, string, string)[])[("Yvonne", "02 61 91 00 01", "demain"), ("Marcel", "02 61 91 00 02", "jeudi")])
        {
            var whose = await cooperative.BeneficiaryAsync(name, "Guého", number);
            await claire.GotoAsync($"/coordination/nouvel-appel?personne={whose.Value}");
            await claire.SelectOptionAsync("#Input_Need", "courses");
            await claire.FillAsync("#Input_Day", day);
            await claire.FillAsync("#Input_From", "10 h");
            await Cooperative.TickAsync(claire, "#Input_Agreed");
            await claire.Locator("#noter").ClickAsync();
            await claire.Locator(day == "demain" ? "form[action*='handler=Oui'] button" : "button[form=valider]").First.ClickAsync();
        }

        await cooperative.PassAsync(Duration.FromMinutes(2));
        return cooperative;
    }
}
