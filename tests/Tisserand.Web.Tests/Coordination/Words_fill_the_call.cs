using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Coordination;

/// <summary>What she says is typed in one field, and read by the one button. It is Wednesday 25 November 2026, 10:00.</summary>
public sealed class Words_fill_the_call : IAsyncLifetime
{
    private const string Path = "/coordination/nouvel-appel", Kine = "J’ai rendez-vous chez le kiné à Redon jeudi à 14h30";
    private Desk _desk = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Fields_are_filled_and_marked_and_nothing_is_stored()
    {
        var page = await ReadAsync("Je m’appelle Yvonne Guého, au 02 99 71 99 01. " + Kine);

        Assert.Equal("transport.medical", Value(page, "Input_Need"));
        Assert.Equal(("jeudi 26 novembre 2026", "14 h 30", "Redon 35600"), (Value(page, "Input_Day"), Value(page, "Input_Appointment"), Value(page, "Input_DestinationCommune")));
        Assert.Equal(("Yvonne", "Guého", "02 99 71 99 01"), (Value(page, "Input_FirstName"), Value(page, "Input_LastName"), Value(page, "Input_Phone")));
        foreach (var field in (string[])["Need", "Day", "Appointment", "DestinationCommune", "Phone"]) Assert.NotNull(page.GetElementById($"Input_{field}-lu"));
        Assert.Null(page.GetElementById("Input_Street-lu"));
        Assert.Contains(page.QuerySelectorAll("#p-lu mark"), m => m.TextContent == "jeudi à 14h30 quand");
        Assert.Equal(Value(page, "Input_Words"), string.Concat(page.QuerySelector("#p-lu p")!.Descendants<IText>().Where(t => t.ParentElement!.LocalName != "small").Select(t => t.Data)));
        Assert.Equal(0, await _desk.LookAsync(db => db.HelpRequests.CountAsync(Ct)));
    }

    [Fact]
    public async Task Who_treats_her_is_not_written_where_a_volunteer_would_read_it() =>
        Assert.Equal("", Value(await ReadAsync(Kine), "Input_DestinationAddress"));

    [Fact]
    public async Task What_she_has_typed_or_emptied_is_never_overwritten_and_the_rest_follows_the_words()
    {
        var typed = await ReadAsync(Kine, ("Input.Day", "3/12"));
        Assert.Equal("3/12", Value(typed, "Input_Day"));
        Assert.Null(typed.GetElementById("Input_Day-lu"));

        var changed = await AgainAsync(typed, "Lire", ("Input.Words", "J’ai rendez-vous chez le kiné à Allaire jeudi à 16h"), ("Input.Urgent", ""));
        Assert.Equal(("3/12", "16 h", "Allaire 56350"), (Value(changed, "Input_Day"), Value(changed, "Input_Appointment"), Value(changed, "Input_DestinationCommune")));

        var emptied = await AgainAsync(changed, "Lire", ("Input.DestinationCommune", ""));
        Assert.Equal("", Value(emptied, "Input_DestinationCommune"));
        Assert.Equal("", Value(await AgainAsync(emptied, "Lire"), "Input_DestinationCommune"));
    }

    [Fact]
    public async Task What_the_words_no_longer_say_is_emptied()
    {
        var page = await AgainAsync(await ReadAsync(Kine), "Lire", ("Input.Words", "Il me faudrait des courses"));

        Assert.Equal(("courses", "", ""), (Value(page, "Input_Need"), Value(page, "Input_Appointment"), Value(page, "Input_DestinationCommune")));
    }

