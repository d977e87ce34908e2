using Tisserand.Language.Grammar;

namespace Tisserand.Language.Tests.Rules;

public sealed class Writing_rules
{
    [Fact]
    public void All_shipped_rules_can_be_read() => Assert.True(Language.Times.Rules.SymbolCount > 30 && FreeTimes.Rules.SymbolCount > 30);

    [Fact]
    public void Features_with_two_values_do_not_join() =>
        Assert.Null(Meaning.Nothing.With(Feature.Day, 3).And(Meaning.Nothing.With(Feature.Day, 4)));

    [Fact]
    public void Sets_of_weekdays_add_up() =>
        Assert.Equal(5, Meaning.Nothing.With(Feature.Days, 1).And(Meaning.Nothing.With(Feature.Days, 4))![Feature.Days]);

    [Fact]
    public void Joining_does_not_depend_on_the_order()
    {
        var day = Meaning.Nothing.With(Feature.Day, 3);
        var month = Meaning.Nothing.With(Feature.Month, 4).With(Feature.Days, 2);
        Assert.Equal(day.And(month), month.And(day));
    }

    [Fact]
    public void The_longest_reading_covers_the_text()
    {
        var tokens = ReadText.From("le mardi 24 mars à 11 h 15").Tokens;
        var found = Assert.Single(new Chart(Language.Times.Rules, tokens).Cover(Language.Times.Rules.Symbol("found")));
        Assert.Equal((0, tokens.Count), (found.Start, found.End));
    }
}
