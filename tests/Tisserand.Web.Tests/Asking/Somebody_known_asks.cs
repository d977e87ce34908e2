using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.Web.Security;

namespace Tisserand.Web.Tests.Asking;

public sealed class Somebody_known_asks
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task And_reads_what_is_planned_for_her_with_who_comes_and_the_number_to_call()
    {
        await using var she = await Person.AtHomeAsync();
        var yvonne = await she.HelpedAsync("Yvonne", "Morvan", "02 99 71 12 01");
        await PlanAsync(she, yvonne);
        await she.ComesInAsync(Roles.Beneficiary, await she.PersonOfAsync(yvonne));

        var said = await she.ReadsAsync("/demande");
        Assert.All(["Bonjour Yvonne", "vendredi 27 novembre", "Avec Anne L.", "02 99 70 00 00"], part => Assert.Contains(part, said, StringComparison.Ordinal));
        Assert.DoesNotContain("Lebrun", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_sees_nothing_of_anybody_else()
    {
        await using var she = await Person.AtHomeAsync();
        var (yvonne, marcel) = (await she.HelpedAsync("Yvonne", "Morvan", "02 99 71 12 01"), await she.HelpedAsync("Marcel", "Riaux", "02 99 71 12 02"));
        await PlanAsync(she, marcel);
        await she.ComesInAsync(Roles.Beneficiary, await she.PersonOfAsync(yvonne));

        var said = await she.ReadsAsync("/demande");
        Assert.Contains("Rien n’est prévu", said, StringComparison.Ordinal);
        Assert.All(["Marcel", "Anne", "27 novembre"], part => Assert.DoesNotContain(part, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task And_is_not_asked_what_is_known()
    {
        await using var she = await Person.AtHomeAsync();
        var yvonne = await she.HelpedAsync("Yvonne", "Morvan", "02 99 71 12 01");
        await she.ComesInAsync(Roles.Beneficiary, await she.PersonOfAsync(yvonne));

        Assert.Equal("/demande/verifier", await she.AnswerAsync(
            ("aide", [("Need", "visite")]), ("mots", [("Said", "")]), ("jour", [("Day", "any")])));
        var summary = await she.Browser.ReadAsync("/demande/verifier");
        Assert.Empty(summary.QuerySelectorAll("#vous a, #ou a"));
        Assert.Equal("/demande/merci", await she.SendAsync(("Agreed", "false")));

        var request = Assert.Single(await she.RequestsAsync());
        Assert.Equal((RequestState.Draft, yvonne, "35236"), (request.State, request.BeneficiaryId!.Value, request.PlaceInsee));
        Assert.Contains("nous appelons d’abord", await she.ReadsAsync("/demande"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_a_carer_for_the_one_she_cares_for()
    {
        await using var she = await Person.AtHomeAsync();
        var (yvonne, marcel) = (await she.HelpedAsync("Yvonne", "Morvan", "02 99 71 12 01"), await she.HelpedAsync("Marcel", "Riaux", "02 99 71 12 02"));
        await PlanAsync(she, yvonne);
        await she.ComesInAsync(Roles.Carer, await she.CarerAsync(yvonne, "Sylvie", "Morvan"));

        var home = await she.ReadsAsync("/demande");
        Assert.All(["Bonjour Sylvie", "Yvonne Morvan", "Avec Anne L."], part => Assert.Contains(part, home, StringComparison.Ordinal));
        Assert.DoesNotContain("Marcel", home, StringComparison.Ordinal);

        await she.AnswerAsync(("aide", [("Need", "courses")]), ("mots", [("Said", "")]), ("jour", [("Day", "tomorrow")]), ("moment", [("Part", "day")]));
        await she.RefusedAsync("/demande/pour-qui", ("Whom", $"{marcel.Value}"));
        Assert.Equal("/demande/verifier", await she.AnswerAsync(("pour-qui", [("Whom", $"{yvonne.Value}")])));
        Assert.Equal("/demande/merci", await she.SendAsync(("Agreed", "true"), ("TheyAgree", "true")));

        var request = (await she.RequestsAsync()).Single(r => r.Source == RequestSource.Web);
        Assert.Equal((RequestState.Draft, yvonne), (request.State, request.BeneficiaryId!.Value));
    }

    [Fact]
    public async Task And_cannot_ask_in_the_name_of_a_file_that_is_not_hers()
    {
        await using var she = await Person.AtHomeAsync();
        var (yvonne, marcel) = (await she.HelpedAsync("Yvonne", "Morvan", "02 99 71 12 01"), await she.HelpedAsync("Marcel", "Riaux", "02 99 71 12 02"));
        var asked = new OnlineRequest(Guid.NewGuid(), new Stranger("Yvonne Morvan", "02 99 71 12 03", null, null, "35236", null),
            new NeedInput { NeedType = "courses", Time = new WantedTime.At(new LocalDateTime(2026, 12, 3, 10, 0)) }, marcel, await she.PersonOfAsync(yvonne));

        Assert.IsType<AskOutcome.Received>(await she.Site.InAsync(s => s.GetRequiredService<AskOnline>().RunAsync(asked, Ct)));
        Assert.Null(Assert.Single(await she.RequestsAsync()).BeneficiaryId);
    }

    [Fact]
    public async Task And_what_one_typed_is_not_shown_to_the_next_on_the_same_telephone()
    {
        await using var she = await Person.AtHomeAsync();
        var (yvonne, marcel) = (await she.HelpedAsync("Yvonne", "Morvan", "02 99 71 12 01"), await she.HelpedAsync("Marcel", "Riaux", "02 99 71 12 02"));
        await she.ComesInAsync(Roles.Beneficiary, await she.PersonOfAsync(yvonne));
        await she.AnswerAsync(("aide", [("Need", "visite")]), ("mots", [("Said", "Un secret")]));

        await she.Browser.GetAsync($"/essai/entrer/{Roles.Beneficiary}/{(await she.PersonOfAsync(marcel)).Value}");
        Assert.DoesNotContain("secret", await she.ReadsAsync("/demande/mots"), StringComparison.Ordinal);
    }

    /// <summary>Anne Lebrun comes on Friday at ten.</summary>
    private static async Task PlanAsync(Person she, BeneficiaryId whose)
    {
        var volunteer = (await she.Site.AddVolunteerAsync($"{Guid.NewGuid():N}@exemple.fr")).Id;
        var need = new NeedInput { NeedType = "courses", Time = new WantedTime.At(new LocalDateTime(2026, 11, 27, 10, 0)) };
        var made = Assert.IsType<CaptureOutcome.Captured>(await she.Site.InAsync(s =>
            s.GetRequiredService<CaptureRequest>().RunAsync(new CapturedCall(Guid.NewGuid(), whose, need), Actor.Machine, Ct)));
        await she.Site.InAsync(async s =>
        {
            var (db, now) = (s.GetRequiredService<TisserandDb>(), s.GetRequiredService<TimeProvider>().Now());
            var request = await db.HelpRequests.SingleAsync(r => r.Id == made.Ids.Request, Ct);
            Assert.True(request.TryTakePlace(now));
            db.Add(Visit.Of(request, volunteer, null, request.EarliestStart, s.GetRequiredService<IdSource>(), now));
            return await db.SaveChangesAsync(Ct);
        });
    }
}