    [Fact]
    public async Task A_day_that_could_be_two_is_asked_and_her_answer_settles_it()
    {
        var page = await ReadAsync("Il me faudrait des courses mercredi");
        Assert.Equal("", Value(page, "Input_Day"));
        var answers = page.QuerySelectorAll<IHtmlButtonElement>("#p-questions button[name=choix]").Where(b => b.TextContent.Contains("2026", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, answers.Count);

        var settled = await AgainAsync(page, "Lire", ("choix", answers[1].Value));

        Assert.Equal("mercredi 2 décembre 2026", Value(settled, "Input_Day"));
        Assert.DoesNotContain(settled.QuerySelectorAll("#p-questions a"), a => a.GetAttribute("href") == "#Input_Day");
    }

    [Fact]
    public async Task Questions_vanish_as_their_fields_are_filled()
    {
        var page = await ReadAsync("Il me faudrait des courses vendredi");
        Assert.Equal(["#Input_From", "#Input_LastName", "#Input_FirstName", "#Input_Phone", "#Input_Commune"], Asked(page));

        Assert.Equal(["#Input_FirstName", "#Input_Commune"], Asked(await AgainAsync(page, "Lire", ("Input.From", "10 h"), ("Input.LastName", "Guého"), ("Input.Phone", "02 99 71 99 01"))));
    }

    [Fact]
    public async Task A_suggestion_chosen_is_the_need_and_the_list_wins_over_it()
    {
        var page = await ReadAsync("J’aurais besoin d’un petit coup de main");
        var other = page.QuerySelectorAll<IHtmlInputElement>("input[name='Input.Suggested']").Select(i => i.Value).First();

        var chosen = await AgainAsync(page, "Lire", ("Input.Suggested", other));
        Assert.Equal(other, Value(chosen, "Input_Need"));
        Assert.Equal("jardin_bois.haie", Value(await AgainAsync(chosen, "Lire", ("Input.Need", "jardin_bois.haie")), "Input_Need"));
    }

    [Fact]
    public async Task Suggestions_say_the_words_that_caused_them_and_have_keys()
    {
        var unsure = await ReadAsync("J’aurais besoin d’un petit coup de main");
        var sure = await ReadAsync(Kine);

        Assert.Equal(["1", "2", "3"], unsure.QuerySelectorAll("input[name='Input.Suggested']").Select(i => i.GetAttribute("accesskey")!));
        Assert.Contains("kiné", sure.QuerySelector("label[for=propose-1] small")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Je suis tombée dans la cuisine, je ne peux pas me relever", "15")]
    [InlineData("Je n’en peux plus, je veux en finir avec la vie", "3114")]
    public async Task Danger_stands_first_with_what_to_do(string text, string number)
    {
        var box = (await ReadAsync(text)).QuerySelector("[role=alert]")!;

        Assert.Contains(number, box.QuerySelector("p b")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["15", "17", "18", "112", "114", "3114", "3977"], box.QuerySelectorAll("li b").Select(b => b.TextContent));
    }

    [Fact]
    public async Task A_number_or_a_name_among_her_words_finds_her_and_choosing_her_keeps_all_that_is_typed()
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        var page = await ReadAsync("02 99 71 12 01, " + Kine);
        Assert.NotNull(page.QuerySelector($"button[name=personne][value='{yvonne.Value}']"));
        Assert.NotNull((await ReadAsync("Je m’appelle Yvonne Guého")).QuerySelector($"button[name=personne][value='{yvonne.Value}']"));

        var chosen = await AgainAsync(page, "Lire", ("personne", $"{yvonne.Value}"), ("Input.From", "13 h 45"));

        Assert.Equal("Appel pour Yvonne Guého", chosen.QuerySelector("h1")!.TextContent);
        Assert.Null(chosen.GetElementById("Input_Phone"));
        Assert.Equal(("14 h 30", "13 h 45"), (Value(chosen, "Input_Appointment"), Value(chosen, "Input_From")));
        Assert.Equal("02 99 71 12 01, " + Kine, Value(chosen, "Input_Words"));
        Assert.Equal("Nouvel appel", (await AgainAsync(chosen, "Lire", ("inconnue", "true"))).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_request_keeps_her_words_and_which_fields_were_corrected()
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        var page = await ReadAsync(Kine, ("personne", $"{yvonne.Value}"));

        var answer = await SendAsync(page, Path, ("Input.Appointment", "15 h"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var request = await _desk.LookAsync(db => db.HelpRequests.SingleAsync(Ct));
        Assert.Equal((Kine, "transport.medical", new LocalTime(15, 0)), (request.Text, request.NeedType, request.AppointmentAt!.Value.Local().TimeOfDay));
        var line = await _desk.LookAsync(db => db.AuditLines.SingleAsync(a => a.Act == "read", Ct));
        Assert.Equal((request.Id.Value, "v1 Appointment"), (line.Subject, line.Outcome));
    }

    [Fact]
    public async Task A_second_need_is_noted_next_with_its_own_words_and_time()
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        var page = await ReadAsync(Kine + ", et aussi qu’on me change une ampoule vendredi à 10h", ("personne", $"{yvonne.Value}"));
        var further = Assert.Single(page.QuerySelectorAll<IHtmlButtonElement>("button[name=suite]"));
        Assert.Contains("vendredi 27 novembre 2026", further.TextContent, StringComparison.Ordinal);

        var next = (await SendAsync(page, Path, ("suite", further.Value))).Headers.Location!.OriginalString;
        var second = await _desk.Claire.ReadAsync(next);

        Assert.Equal(("bricolage", "vendredi 27 novembre 2026", "10 h"), (Value(second, "Input_Need"), Value(second, "Input_Day"), Value(second, "Input_From")));
        Assert.DoesNotContain("kiné", Value(second, "Input_Words"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(second, Path)).StatusCode);
        Assert.Equal(["bricolage", "transport.medical"], await _desk.LookAsync(db => db.HelpRequests.Select(r => r.NeedType).OrderBy(t => t).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Words_of_a_request_of_elsewhere_are_nobodys()
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        var elsewhere = await _desk.RequestAsync(await _desk.BeneficiaryAsync("Jeanne", "Rio", await _desk.AnotherTerritoryAsync()));

        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Claire.GetAsync($"{Path}?personne={yvonne.Value}&apres={elsewhere.Value}&besoin=0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Claire.GetAsync($"{Path}?personne={yvonne.Value}&apres={Guid.NewGuid()}&besoin=0")).StatusCode);
    }

    [Fact]
    public async Task Somebody_who_cancels_is_led_to_her_visits()
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        var request = await _desk.RequestAsync(yvonne);
        const string cancels = "Je voudrais annuler les courses de jeudi";

        Assert.Contains("Trouvez d’abord qui appelle", (await ReadAsync(cancels)).GetElementById("p-questions")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await ReadAsync(cancels, ("personne", $"{yvonne.Value}"))).QuerySelector($"#p-questions a[href='/coordination/demande/{request.Value}']"));
    }

    [Fact]
    public async Task A_rhythm_opens_the_series_with_its_days_and_its_holidays()
    {
        var page = await ReadAsync("Je voudrais de la visite un mardi sur deux à 15 h, sauf pendant les vacances scolaires");

        Assert.Equal(("fortnight", "mardi 1er décembre 2026", "15 h"), (Value(page, "Input_Repeat"), Value(page, "Input_Day"), Value(page, "Input_From")));
        Assert.Equal(["TU"], page.QuerySelectorAll<IHtmlInputElement>("input[name='Input.RepeatDays']").Where(i => i.IsChecked).Select(i => i.Value));
        Assert.True(((IHtmlInputElement)page.GetElementById("Input_NotInSchoolHolidays")!).IsChecked);
        Assert.True(page.GetElementById("d-rythme")!.HasAttribute("open"));
    }

    [Theory]
    [InlineData("Il me faudrait des courses toutes les semaines à 10h", "week", "#Input_Day")]
    [InlineData("Il me faudrait des courses deux fois par semaine à 10h", "", "#Input_Repeat")]
    [InlineData("Il me faudrait des courses toutes les trois semaines le jeudi à 10h", "", "#Input_Repeat")]
    public async Task What_a_rhythm_leaves_open_or_the_page_cannot_hold_is_asked(string words, string repeat, string asked)
    {
        var page = await ReadAsync(words);

        Assert.Equal((repeat, ""), (Value(page, "Input_Repeat"), Value(page, "Input_Day")));
        Assert.Equal(asked, Asked(page).First());
    }

    [Fact]
    public async Task In_English_what_was_filled_is_understood_again()
    {
        await _desk.Claire.GetAsync("/?lang=en");
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        var page = await ReadAsync(Kine, ("personne", $"{yvonne.Value}"));
        Assert.Equal(("Thursday 26 November 2026", "2:30 pm"), (Value(page, "Input_Day"), Value(page, "Input_Appointment")));

        Assert.Equal(HttpStatusCode.Found, (await SendAsync(page, Path)).StatusCode);
        Assert.Equal(new LocalDateTime(2026, 11, 26, 14, 30), (await _desk.LookAsync(db => db.HelpRequests.SingleAsync(Ct))).AppointmentAt!.Value.Local());
    }

    [Fact]
    public async Task A_limit_is_kept_as_a_last_day()
    {
        var yvonne = await _desk.BeneficiaryAsync("Yvonne", "Guého");
        var page = await ReadAsync("Il faudrait tondre ma pelouse d’ici vendredi", ("personne", $"{yvonne.Value}"));
        Assert.Equal(("mercredi 25 novembre 2026", "vendredi 27 novembre 2026"), (Value(page, "Input_Day"), Value(page, "Input_LastDay")));

        var day = page.QuerySelectorAll<IHtmlButtonElement>("#p-questions button[name=choix]").Single(b => b.TextContent == "Dans la journée");
        await SendAsync(await AgainAsync(page, "Lire", ("choix", day.Value)), Path);

        var request = await _desk.LookAsync(db => db.HelpRequests.SingleAsync(Ct));
        Assert.Equal((new LocalDateTime(2026, 11, 25, 8, 0), new LocalDateTime(2026, 11, 27, 18, 0)), (request.EarliestStart.Local(), request.LatestStart.Local()));
    }

    [Theory]
    [InlineData("", "Écrivez d’abord ce qu’elle dit")]
    [InlineData("Ich brauche morgen bitte jemanden zum Einkaufen", null)]
    [InlineData("<script>alert(1)</script> <b>courses</b> & \"pain\"", null)]
    [InlineData("😀 courses demain 🛒 \u202e\u0007", null)]
    [InlineData("02 99 71 99 01 06 39 98 01 02 02 99 70 00 00", null)]
    public async Task Any_text_at_all_is_kept_as_it_is_with_an_honest_answer(string text, string? problem)
    {
        var page = await ReadAsync(text, ("Input.Street", "4 rue des Essais"));

        Assert.Equal(text, Value(page, "Input_Words"));
        Assert.Equal("4 rue des Essais", Value(page, "Input_Street"));
        Assert.Null(page.QuerySelector("#p-lu script, #p-lu b"));
        if (problem is null) Assert.Null(page.QuerySelector(".trouble a"));
        else Assert.Contains(problem, page.QuerySelector(".trouble")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_too_long_is_refused_by_its_length_and_nothing_is_lost()
    {
        var text = new string('a', 2001);
        var page = await ReadAsync(text, ("Input.Day", "3/12"));

        Assert.Contains("2001 caractères", page.QuerySelector(".trouble")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((text, "3/12"), (Value(page, "Input_Words"), Value(page, "Input_Day")));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"Read\":null,\"Hers\":null}")]
    [InlineData("{\"Read\":{\"Day\":null},\"Hers\":[]}")]
    [InlineData("[1]")]
    public async Task A_hidden_field_changed_on_its_way_loses_nothing(string hidden)
    {
        var page = await ReadAsync(Kine, ("Input.Filled", hidden), ("Input.Day", "3/12"), ("choix", hidden));

        Assert.Equal("3/12", Value(page, "Input_Day"));
        Assert.Equal("14 h 30", Value(page, "Input_Appointment"));
    }

    private static IEnumerable<string> Asked(IHtmlDocument page) => page.QuerySelectorAll("#p-questions ol a").Select(a => a.GetAttribute("href")!);

    private static string Value(IHtmlDocument page, string id) => page.GetElementById(id) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value!,
        IHtmlTextAreaElement area => area.Value,
        _ => throw new InvalidOperationException("No field " + id),
    };

    private async Task<IHtmlDocument> ReadAsync(string words, params (string, string)[] typed) =>
        await AgainAsync(await _desk.Claire.ReadAsync(Path), "Lire", [("Input.Words", words), .. typed]);

    private async Task<IHtmlDocument> AgainAsync(IHtmlDocument page, string handler, params (string, string)[] typed)
    {
        var answer = await SendAsync(page, $"{Path}?handler={handler}", typed);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Visitor.PageOf(answer);
    }

    /// <summary>The form as a browser sends it, with what was typed since.</summary>
    private Task<HttpResponseMessage> SendAsync(IHtmlDocument page, string path, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelector<IHtmlFormElement>("#appel")!;
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type is not ("checkbox" or "radio") || i.IsChecked).Select(i => (Name: i.Name!, i.Value))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(s => (Name: s.Name!, Value: s.Value!)))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(a => (Name: a.Name!, a.Value)));
        return _desk.Claire.PostAsync(path, [.. fields.Where(f => typed.All(t => t.Name != f.Name)), .. typed]);
    }
}
