using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using Tisserand.App;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.Browser.Tests;

/// <summary>Every page holds the rules of WCAG that a machine can check, and fits its screen without scrolling sideways: 320 px, and 390 px or a
/// desk with text twice as large.</summary>
public sealed class Reading_every_page
{
    private const int Telephone = 390, Narrowest = 320;

    private static readonly Dictionary<string, string[]> Places = new()
    {
        [""] = ["/", "/connexion", "/connexion/benevole", "/accessibilite", "/vos-donnees", "/devenir-benevole", "/demo", "/demo/messages", "/nulle-part", "/demande", "/demande/mots"],
        ["coordinator"] = ["/coordination", "/coordination/semaine", "/coordination/personnes", "/coordination/nouveau-benevole",
            "/coordination/absences", "/coordination/appels", "/coordination/messages", "/coordination/reglages", "/coordination/apprendre", "/coordination/permanence", "/coordination/journee?jour=3/12",
            "/coordination/avis", "/coordination/danger", "/coordination/reglages/besoins", "/coordination/reglages/besoins/courses.pharmacie",
            "/coordination/reglages/nouveau-besoin?sous=courses", "/coordination/reglages/vacances", "/coordination/reglages/vacances/periode?zone=B&debut=2026-12-19",
            "/coordination/reglages/points", "/coordination/reglages/versions/needs"],
        ["volunteer"] = ["/benevole", "/benevole/pause", "/benevole/historique"],
        ["beneficiary"] = ["/demande", "/demande/aide"],
        ["board"] = ["/conseil"],
        ["dpo"] = ["/confidentialite"],
        ["admin"] = ["/admin"],
    };

    private static readonly (string Field, string Said)[] Said =
    [
        ("#Said", "Pouvez-vous m’emmener chez le kiné à Redon jeudi à 14 h 30 ?"), ("#Name", "Odette Rio"), ("#Phone", "02 61 91 00 07"), ("#Commune", "Redon"), ("#Street", "3 rue du Port"),
    ];

