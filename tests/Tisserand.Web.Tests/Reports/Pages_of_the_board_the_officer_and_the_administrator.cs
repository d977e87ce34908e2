using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Privacy;
using Tisserand.Web.Health;
using Tisserand.Web.Security;
using Tisserand.Web.Tests.Site;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Tests.Reports;

public sealed class Pages_of_the_board_the_officer_and_the_administrator
{
    [Theory]
    [InlineData(10, "Bénévoles actifs : non montré")]
    [InlineData(11, "Bénévoles actifs : 11")]
    public async Task The_board_sees_no_figure_of_fewer_than_eleven_persons(int volunteers, string expected)
    {
        await using var site = await SiteUnderTest.StartAsync();
        for (var i = 0; i < volunteers; i++) await site.AddVolunteerAsync($"v{i}@exemple.fr");

        var page = await TextAsync(site, Roles.Board, "/conseil");

        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Lebrun", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_officer_reads_every_personal_property_with_its_reasons()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var page = await TextAsync(site, Roles.Officer, "/confidentialite");

        Assert.NotEmpty(DataCatalogue.Lines);
        Assert.All(DataCatalogue.Lines, line => Assert.Contains(Words.Board.All(CultureInfo.InvariantCulture)[$"Field_{line.Entity}_{line.Property}"], page, StringComparison.Ordinal));
        Assert.Contains("deux ans après le dernier contact", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reason_has_its_words()
    {
        var words = Words.Board.All(CultureInfo.InvariantCulture).Keys;
        string[] wanted =
        [
            .. Enum.GetNames<Purpose>().Select(name => "Purpose_" + name), .. Enum.GetNames<LegalBasis>().Select(name => "Basis_" + name),
            .. Enum.GetNames<Retention>().Select(name => "Retention_" + name), .. Enum.GetNames<Recipients>().Select(name => "Recipients_" + name),
            .. DataCatalogue.Lines.Select(line => "Entity_" + line.Entity),
        ];

        Assert.Empty(wanted.Except(words));
    }

    [Theory]
    [InlineData(true, "Tout va bien")]
    [InlineData(false, "Quelque chose ne va pas")]
    public async Task The_administrator_sees_whether_the_installation_is_well(bool isWell, string expected)
    {
        await using var site = await SiteUnderTest.StartAsync(more: services =>
            services.AddSingleton(new ReadinessCheck("disk", (_, _) => Task.FromResult(new Readiness(isWell, "12 MB free")))));

        var page = await TextAsync(site, Roles.Administrator, "/admin");

        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Contains("12 MB free", page, StringComparison.Ordinal);
        Assert.Contains("./tisserand backup tisserand-2026-11-25.backup", page, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(SiteUnderTest site, string role, string path)
    {
        var answer = await (await site.SignedInAsync(role)).GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
