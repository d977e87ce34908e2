using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.NeedTypes;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Tests.Storage;
using Tisserand.France;
using Tisserand.Matching;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Territories;

public sealed class Changing_a_document
{
    [Theory, EachDatabase]
    public async Task Is_a_new_version_that_every_reader_sees_at_once(Database kind)
    {
        await using var town = await OnAsync(kind);

        Assert.Equal(new InstallOutcome.Installed(1), await InstallAsync(town, CooperativeDocument.Needs, Renamed("Aller acheter").Write(), 0));
        Assert.Equal(new InstallOutcome.Installed(1), await InstallAsync(town, CooperativeDocument.SchoolHolidays, SchoolHolidaysCsv.Write(WithoutChristmas), 0));
        Assert.Equal(new InstallOutcome.Installed(1), await InstallAsync(town, CooperativeDocument.Cards, CardsOf(basePoints: -3), 0));

        Assert.Equal("Aller acheter", (await town.DoAsync((NeedCatalogue needs) => needs.CurrentAsync(Ct))).Find("courses")!.NameFr);
        Assert.False((await town.DoAsync((Calendars calendars) => calendars.OfAsync(town.Territory, Ct))).IsSchoolHoliday(Day("2026-12-24")));
        var cards = await town.DoAsync((CardsInForce inForce) => inForce.CurrentAsync(Ct));
        Assert.Equal((-3, "2026-11-30/1"), (cards.Acceptance.Base, cards.Version));
        Assert.Equal(3, await town.LookAsync(db => db.AuditLines.CountAsync(a => a.Act == "install-document" && a.Outcome == "Version_1", Ct)));
    }

    [Theory, EachDatabase]
    public async Task Twice_the_same_is_one_version(Database kind)
    {
        await using var town = await OnAsync(kind);
        await InstallAsync(town, CooperativeDocument.Cards, CardsOf(basePoints: -3), 0);

        Assert.Equal(new InstallOutcome.Unchanged(1), await InstallAsync(town, CooperativeDocument.Cards, CardsOf(basePoints: -3), 0));
        Assert.Equal(new InstallOutcome.Unchanged(0), await InstallAsync(town, CooperativeDocument.Needs, Taxonomy.Shipped.Write(), 0));
    }

    [Theory, EachDatabase]
    public async Task Never_overwrites_what_somebody_else_has_put_in_force_meanwhile(Database kind)
    {
        await using var town = await OnAsync(kind);
        var claire = await CoordinatorAsync(town, "Claire Morvan", town.Territory);
        await InstallAsync(town, CooperativeDocument.Needs, Renamed("Aller acheter").Write(), 0, claire);

        var overtaken = Assert.IsType<InstallOutcome.Overtaken>(await InstallAsync(town, CooperativeDocument.Needs, Renamed("Emplettes").Write(), 0));

        Assert.Equal((1, "Claire Morvan", town.Now), (overtaken.Version, overtaken.By, overtaken.At));
        Assert.Equal("Aller acheter", (await town.DoAsync((NeedCatalogue needs) => needs.CurrentAsync(Ct))).Find("courses")!.NameFr);
    }

