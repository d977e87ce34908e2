namespace Tisserand.Cli.Tests;

public sealed class Typing_something_wrong
{
    [Theory]
    [InlineData("plann", "« plann » n'existe pas")]
    [InlineData("demo --foo", "n'a pas d'option « --foo »")]
    [InlineData("demo extra", "« extra » est de trop")]
    [InlineData("demo --data", "valeur après « --data » : ajoutez DOSSIER")]
    [InlineData("demo --data --no-serve", "valeur après « --data » : ajoutez DOSSIER")]
    [InlineData("demo --data a --data b", "« --data » est donnée plusieurs fois")]
    [InlineData("demo --seed x", "--seed 1")]
    [InlineData("demo --seed -3", "--seed 1")]
    [InlineData("demo --seed 99999999999", "--seed 1")]
    [InlineData("demo --at 2026-13-01T09:00", "--at 2026-11-30T09:00")]
    [InlineData("demo --at lundi", "--at 2026-11-30T09:00")]
    [InlineData("serve --url ftp://localhost", "--url http://localhost:5080")]
    [InlineData("serve --url localhost:5080", "--url http://localhost:5080")]
    [InlineData("backup", "Il manque FICHIER")]
    [InlineData("backup a b", "« b » est de trop")]
    [InlineData("account add", "« --role »")]
    [InlineData("account add --role boss", "coordinator, board, dpo ou admin")]
    [InlineData("account add --role admin --email nobody", "--email coordination@exemple.fr")]
    [InlineData("demo @file", "« @file » est de trop")]
    public async Task It_exits_2_says_what_and_shows_how_to_mend_it(string typed, string expected)
    {
        var answer = await TisserandProgram.RunAsync(typed.Split(' '));

        Assert.Equal(2, answer.Code);
        Assert.Empty(answer.Output);
        Assert.Contains(expected, answer.Error, StringComparison.Ordinal);
        Assert.Contains("Par exemple : ./tisserand", answer.Error, StringComparison.Ordinal);
        Assert.Contains("--help", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_inside_the_data_folder_are_refused()
    {
        var answer = await TisserandProgram.RunAsync([("TISSERAND_KEYS", "/srv/tisserand/keys")], "serve", "--data", "/srv/tisserand");

        Assert.Equal(2, answer.Code);
        Assert.Contains("TISSERAND_KEYS", answer.Error, StringComparison.Ordinal);
    }
}
