using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Asking;

/// <summary>Field, reason and example; everything typed is kept.</summary>
public sealed class What_cannot_be_taken
{
    [Theory]
    [InlineData("aide", "Need", "", "Des courses")]
    [InlineData("aide", "Need", "piratage", "Des courses")]
    [InlineData("retour", "Way", "", "Le bénévole attend sur place")]
    [InlineData("jour", "Day", "", "Quand vous pouvez")]
    [InlineData("moment", "Part", "", "Peu importe")]
    [InlineData("pour-qui", "Whom", "5f2b1c1e-9d1c-4c55-8a43-0f6f3d1f0a77", "Pour moi")]
    [InlineData("proche", "TheirName", "", "Yvonne Morvan")]
    [InlineData("ou", "Commune", "", "Redon ou 35600")]
    [InlineData("vous", "Name", "", "Jeanne Morvan")]
    public async Task Is_said_at_its_field_with_an_example(string page, string field, string typed, string example)
    {
        await using var she = await Person.AtHomeAsync();
        var back = await she.RefusedAsync("/demande/" + page, (field, typed));

        Assert.Contains(example, Error(back, field), StringComparison.Ordinal);
        Assert.Equal("#" + field, back.QuerySelector(".trouble a")!.GetAttribute("href"));
        Assert.NotNull(back.QuerySelector("#" + field));
    }

    [Theory]
    [InlineData("other", "hier", "déjà passé")]
    [InlineData("other", "31/2", "n’existe pas")]
    [InlineData("other", "bientôt", "par exemple")]
    [InlineData("other", "1/12/2029", "plus d’un an")]
    [InlineData("other", "", "Écrivez quel jour")]
    [InlineData("today", "jeudi", "effacez")]
    public async Task Is_a_day_nobody_can_come(string day, string typed, string said)
    {
        await using var she = await Person.AtHomeAsync();
        var back = await she.RefusedAsync("/demande/jour", ("Day", day), ("Date", typed));
        Assert.Contains(said, Error(back, "Date"), StringComparison.Ordinal);
        Assert.Equal(typed, Person.Typed(back, "Date"));
        Assert.Equal(day, back.QuerySelector<IHtmlInputElement>("input[name=Day]:checked")!.Value);
    }

    [Theory]
    [InlineData("hour", "tantôt", "Hour", "14 h 30")]
    [InlineData("hour", "9h", "Hour", "déjà passé")]
    [InlineData("morning", "15h", "Hour", "effacez l’heure")]
    public async Task Is_a_time_that_cannot_be(string part, string hour, string field, string said)
    {
        await using var she = await Person.AtHomeAsync();
        await she.AnswerAsync(("jour", [("Day", "today")]));
        var back = await she.RefusedAsync("/demande/moment", ("Part", part), ("Hour", hour));
        Assert.Contains(said, Error(back, field), StringComparison.Ordinal);
        Assert.Equal(hour, Person.Typed(back, "Hour"));
    }

    [Fact]
    public async Task Is_a_morning_that_is_over()
    {
        await using var she = await Person.AtHomeAsync();
        she.Site.Time.Advance(TimeSpan.FromHours(3));
        await she.AnswerAsync(("jour", [("Day", "today")]));
        Assert.Contains("déjà passé", Error(await she.RefusedAsync("/demande/moment", ("Part", "morning")), "Part"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_silence_where_only_words_can_tell()
    {
        await using var she = await Person.AtHomeAsync();
        await she.AnswerAsync(("aide", [("Need", "autre")]));
        Assert.Contains("armoire", Error(await she.RefusedAsync("/demande/mots", ("Said", " ")), "Said"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_a_text_that_is_too_long_which_stays()
    {
        await using var she = await Person.AtHomeAsync();
        var letter = new string('é', 1300);
        var back = await she.RefusedAsync("/demande/mots", ("Said", letter));
        Assert.Equal(letter, back.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("Rdeon", "35236")]
    [InlineData("Saint Nicolas", "44185")]
    [InlineData("56350", "56223")]
    public async Task Is_a_commune_that_may_be_several_so_that_the_near_ones_are_proposed(string typed, string expected)
    {
        await using var she = await Person.AtHomeAsync();
        var back = await she.RefusedAsync("/demande/ou", ("Commune", typed), ("Street", "4 rue des Essais"));

        Assert.Contains(expected, Person.Proposed(back, "Chosen"));
        Assert.Equal((typed, "4 rue des Essais"), (Person.Typed(back, "Commune"), Person.Typed(back, "Street")));
        Assert.Equal("/demande/vous", Person.LedTo(await she.Browser.SendAsync(back, "/demande/ou", ("Commune", typed), ("Chosen", expected))));
    }

    [Fact]
    public async Task Is_a_commune_nobody_knows_nor_one_ticked_that_was_not_proposed()
    {
        await using var she = await Person.AtHomeAsync();
        var back = await she.RefusedAsync("/demande/ou", ("Commune", "Xyzzyville"), ("Chosen", "35236"));
        Assert.Contains("35600", Error(back, "Commune"), StringComparison.Ordinal);
        Assert.Empty(Person.Proposed(back, "Chosen"));
    }

    [Theory]
    [InlineData("12", "", "Phone", "02 99")]
    [InlineData("", "", "Phone", "adresse e-mail")]
    [InlineData("", "yvonne@", "Email", "jeanne@exemple.fr")]
    public async Task Is_a_way_to_answer_that_leads_nowhere(string phone, string email, string field, string said)
    {
        await using var she = await Person.AtHomeAsync();
        var back = await she.RefusedAsync("/demande/vous", ("Name", "Yvonne Guého"), ("Phone", phone), ("Email", email));
        Assert.Contains(said, Error(back, field), StringComparison.Ordinal);
        Assert.Equal(("Yvonne Guého", phone, email), (Person.Typed(back, "Name"), Person.Typed(back, "Phone"), Person.Typed(back, "Email")));
    }

    [Fact]
    public async Task Is_a_request_nobody_has_agreed_to()
    {
        await using var she = await Person.AtHomeAsync();
        await she.ShoppingAsync();
        Assert.Contains("Cochez", Error(await she.RefusedAsync("/demande/verifier"), "Agreed"), StringComparison.Ordinal);
        Assert.Empty(await she.RequestsAsync());
    }

    [Fact]
    public async Task Is_a_time_that_passed_while_she_was_away_and_the_line_says_so()
    {
        await using var she = await Person.AtHomeAsync();
        await she.ShoppingAsync();
        await she.AnswerAsync(("jour", [("Day", "today")]), ("moment", [("Part", "hour"), ("Hour", "11h")]));
        she.Site.Time.Advance(TimeSpan.FromMinutes(90));

        var back = await she.RefusedAsync("/demande/verifier", ("Agreed", "true"));
        Assert.Equal("#jour", back.QuerySelector(".trouble a")!.GetAttribute("href"));
        Assert.NotNull(back.QuerySelector("#jour"));
        Assert.Empty(await she.RequestsAsync());
    }

    private static string Error(IHtmlDocument page, string field) => page.QuerySelector($"#{field}-erreur")?.TextContent ?? "(no error at " + field + ")";
}