    [Theory, EachDatabase]
    public async Task Of_several_at_one_time_one_gets_through(Database kind)
    {
        await using var town = await OnAsync(kind);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => InstallAsync(town, CooperativeDocument.Needs, Renamed($"Emplettes {i}").Write(), 0)));

        Assert.Single(outcomes.OfType<InstallOutcome.Installed>());
        Assert.Equal(5, outcomes.OfType<InstallOutcome.Overtaken>().Count());
    }

    [Theory]
    [InlineData(CooperativeDocument.Needs, "{", "1:2", "Ligne 1:2")]
    [InlineData(CooperativeDocument.Cards, "{}", "$", "illisible à la ligne 1")]
    [InlineData(CooperativeDocument.SchoolHolidays, "zone,first_day,last_day,name\nB,2026-12-19,2026-12-01,Noël", "2", "Ligne 2 : Ces vacances finissent avant de commencer.")]
    [InlineData(CooperativeDocument.SchoolHolidays, "zone,first_day,last_day,name\nB,2026-12-19,2027-01-03,Noël\nB,2027-01-02,2027-01-05,Trop", "3", "Ligne 3 : Ces vacances en recouvrent")]
    public async Task Refuses_what_its_own_parser_refuses_and_says_where(string name, string text, string where, string sentence)
    {
        await using var town = await OnAsync(Database.Sqlite);

        var mistake = Assert.Single(Assert.IsType<InstallOutcome.Refused>(await InstallAsync(town, name, text, 0)).Mistakes);

        Assert.Equal(where, mistake.Where);
        Assert.Contains(sentence, mistake.Sentence(CultureInfo.GetCultureInfo("fr-FR")), StringComparison.Ordinal);
        Assert.NotEqual(mistake.Sentence(CultureInfo.GetCultureInfo("fr-FR")), mistake.Sentence(CultureInfo.GetCultureInfo("en-GB")));
        Assert.Equal(0, await town.LookAsync(db => db.Documents.CountAsync(Ct)));
    }

    [Theory, EachDatabase]
    public async Task Keeps_a_type_of_need_that_a_request_is_of(Database kind)
    {
        await using var town = await OnAsync(kind);
        var code = Taxonomy.Shipped.ChildrenOf("courses").First(n => !FirstLevels.IsOne(n.Code)).Code;
        await town.AsksForHelpAsync(await town.BeneficiaryAsync(), needType: code);

        var refused = Assert.IsType<InstallOutcome.Refused>(await InstallAsync(town, CooperativeDocument.Needs, Taxonomy.Shipped.Without(code).Write(), 0));

        var used = Assert.IsType<DocumentMistake.StillUsed>(Assert.Single(refused.Mistakes));
        Assert.Equal((code, 1, 0), (used.Code, used.Requests, used.Series));
        Assert.Contains("demandes : 1", used.Sentence(CultureInfo.GetCultureInfo("fr-FR")), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Goes_back_to_an_earlier_version_as_a_new_one(Database kind)
    {
        await using var town = await OnAsync(kind);
        await InstallAsync(town, CooperativeDocument.Needs, Renamed("Aller acheter").Write(), 0);
        await InstallAsync(town, CooperativeDocument.Needs, Renamed("Emplettes").Write(), 1);

        Assert.Equal(new InstallOutcome.Installed(3), await RestoreAsync(town, 1, basedOn: 2));
        Assert.Equal("Aller acheter", (await town.DoAsync((NeedCatalogue needs) => needs.CurrentAsync(Ct))).Find("courses")!.NameFr);
        Assert.Equal(new InstallOutcome.Installed(4), await RestoreAsync(town, 0, basedOn: 3));
        Assert.IsType<InstallOutcome.Overtaken>(await RestoreAsync(town, 2, basedOn: 3));
        Assert.IsType<InstallOutcome.NotFound>(await RestoreAsync(town, 9, basedOn: 4));
        var history = await town.DoAsync((DocumentVersions versions) => versions.ReadAsync(CooperativeDocument.Needs, Ct));
        Assert.Equal([4, 3, 2, 1, 0], history.Versions.Select(v => v.Version));
        Assert.Equal(Taxonomy.Shipped.Write(), history.Text);
    }

    [Fact]
    public async Task Is_for_those_who_coordinate_every_territory()
    {
        await using var town = await OnAsync(Database.Sqlite);
        var (ofRedon, ofAll) = (await CoordinatorAsync(town, "Claire Morvan", town.Territory), await CoordinatorAsync(town, "Nadia Le Roux", town.Territory, Vannes));
        await town.LookAsync(async db =>
        {
            db.Add(new Territory(Vannes, "Vannes", "56260", "+33297000000"));
            return await db.SaveChangesAsync(Ct);
        });

        Assert.IsType<InstallOutcome.NotAllowed>(await InstallAsync(town, CooperativeDocument.Needs, Renamed("Emplettes").Write(), 0, ofRedon));
        Assert.IsType<InstallOutcome.NotAllowed>(await InstallAsync(town, CooperativeDocument.Needs, Renamed("Emplettes").Write(), 0, town.Coordinator));
        Assert.IsType<InstallOutcome.Installed>(await InstallAsync(town, CooperativeDocument.Needs, Renamed("Emplettes").Write(), 0, ofAll));
    }

    [Fact]
    public async Task A_document_nobody_edits_is_the_callers_mistake()
    {
        await using var town = await OnAsync(Database.Sqlite);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => InstallAsync(town, CooperativeDocument.Calibration, "{}", 0));
    }

    private static TerritoryId Vannes { get; } = new(Guid.Parse("0f1d2c3b-0000-4000-8000-000000000056"));

    private static SchoolHolidays WithoutChristmas => new(SchoolHolidays.Shipped.Periods.Where(p => !p.Contains(new LocalDate(2026, 12, 24))));

    private static Taxonomy Renamed(string courses) => Taxonomy.Shipped.With(Taxonomy.Shipped.Find("courses")! with { NameFr = courses });

    private static string CardsOf(int basePoints) => (CardFile.Default with { Acceptance = CardFile.Default.Acceptance with { Base = basePoints } }).Write();

    private static Task<InstallOutcome> InstallAsync(Town town, string name, string text, int basedOn, Actor? by = null) =>
        town.DoAsync((InstallDocument install) => install.RunAsync(name, text, basedOn, by ?? Actor.Machine, Ct));

    private static Task<InstallOutcome> RestoreAsync(Town town, int version, int basedOn) =>
        town.DoAsync((RestoreDocument restore) => restore.RunAsync(CooperativeDocument.Needs, version, basedOn, Actor.Machine, Ct));

    private static async Task<Actor> CoordinatorAsync(Town town, string name, params TerritoryId[] territories)
    {
        var id = new AccountId(Guid.NewGuid());
        await town.LookAsync(async db =>
        {
            db.Add(new Account(id, Role.Coordinator, territories, name, $"{id.Value:N}@exemple.fr", db.Keys.IndexOf($"{id.Value:N}@exemple.fr"), town.Now));
            return await db.SaveChangesAsync(Ct);
        });
        return Actor.Of(id);
    }
}
