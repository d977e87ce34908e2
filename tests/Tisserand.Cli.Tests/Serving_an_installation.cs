namespace Tisserand.Cli.Tests;

public sealed class Serving_an_installation
{
    [Fact]
    public async Task An_empty_folder_becomes_one_that_answers_and_stops_when_told()
    {
        using var here = new TemporaryInstallation();
        await using var site = await RunningSite.StartAsync(here);

        Assert.Equal("ok", await site.Browser.GetStringAsync("/healthz", TestContext.Current.CancellationToken));
        var ready = await site.ReadyAsync();
        Assert.All(["database", "migrations", "jobs", "disk", "outbox"], check => Assert.Contains($"\"name\":\"{check}\"", ready, StringComparison.Ordinal));
        Assert.Equal(0, await site.StopAsync());
        Assert.True(File.Exists(Path.Combine(here.Data, "tisserand.db")));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_said_in_a_sentence()
    {
        using var here = new TemporaryInstallation();
        using var there = new TemporaryInstallation();
        await using var site = await RunningSite.StartAsync(here);

        var answer = await there.RunAsync("serve", "--url", site.Browser.BaseAddress!.GetLeftPart(UriPartial.Authority));

        Assert.Equal(2, answer.Code);
        Assert.Contains("déjà prise", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demonstration_s_doors_are_shut_in_a_real_one()
    {
        using var here = new TemporaryInstallation();
        await using var site = await RunningSite.StartAsync(here);

        foreach (var path in (string[])["/demo", "/demo/messages", "/demo/enter"])
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Browser.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_first_account_comes_with_its_territory_and_an_address_to_choose_a_password_at()
    {
        using var here = new TemporaryInstallation();
        string[] add = ["account", "add", "--role", "coordinator", "--territory", "Redon", "--email", "claire@exemple.fr", "--name", "Claire Morvan"];

        var first = await here.RunAsync(add);
        var again = await here.RunAsync(add);

        Assert.Equal(0, first.Code);
        Assert.Equal(2, again.Code);
        var invitation = first.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Single(word => word.Contains("/connexion/invitation/", StringComparison.Ordinal));
        await using var site = await RunningSite.StartAsync(here);
        var page = await site.Browser.GetAsync(new Uri(invitation, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Without_its_keys_nothing_is_opened_nor_made_anew()
    {
        using var here = new TemporaryInstallation();
        Assert.Equal(0, (await here.RunAsync("account", "add", "--role", "admin", "--email", "claire@exemple.fr")).Code);
        Directory.Delete(here.Keys, recursive: true);

        var answer = await here.RunAsync("serve", "--url", "http://127.0.0.1:0");

        Assert.Equal(2, answer.Code);
        Assert.Contains("TISSERAND_KEYS", answer.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(here.Keys));
    }

    [Fact]
    public async Task A_folder_of_other_things_is_left_alone()
    {
        using var here = new TemporaryInstallation();
        Directory.CreateDirectory(here.Data);
        await File.WriteAllTextAsync(Path.Combine(here.Data, "lettre.txt"), "Chère Yvonne", TestContext.Current.CancellationToken);

        Assert.Equal(2, (await here.RunAsync("serve")).Code);
        Assert.Equal(2, (await here.RunAsync("demo", "--no-serve")).Code);
        Assert.Equal(["lettre.txt"], Directory.EnumerateFileSystemEntries(here.Data).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Real_people_are_not_served_in_the_clear_over_a_network()
    {
        using var here = new TemporaryInstallation();

        var answer = await here.RunAsync("serve", "--url", "http://192.0.2.1:5080");

        Assert.Equal(2, answer.Code);
        Assert.Contains("https", answer.Error, StringComparison.Ordinal);
    }
}
