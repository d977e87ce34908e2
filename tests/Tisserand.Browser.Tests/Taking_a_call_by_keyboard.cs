using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Tisserand.App.Requests;
using Tisserand.App.Territories;

namespace Tisserand.Browser.Tests;

/// <summary>Claire takes a call without touching the mouse. What she hears goes into one field; every other key is counted, a key held down with
/// another as two.</summary>
public sealed class Taking_a_call_by_keyboard
{
    private const int MostKeys = 25, MostTabs = 40;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_known_by_her_number_takes_few_keys(bool scripts)
    {
        await using var cooperative = await Cooperative.OpenAsync();
        await cooperative.VolunteerAsync("Anne", "Lebrun", "06 39 98 01 01");
        var yvonne = await cooperative.BeneficiaryAsync("Yvonne", "Guého", "02 61 91 00 01");
        var call = await Call.OpenAsync(cooperative, scripts);

        await call.HearAsync("02 61 91 00 01. Bonjour, j’ai rendez-vous chez le kiné à Redon jeudi à 14h30, il faudrait m’y conduire");
        await call.GoToAsync($"pour-{yvonne.Value}");
        await call.PressAsync("Enter");
        await Assertions.Expect(call.Page.Locator("h1")).ToHaveTextAsync("Appel pour Yvonne Guého");
        await Assertions.Expect(call.Page.Locator("#Input_Appointment")).ToHaveValueAsync("14 h 30");
        await call.LookAsync("appel-connue");
        await call.AccessAsync('2');
        await Assertions.Expect(call.Page.Locator("#propose-2")).ToBeFocusedAsync();
        await call.AccessAsync('1');
        await Assertions.Expect(call.Page.Locator("#propose-1")).ToBeCheckedAsync();
        await call.SaveAsync();

        var request = await cooperative.LookAsync(db => db.HelpRequests.SingleAsync(Cooperative.Ct));
        Assert.Equal((yvonne, "transport.medical"), (request.BeneficiaryId, request.NeedType));
        Assert.Equal(new NodaTime.LocalDateTime(2026, 12, 3, 14, 30), request.AppointmentAt!.Value.Local());
        Assert.InRange(call.Keys, 1, MostKeys);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_new_takes_few_keys(bool scripts)
    {
        await using var cooperative = await Cooperative.OpenAsync();
        await cooperative.VolunteerAsync("Anne", "Lebrun", "06 39 98 01 01");
        var call = await Call.OpenAsync(cooperative, scripts);

        await call.HearAsync("Je m’appelle Jeanne Rio, au 02 61 91 00 07, j’habite à Redon. Il me faudrait quelqu’un pour mes courses vendredi matin");
        await Assertions.Expect(call.Page.Locator("#Input_LastName")).ToHaveValueAsync("Rio");
        await call.LookAsync("appel-nouvelle");
        await call.AccessAsync('o');
        await Assertions.Expect(call.Page.Locator("#Input_Agreed")).ToBeCheckedAsync();
        await call.SaveAsync();

        var request = await cooperative.LookAsync(db => db.HelpRequests.Include(r => r.Beneficiary!.Person).SingleAsync(Cooperative.Ct));
        Assert.Equal(("Jeanne Rio", "courses"), (request.Beneficiary!.Person.FullName, request.NeedType));
        Assert.Equal(new NodaTime.LocalDateTime(2026, 12, 4, 8, 0), request.EarliestStart.Local());
        Assert.InRange(call.Keys, 1, MostKeys);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_tabs_alone_everything_is_reached_in_natural_order(bool scripts)
    {
        await using var cooperative = await Cooperative.OpenAsync();
        var call = await Call.OpenAsync(cooperative, scripts);

        await call.HearAsync("Je m’appelle Jeanne Rio, au 02 61 91 00 07, j’habite à Redon. Il me faudrait quelqu’un pour mes courses vendredi matin");
        await call.GoToAsync("Input_LastName");
        await call.GoToAsync("propose-1");
        await call.GoToAsync("Input_Day");
        await call.GoToAsync("Input_Agreed");
        await call.PressAsync("Space");
        await call.GoToAsync("noter");
        await call.PressAsync("Enter");

        await Assertions.Expect(call.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/coordination/demande/"));
        Assert.InRange(call.Keys, 1, MostKeys);
    }

    [Fact]
    public async Task What_is_typed_while_her_words_are_read_stays_and_so_does_the_focus()
    {
        await using var cooperative = await Cooperative.OpenAsync();
        var call = await Call.OpenAsync(cooperative, scripts: true);
        await call.HearAsync("Il me faudrait des courses jeudi à 10h");
        await Assertions.Expect(call.Page.Locator("#Input_From")).ToHaveValueAsync("10 h");

        // The answer is held back while she goes on typing.
        var held = new TaskCompletionSource();
        await call.Page.RouteAsync("**/*handler=Lire", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await call.Page.Locator("#Input_Words").FillAsync("Il me faudrait des courses vendredi à 11h");
        await call.ChordAsync("Control", "Enter");
        await call.Page.Locator("#Input_From").FillAsync("9 h 15");
        await call.Page.Locator("#Input_Street").FillAsync("12 rue des Can");
        await call.Page.Locator("#Input_Street").FocusAsync();
        await call.Page.Keyboard.PressAsync("ArrowLeft");
        held.SetResult();

        await Assertions.Expect(call.Page.Locator("#Input_Day")).ToHaveValueAsync("vendredi 4 décembre 2026");
        await Assertions.Expect(call.Page.Locator("#Input_From")).ToHaveValueAsync("9 h 15");
        await Assertions.Expect(call.Page.Locator("#Input_Street")).ToBeFocusedAsync();
        await call.Page.Keyboard.TypeAsync("ar");
        await Assertions.Expect(call.Page.Locator("#Input_Street")).ToHaveValueAsync("12 rue des Caarn");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Every_state_of_the_page_is_possible_for_everybody(int width)
    {
        await using var cooperative = await Cooperative.OpenAsync();
        await cooperative.BeneficiaryAsync("Yvonne", "Guého", "02 61 91 00 01");
        var call = await Call.OpenAsync(cooperative, scripts: true, width);
        foreach (var (name, text) in ((string, string)[])
            [("danger", "02 61 91 00 01. Je suis tombée dans la cuisine, je ne peux pas me relever"),
             ("plusieurs", "02 61 91 00 01. Il me faudrait des courses lundi et aussi changer une ampoule vendredi à 10h"),
             ("annule", "Je voudrais annuler la visite de jeudi"), ("rien", "Guten Tag")])
        {
            await call.Page.Locator("#Input_Words").FillAsync("");
            await call.HearAsync(text);
            await call.LookAsync("appel-" + name);
        }
    }

    private sealed class Call(Cooperative cooperative, IPage page, bool scripts)
    {
        public IPage Page => page;

        public int Keys { get; private set; }

        public static async Task<Call> OpenAsync(Cooperative cooperative, bool scripts, int width = 1280)
        {
            var page = await cooperative.EnterAsync("coordinator", width: width, scripts: scripts);
            await page.GotoAsync("/coordination/nouvel-appel");
            await Assertions.Expect(page.Locator("#Input_Words")).ToBeFocusedAsync();
            return new Call(cooperative, page, scripts);
        }

        /// <summary>Types what is said, then waits as she does for the page to follow; without scripts the button is pressed.</summary>
        public async Task HearAsync(string words)
        {
            await page.Locator("#Input_Words").FocusAsync();
            if (scripts)
            {
                await page.RunAndWaitForResponseAsync(() => page.Keyboard.InsertTextAsync(words), answer => answer.Url.EndsWith("handler=Lire", StringComparison.Ordinal));
            }
            else
            {
                await page.Keyboard.InsertTextAsync(words);
                await PressAsync("Tab");
                await PressAsync("Enter");
            }
            await Assertions.Expect(page.Locator("#p-lu")).Not.ToBeEmptyAsync();
        }

        public async Task PressAsync(string key)
        {
            Keys++;
            await page.Keyboard.PressAsync(key);
        }

        public async Task ChordAsync(string held, string key)
        {
            Keys += 2;
            await page.Keyboard.PressAsync($"{held}+{key}");
        }

        /// <summary>An access key, as a keyboard sends it: the browser looks at the letter without Alt, which the plain press leaves out.</summary>
        public async Task AccessAsync(char key)
        {
            Keys += 2;
            var session = await page.Context.NewCDPSessionAsync(page);
            foreach (var type in (string[])["keyDown", "keyUp"])
                await session.SendAsync("Input.dispatchKeyEvent", new Dictionary<string, object>
                {
                    ["type"] = type, ["modifiers"] = 1, ["key"] = $"{key}", ["unmodifiedText"] = $"{key}", ["windowsVirtualKeyCode"] = (int)char.ToUpperInvariant(key),
                });
        }

        /// <summary>Tab by Tab.</summary>
        public async Task GoToAsync(string id)
        {
            var focused = page.Locator($"[id='{id}']:focus");
            for (var tabs = 0; tabs < MostTabs && await focused.CountAsync() == 0; tabs++) await PressAsync("Tab");
            await Assertions.Expect(focused).ToHaveCountAsync(1);
        }

        public async Task SaveAsync()
        {
            await AccessAsync('e');
            await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/coordination/demande/"));
        }

        private Task<int> BeyondAsync() => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        /// <summary>A picture where one is wanted, and the rules of WCAG that a machine can check where scripts allow it.</summary>
        public async Task LookAsync(string name)
        {
            await cooperative.PictureAsync(page, name);
            if (!scripts) return;
            Assert.Empty((await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{name}: {v.Id} {n.Html}")));
            Assert.Equal(0, await BeyondAsync());
            if (page.ViewportSize!.Width < 1000) return;
            await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
            Assert.Equal(0, await BeyondAsync());
            await cooperative.PictureAsync(page, "large-" + name);
            await page.EvaluateAsync("document.documentElement.style.fontSize = ''");
        }
    }
}
