using CsCheck;
using NodaTime;

namespace Tisserand.France.Tests.OpeningHoursNotation;

public sealed class Ticking_a_grid
{
    private static readonly Gen<WeeklyGrid> Grids = Gen.Select(Gen.Int[0, 7].Array[7], Gen.Bool, Gen.Bool, (days, school, holidays) =>
    {
        var grid = new WeeklyGrid(school, holidays);
        for (var i = 0; i < 7; i++) grid = grid.With((IsoDayOfWeek)(i + 1), (DayParts)days[i]);
        return grid;
    });

    [Fact]
    public void A_grid_comes_back_from_its_hours() => Grids.Sample(grid =>
        Assert.Equal(grid, WeeklyGrid.From(Hours.Of(grid.ToOpeningHours().ToString()))));

    [Fact]
    public void Hours_that_fit_come_back_from_their_grid() => Hours.Any.Sample(hours =>
    {
        if (WeeklyGrid.From(hours) is not { } grid) return;
        var again = grid.ToOpeningHours();
        for (var date = new LocalDate(2026, 12, 14); date < new LocalDate(2027, 1, 8); date = date.PlusDays(1))
            Assert.Equal(hours.On(date, Hours.Redon), again.On(date, Hours.Redon));
    }, iter: 5_000);

    [Fact]
    public void Days_ticked_alike_share_a_rule()
    {
        var grid = new WeeklyGrid(notInSchoolHolidays: true, notOnPublicHolidays: false)
            .With(IsoDayOfWeek.Monday, DayParts.Morning)
            .With(IsoDayOfWeek.Thursday, DayParts.Morning)
            .With(IsoDayOfWeek.Friday, DayParts.Afternoon | DayParts.Evening)
            .With(IsoDayOfWeek.Saturday, DayParts.All);
        Assert.Equal("Mo,Th 08:00-12:00; Fr 14:00-21:00; Sa; SH off", grid.ToOpeningHours().ToString());
        Assert.True(grid.Has(IsoDayOfWeek.Friday, DayParts.Evening));
        Assert.False(grid.Has(IsoDayOfWeek.Monday, DayParts.Evening));
    }

    [Fact]
    public void Nothing_ticked_is_never()
    {
        Assert.Equal(OpeningHours.Never, default(WeeklyGrid).ToOpeningHours());
        Assert.True(WeeklyGrid.From(OpeningHours.Never)!.Value.IsEmpty);
    }

    [Theory]
    [InlineData("Mo 09:00-12:00")]
    [InlineData("Mo 08:00-12:00,14:00-21:00")]
    [InlineData("Sa[1] 08:00-12:00")]
    [InlineData("Jul Mo 08:00-12:00")]
    [InlineData("week 02-52/2 Mo 08:00-12:00")]
    [InlineData("SH Mo off")]
    [InlineData("SH 08:00-12:00")]
    [InlineData("PH off; Mo 08:00-12:00")]
    public void What_does_not_fit_into_boxes_says_so(string notation) => Assert.Null(WeeklyGrid.From(Hours.Of(notation)));
}