    [Theory]
    [InlineData(Telephone)]
    [InlineData(1280)]
    public async Task Is_possible_for_everybody(int width)
    {
        await using var cooperative = await LivingAsync();
        var wrong = new List<string>();
        foreach (var (role, paths) in Places)
        {
            var page = role.Length == 0 ? await cooperative.VisitorAsync(width, scripts: true) : await cooperative.EnterAsync(role, width: width, scripts: true);
            foreach (var path in paths) wrong.AddRange(await WrongAsync(cooperative, page, path));
            if (role.Length == 0) wrong.AddRange(await AskingAsync(cooperative, page));
            if (role == "coordinator")
            {
                foreach (var link in (string[])["/coordination/demande/", "/coordination/brouillon/", "/coordination/alerte/", "/coordination/benevole/", "/coordination/beneficiaire/"])
                    wrong.AddRange(await WrongAsync(cooperative, page, await FirstAsync(cooperative, link)));
                wrong.AddRange(await SayingAsync(cooperative, page, "/coordination/nouvel-appel", "#Input_Words", "Madame Guého, au 02 61 91 00 01 : le kiné à Redon jeudi à 14h30, et des courses vendredi matin", "#p-lu"));
            }
            if (role == "volunteer")
            {
                wrong.AddRange(await WrongAsync(cooperative, page, await FirstAsync(cooperative, "/benevole/visite/")));
                wrong.AddRange(await SayingAsync(cooperative, page, "/benevole/disponibilites", "#InWords", "le lundi et le jeudi matin, et un samedi sur deux de 14h à 17h", "#compris"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>A request from its first sentence on, and the answer of a volunteer who opens her message.</summary>
    private static async Task<List<string>> AskingAsync(Cooperative cooperative, IPage page)
    {
        await page.GotoAsync("/demo/messages");
        var wrong = await WrongAsync(cooperative, page, (await page.Locator("a[href^='/reponse/']").First.GetAttributeAsync("href"))!);
        await page.GotoAsync("/demande/phrase");
        for (var path = ""; path != "/demande/merci" && path != new Uri(page.Url).AbsolutePath;)
        {
            path = new Uri(page.Url).AbsolutePath;
            wrong.AddRange(await LookAsync(cooperative, page, path));
            foreach (var (field, said) in Said)
                if (await page.Locator(field).CountAsync() > 0) await page.FillAsync(field, said);
            if (await page.Locator("main :is([type=radio], #Agreed)").CountAsync() > 0) await page.Locator(".choice label").First.ClickAsync();
            if (path != "/demande/merci") await page.Locator("main form .btn").First.ClickAsync();
        }

        Assert.EndsWith("/demande/merci", page.Url, StringComparison.Ordinal);
        return wrong;
    }

    /// <summary>A page before and after it has read somebody's words.</summary>
    private static async Task<List<string>> SayingAsync(Cooperative cooperative, IPage page, string path, string field, string words, string read)
    {
        var wrong = await WrongAsync(cooperative, page, path);
        await page.GotoAsync(path);
        await page.FillAsync(field, words);
        await page.Locator(":is(button[formaction*='handler=Lire'], form[action*='handler=Lire'] button)").First.ClickAsync();
        await Assertions.Expect(page.Locator(read)).Not.ToBeEmptyAsync();
        wrong.AddRange(await LookAsync(cooperative, page, path + "/lu"));
        return wrong;
    }

    private static async Task<List<string>> WrongAsync(Cooperative cooperative, IPage page, string path)
    {
        await page.GotoAsync(path);
        return await LookAsync(cooperative, page, path);
    }

    private static async Task<List<string>> LookAsync(Cooperative cooperative, IPage page, string path)
    {
        await cooperative.PictureAsync(page, "page" + NameOf(path));
        var found = (await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{path}: {v.Id} {n.Html}")).ToList();
        var (width, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        await FitsAsync("");
        if (width == Telephone)
        {
            await page.SetViewportSizeAsync(Narrowest, height);
            await FitsAsync("");
            await page.SetViewportSizeAsync(width, height);
        }
        await page.AddStyleTagAsync(new() { Content = "html{font-size:200%!important}" });
        await FitsAsync(" with text at 200 %");
        await cooperative.PictureAsync(page, "large" + NameOf(path));
        return found;

        async Task FitsAsync(string how)
        {
            var beyond = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (beyond > 0) found.Add($"{path}: {beyond} px beyond {page.ViewportSize!.Width}{how}");
        }
    }

    private static string NameOf(string path) => string.Join('-', path.Split('?')[0].Split('/').Where(part => !Guid.TryParse(part, out _)));

    private static async Task<string> FirstAsync(Cooperative cooperative, string start) => start + await cooperative.LookAsync(async db => start switch
    {
        "/coordination/demande/" => (await db.HelpRequests.Where(r => r.State == RequestState.Open).OrderBy(r => r.Id).Select(r => r.Id).FirstAsync(Cooperative.Ct)).Value,
        "/coordination/brouillon/" => (await db.HelpRequests.Where(r => r.State == RequestState.Draft).Select(r => r.Id).FirstAsync(Cooperative.Ct)).Value,
        "/coordination/alerte/" => (await db.DangerAlerts.Select(a => a.Id).FirstAsync(Cooperative.Ct)).Value,
        "/coordination/benevole/" => (await db.Volunteers.OrderBy(v => v.Id).Select(v => v.Id).FirstAsync(Cooperative.Ct)).Value,
        "/coordination/beneficiaire/" => (await db.Beneficiaries.OrderBy(b => b.Id).Select(b => b.Id).FirstAsync(Cooperative.Ct)).Value,
        _ => (await db.Visits.Where(v => v.State == VisitState.Planned).Select(v => v.Id).FirstAsync(Cooperative.Ct)).Value,
    });

    /// <summary>One volunteer with a visit tomorrow, one of last week that was told of, and a question that waits; messages that have left, calls to
    /// make, a stranger's request, and words that worry.</summary>
    private static async Task<Cooperative> LivingAsync()
    {
        var cooperative = await Cooperative.OpenAsync();
        await cooperative.StaffAsync();
        var anne = await cooperative.VolunteerAsync("Anne", "Lebrun", "06 39 98 01 01");
        await cooperative.VolunteerAsync("Paul", "Gicquel", "", "Th 08:00-12:00", "paul@exemple.fr");
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

        var now = cooperative.Clock.Now();
        var jeanne = await cooperative.BeneficiaryAsync("Jeanne", "Riaux", "02 61 91 00 03", mobile: "06 39 98 01 77");
        await using var scope = cooperative.Services.CreateAsyncScope();
        T The<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
        Assert.IsType<PastVisitsOutcome.Recorded>(await The<RecordPastVisit>().RunAsync(
            [new PastVisit(jeanne, "courses", now - Duration.FromDays(9), now - Duration.FromDays(6), null, anne, null, VisitState.Done,
                [new PastFeedback(FeedbackSide.Beneficiary, 2, false, "Elle est très gentille, mais elle est arrivée en retard et il manquait la moitié des courses.", now - Duration.FromDays(5))])],
            Actor.Machine, Cooperative.Ct));
        Assert.IsType<AskOutcome.Received>(await The<AskOnline>().RunAsync(new OnlineRequest(Guid.NewGuid(), new Stranger("Odile Perrot", "02 61 91 00 09", null, null, "35236", "4 rue des Essais"),
            new NeedInput { NeedType = "courses", Time = new WantedTime.At(new LocalDateTime(2026, 12, 4, 10, 0)), Text = "Pouvez-vous m’emmener chez le kiné jeudi ?" }), Cooperative.Ct));
        Assert.IsType<ReplyOutcome.Alarmed>(await The<ReceiveReply>().RunAsync("06 39 98 01 77", MessageChannel.Sms, "je suis tombée et je n’arrive pas à me relever", Cooperative.Ct));
        await cooperative.PassAsync(Duration.FromMinutes(2));
        return cooperative;
    }
}
