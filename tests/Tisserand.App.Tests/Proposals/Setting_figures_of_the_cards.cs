using Tisserand.App.Proposals;
using Tisserand.Matching;

namespace Tisserand.App.Tests.Proposals;

public sealed class Setting_figures_of_the_cards
{
    private static readonly string Text = CardFile.Default.Write();

    private static List<CardFigure> Figures => [.. CardFigures.Of(CardFile.Default).SelectMany(g => g.Figures)];

    [Fact]
    public void The_same_figures_are_the_same_file() =>
        Assert.Equal(Text, Read(CardFigures.With(Text, Figures.ToDictionary(f => f.Path, f => f.Value))).Write());

    [Fact]
    public void Each_figure_is_set_at_its_own_place_and_no_other()
    {
        foreach (var figure in Figures.Where(f => !f.Path.Contains("step", StringComparison.OrdinalIgnoreCase)))
        {
            var value = figure.Value is > 0 and < 1 ? 0.07 : figure.Value + Math.Sign(figure.Value is 0 ? 1 : figure.Value);
            var after = CardFigures.Of(Read(CardFigures.With(Text, new Dictionary<string, double> { [figure.Path] = value }))).SelectMany(g => g.Figures);

            Assert.Equal(Figures.Select(f => (f.Path, f.Path == figure.Path ? value : f.Value)), after.Select(f => (f.Path, f.Value)));
        }
    }

    [Fact]
    public void A_mistake_names_the_place_of_its_figure()
    {
        var refused = Assert.IsType<CardFileReading.Refused>(CardFile.Parse(CardFigures.With(Text, new Dictionary<string, double> { ["$.visit.features[1].bins[0].points"] = 5000 })));
        Assert.Contains(Assert.Single(refused.Problems).Path, Figures.Select(f => f.Path));
    }

    [Fact]
    public void A_place_that_is_not_there_is_the_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => CardFigures.With(Text, new Dictionary<string, double> { ["$.acceptance.features[99].bins[0].points"] = 1 }));

    private static CardFile Read(string text) => Assert.IsType<CardFileReading.Read>(CardFile.Parse(text)).File;
}
