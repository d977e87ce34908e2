namespace Tisserand.Cli.Tests;

public sealed class Finding_the_installation
{
    private static Installation Resolve(string? data = null, bool demonstration = false, string? database = null,
        params (string Name, string Value)[] environment)
    {
        var variables = environment.Append(("HOME", "/home/anne")).DistinctBy(v => v.Item1).ToDictionary(v => v.Item1, v => v.Item2);
        return Installation.Resolve(data, database, demonstration, variables.GetValueOrDefault);
    }

    [Fact]
    public void The_option_wins_over_TISSERAND_DATA_which_wins_over_the_usual_place()
    {
        Assert.Equal("/data/x", Resolve(data: "/data/x", environment: ("TISSERAND_DATA", "/srv/t")).DataFolder);
        Assert.Equal("/srv/t", Resolve(environment: [("TISSERAND_DATA", "/srv/t"), ("XDG_DATA_HOME", "/xdg")]).DataFolder);
        Assert.Equal("/xdg/tisserand", Resolve(environment: ("XDG_DATA_HOME", "/xdg")).DataFolder);
        Assert.Equal("/home/anne/.local/share/tisserand", Resolve().DataFolder);
    }

    [Fact]
    public void A_demonstration_goes_beside_the_data_unless_its_folder_is_named()
    {
        Assert.Equal("/home/anne/.local/share/tisserand-demo", Resolve(demonstration: true).DataFolder);
        Assert.Equal("/srv/t-demo", Resolve(demonstration: true, environment: ("TISSERAND_DATA", "/srv/t/")).DataFolder);
        Assert.Equal("/data/x", Resolve(data: "/data/x", demonstration: true).DataFolder);
    }

    [Fact]
    public void Keys_lie_in_TISSERAND_KEYS_or_with_the_configuration()
    {
        Assert.Equal("/keys", Resolve(environment: [("TISSERAND_KEYS", "/keys"), ("XDG_CONFIG_HOME", "/cfg")]).KeysFolder);
        Assert.Equal("/cfg/tisserand/keys", Resolve(environment: ("XDG_CONFIG_HOME", "/cfg")).KeysFolder);
        Assert.Equal("/home/anne/.config/tisserand/keys", Resolve().KeysFolder);
    }

    [Fact]
    public void The_database_is_SQLite_unless_a_connection_is_given()
    {
        Assert.Null(Resolve().Database);
        Assert.Equal("Host=b", Resolve(environment: ("TISSERAND_DATABASE", "Host=b")).Database);
        Assert.Equal("Host=a", Resolve(database: "Host=a", environment: ("TISSERAND_DATABASE", "Host=b")).Database);
    }

    [Fact]
    public void A_relative_folder_is_relative_to_where_the_person_stands() =>
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "here"), Resolve(data: "here").DataFolder);

    [Fact]
    public void Empty_variables_and_relative_XDG_folders_count_as_absent() =>
        Assert.Equal("/home/anne/.local/share/tisserand",
            Resolve(environment: [("TISSERAND_DATA", ""), ("XDG_DATA_HOME", "relative")]).DataFolder);

    [Fact]
    public void Keys_never_lie_in_the_data_folder_though_they_may_beside_it()
    {
        Assert.Throws<BadInputException>(() => Resolve(data: "/srv/t", environment: ("TISSERAND_KEYS", "/srv/t/keys")));
        Assert.Throws<BadInputException>(() => Resolve(data: "/srv/t", environment: ("TISSERAND_KEYS", "/srv/t")));
        Assert.Equal("/srv/t-keys", Resolve(data: "/srv/t", environment: ("TISSERAND_KEYS", "/srv/t-keys")).KeysFolder);
    }

    [Fact]
    public void Without_a_home_the_person_is_told_what_to_give() =>
        Assert.Throws<BadInputException>(() => Resolve(environment: ("HOME", "")));
}
