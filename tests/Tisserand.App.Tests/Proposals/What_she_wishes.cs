using Microsoft.EntityFrameworkCore;
using Tisserand.App.Beneficiaries;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Volunteers;
using Tisserand.Matching;

namespace Tisserand.App.Tests.Proposals;

public sealed class What_she_wishes
{
    private static CancellationToken Ct => Town.Ct;

    [Theory, EachDatabase]
    public async Task A_language_she_likes_to_speak_is_weighed_and_keeps_nobody_away(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var (anne, gwenn) = (await town.VolunteerAsync("Anne"), await SpeaksBretonAsync(town));
        var yvonne = await OpenAsync(town, new BeneficiaryForm { Person = Yvonne, LikesToSpeak = ["br"] });

        var listed = await ListedAsync(town, yvonne);

        Assert.Equal("shared", LanguageOf(listed[gwenn]));
        Assert.Equal("notShared", LanguageOf(listed[anne]));
        Assert.True(listed[gwenn].ChanceOfGood > listed[anne].ChanceOfGood);
    }

    [Theory, EachDatabase]
    public async Task A_language_she_requires_keeps_away_who_does_not_speak_it(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var (_, gwenn) = (await town.VolunteerAsync("Anne"), await SpeaksBretonAsync(town));
        var yvonne = await OpenAsync(town, new BeneficiaryForm { Person = Yvonne, RequiresLanguage = "br" });

        Assert.Equal(gwenn, Assert.Single(await ListedAsync(town, yvonne)).Key);
    }

    [Theory, EachDatabase]
    public async Task A_form_that_does_not_speak_of_languages_leaves_them_as_they_stand(Database kind)
    {
        await using var town = await Town.OnAsync(kind);
        var yvonne = await OpenAsync(town, new BeneficiaryForm { Person = Yvonne, LikesToSpeak = ["br"] });

        Assert.IsType<SaveOutcome<BeneficiaryId>.Saved>(await town.DoAsync((SaveBeneficiary save) =>
            save.RunAsync(town.Territory, yvonne, new BeneficiaryForm { Person = Yvonne }, null, town.Coordinator, Ct)));

        Assert.Equal(["br"], (await town.LookAsync(db => db.Beneficiaries.SingleAsync(b => b.Id == yvonne, Ct))).LikesToSpeak);
    }

    private static PersonForm Yvonne => new() { FirstName = "Yvonne", LastName = "Essai", Landline = "02 99 71 12 34", Insee = Town.Redon, Street = "3 rue des Essais" };

    private static string? LanguageOf(ProposalFigures figures) => Assert.Single(figures.Visit.Lines, l => l.Feature == VisitFeatures.Language.Key).Value.Case;

    private static async Task<BeneficiaryId> OpenAsync(Town town, BeneficiaryForm form) => Assert.IsType<SaveOutcome<BeneficiaryId>.Saved>(
        await town.DoAsync((SaveBeneficiary save) => save.RunAsync(town.Territory, null, form, null, town.Coordinator, Ct))).Id;

    private static async Task<VolunteerId> SpeaksBretonAsync(Town town)
    {
        var gwenn = await town.VolunteerAsync("Gwenn");
        await town.LookAsync(async db =>
        {
            (await db.Volunteers.SingleAsync(v => v.Id == gwenn, Ct)).Offers(["permis", "voiture"], ["fr", "br"], [], [], []);
            return await db.SaveChangesAsync(Ct);
        });
        return gwenn;
    }

    private static async Task<Dictionary<VolunteerId, ProposalFigures>> ListedAsync(Town town, BeneficiaryId who)
    {
        var request = await town.AsksForHelpAsync(who);
        await town.DoAsync((SuggestProposals suggest) => suggest.RunAsync(request, Ct));
        return (await town.RequestAsync(request)).Proposals.ToDictionary(p => p.VolunteerId, p => ProposalFigures.Read(p.Figures)!);
    }
}
