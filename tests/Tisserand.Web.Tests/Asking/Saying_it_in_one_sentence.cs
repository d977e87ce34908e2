using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Asking;

/// <summary>It is Wednesday 25 November 2026, 10:00.</summary>
public sealed class Saying_it_in_one_sentence
{
    private const string Sentence = "Je m’appelle Yvonne Guého, au 02 99 71 99 01. J’aurais besoin qu’on fasse mes courses mardi matin";

    [Fact]
    public async Task Leaves_only_what_is_missing_to_ask_and_all_is_read_back_to_be_changed()
    {
        await using var she = await Person.AtHomeAsync();
        Assert.Equal("/demande/phrase", (await she.Browser.ReadAsync("/demande")).QuerySelector("main a.btn")!.GetAttribute("href"));

        Assert.Equal("/demande/ou", await she.AnswerAsync(("phrase", [("Said", Sentence)])));
        Assert.Equal("/demande/verifier", await she.AnswerAsync(("ou", [("Commune", "redon"), ("Street", "4 rue des Essais")])));

        var summary = await she.Browser.ReadAsync("/demande/verifier");
        Assert.All(["Des courses", Sentence, "mardi 1er décembre 2026, le matin", "Yvonne Guého", "02 99 71 99 01"], said => Assert.Contains(said, Person.Said(summary), StringComparison.Ordinal));
        Assert.All(["aide", "mots", "jour", "pour-qui", "ou", "vous"], q => Assert.NotNull(summary.QuerySelector($"a[href='/demande/{q}?modifier=1']")));
        Assert.Equal("/demande/merci", await she.SendAsync());
        var request = Assert.Single(await she.RequestsAsync());
        Assert.Equal((RequestState.Draft, "courses", Sentence, false), (request.State, request.NeedType, request.Text, request.IsUrgent));
        Assert.Equal(ParisTime.At(new LocalDate(2026, 12, 1), new LocalTime(8, 0)), request.EarliestStart);
    }

    [Fact]
    public async Task A_place_said_in_part_is_asked_with_that_part_filled_in()
    {
        await using var she = await Person.AtHomeAsync();

        Assert.Equal("/demande/destination", await she.AnswerAsync(("phrase", [("Said", "Il faudrait conduire ma mère chez le kiné à Allaire mardi à 14h30")])));
        Assert.Equal("Allaire (56350)", Person.Typed(await she.Browser.ReadAsync("/demande/destination"), "Commune"));
        Assert.Equal("", Person.Typed(await she.Browser.ReadAsync("/demande/destination"), "Address"));
        Assert.Equal("/demande/retour", await she.AnswerAsync(("destination", [("Commune", "Allaire (56350)"), ("Address", "3 rue du Port")])));
        Assert.Equal("/demande/proche", await she.AnswerAsync(("retour", [("Way", "wait")])));
    }

    [Fact]
    public async Task A_day_that_could_be_two_is_asked()
    {
        await using var she = await Person.AtHomeAsync();

        Assert.Equal("/demande/jour", await she.AnswerAsync(("phrase", [("Said", "J’aurais besoin de courses mercredi")])));
    }

    [Fact]
    public async Task May_be_passed_over()
    {
        await using var she = await Person.AtHomeAsync();

        Assert.Equal("/demande/aide", await she.AnswerAsync(("phrase", [("Said", "  ")])));
        Assert.Equal("/demande/verifier", await she.ShoppingAsync());
    }

    [Theory]
    [InlineData("Je suis tombée dans la cuisine, je ne peux pas me relever")]
    [InlineData("Je veux en finir avec la vie")]
    public async Task A_danger_says_at_once_whom_to_call_and_the_request_goes_on(string said)
    {
        await using var she = await Person.AtHomeAsync();
        var next = await she.AnswerAsync(("phrase", [("Said", said)]));

        var box = (await she.Browser.ReadAsync(next)).QuerySelector("[role=alert]")!;
        Assert.All(["tel:15", "tel:112", "tel:3114"], number => Assert.NotNull(box.QuerySelector($"a[href='{number}']")));
        Assert.Equal("/demande/verifier", await she.ShoppingAsync());
        Assert.NotNull((await she.Browser.ReadAsync("/demande/verifier")).QuerySelector("[role=alert]"));
        await she.SendAsync();
        Assert.NotNull((await she.Browser.ReadAsync("/demande/merci")).QuerySelector("[role=alert]"));
        Assert.True(Assert.Single(await she.RequestsAsync()).IsUrgent);
    }

    [Theory]
    [InlineData("Guten Tag zusammen")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("😀🛒")]
    public async Task What_is_not_understood_is_said_and_kept(string said)
    {
        await using var she = await Person.AtHomeAsync();

        Assert.Equal("/demande/aide", await she.AnswerAsync(("phrase", [("Said", said)])));
        Assert.Contains("Nous n’avons pas compris votre phrase", await she.ReadsAsync("/demande/aide"), StringComparison.Ordinal);
        Assert.Equal(said, (await she.Browser.ReadAsync("/demande/mots")).QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_text_too_long_comes_back_whole()
    {
        await using var she = await Person.AtHomeAsync();
        var letter = new string('a', 2001);

        Assert.Equal(letter, (await she.RefusedAsync("/demande/phrase", ("Said", letter))).QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task Said_again_otherwise_it_takes_nothing_away_that_was_answered()
    {
        await using var she = await Person.AtHomeAsync();
        await she.AnswerAsync(("phrase", [("Said", Sentence)]), ("ou", [("Commune", "redon"), ("Street", "4 rue des Essais")]));

        Assert.Equal("/demande/verifier", await she.AnswerAsync(("phrase", [("Said", "Il me faudrait plutôt des courses jeudi à 10h")])));
        var summary = await she.ReadsAsync("/demande/verifier");
        Assert.All(["Yvonne Guého", "jeudi 26 novembre 2026", "à 10 h"], said => Assert.Contains(said, summary, StringComparison.Ordinal));
    }
}
