using Microsoft.EntityFrameworkCore;
using Tisserand.App.Accounts;
using Tisserand.App.Privacy;
using Tisserand.App.Safety;
using Tisserand.App.Territories;
using Tisserand.App.Tests.Storage;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Safety;

public sealed class Opening_to_written_words
{
    [Theory, EachDatabase]
    public async Task Wants_the_answers_to_a_danger_approved_and_somebody_on_call(Database database)
    {
        await using var town = await Town.OnAsync(database);

        Assert.IsType<TextIntakeOutcome.AnswersNotApproved>(await OpenAsync(town, saysWhenRead: true));
        Assert.IsType<ApprovalOutcome.Approved>(await town.DoAsync((DangerAnswers answers) => answers.ApproveAsync(DangerSentences.Shipped, Actor.Machine, Ct)));
        Assert.IsType<TextIntakeOutcome.NobodyOnCall>(await OpenAsync(town, saysWhenRead: false));
        Assert.False(await IsOpenAsync(town));

        Assert.IsType<TextIntakeOutcome.Done>(await OpenAsync(town, saysWhenRead: true));
        Assert.True(await IsOpenAsync(town));
        Assert.IsType<TextIntakeOutcome.Done>(await town.DoAsync((TextIntake intake) => intake.CloseAsync(town.Territory, town.Coordinator, Ct)));
        Assert.False(await IsOpenAsync(town));
    }

    [Theory, EachDatabase]
    public async Task The_sentences_in_force_are_the_last_approved(Database database)
    {
        await using var town = await Town.OnAsync(database);
        Assert.False((await InForceAsync(town)).IsApproved);

        await town.DoAsync((DangerAnswers answers) => answers.ApproveAsync(With("OnCall", "Nous vous rappelons."), Actor.Machine, Ct));

        var inForce = await InForceAsync(town);
        Assert.Equal((1, "Nous vous rappelons."), (inForce.Version, inForce.Of("OnCall", "fr")));
        Assert.EndsWith("Nous vous rappelons.", inForce.Answer("chute", "fr", isWatched: true, null), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Two_who_edit_them_at_once_do_not_overwrite_each_other(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var seen = await InForceAsync(town);
        await town.DoAsync((DangerAnswers answers) => answers.ApproveAsync(With("OnCall", "Nous vous rappelons."), Actor.Machine, Ct));

        Assert.IsType<ApprovalOutcome.Overtaken>(await town.DoAsync((DangerAnswers answers) => answers.ApproveAsync(seen, Actor.Machine, Ct)));
        Assert.Equal("Nous vous rappelons.", (await InForceAsync(town)).Of("OnCall", "fr"));
    }

    [Theory, EachDatabase]
    public async Task Who_coordinates_one_territory_of_several_does_not_approve_for_all(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var claire = await town.LookAsync(async db =>
        {
            db.Add(new Territory(new TerritoryId(Guid.NewGuid()), "Vannes", "56260", "+33297000000"));
            var account = new Account(new AccountId(Guid.NewGuid()), Role.Coordinator, [town.Territory], "Claire", "claire@exemple.fr", db.Keys.IndexOf("claire@exemple.fr"), town.Now);
            db.Add(account);
            await db.SaveChangesAsync(Ct);
            return account.Id;
        });

        Assert.IsType<ApprovalOutcome.NotAllowed>(await town.DoAsync((DangerAnswers answers) => answers.ApproveAsync(DangerSentences.Shipped, Actor.Of(claire), Ct)));
    }

    [Theory]
    [InlineData("Vital", "", "missing")]
    [InlineData("NobodyBefore", "Personne ne lit la nuit.", "moment_missing")]
    public void A_sentence_that_would_not_serve_is_not_approved(string code, string text, string problem) =>
        Assert.Contains(With(code, text).Problems(), p => p.Field == "fr." + code && p.Code == problem);

    [Fact]
    public void What_does_not_fit_in_two_text_messages_is_not_approved()
    {
        Assert.Contains(With("Home", new string('x', 250)).Problems(), p => p.Field == "fr.Home" && p.Code == "too_long");
        Assert.Empty(DangerSentences.Shipped.Problems());
    }

    private static DangerSentences With(string code, string text) => DangerSentences.Shipped with
    {
        ByLanguage = new Dictionary<string, IReadOnlyDictionary<string, string>>(DangerSentences.Shipped.ByLanguage)
        {
            ["fr"] = new Dictionary<string, string>(DangerSentences.Shipped.ByLanguage["fr"]) { [code] = text },
        },
    };

    private static Task<TextIntakeOutcome> OpenAsync(Town town, bool saysWhenRead) => town.DoAsync((TextIntake intake) => intake.OpenAsync(town.Territory, saysWhenRead, town.Coordinator, Ct));

    private static Task<DangerSentences> InForceAsync(Town town) => town.DoAsync((DangerAnswers answers) => answers.InForceAsync(Ct));

    private static Task<bool> IsOpenAsync(Town town) => town.LookAsync(db => db.Territories.Where(t => t.Id == town.Territory).Select(t => t.ReadsTexts).SingleAsync(Ct));
}
