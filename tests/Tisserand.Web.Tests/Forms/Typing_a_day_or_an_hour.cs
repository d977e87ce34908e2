using NodaTime;
using Tisserand.Web.Forms;

namespace Tisserand.Web.Tests.Forms;

public sealed class Typing_a_day_or_an_hour
{
    private static readonly LocalDate Today = new(2026, 11, 25);     // a Wednesday

    [Theory]
    [InlineData("1/12", "2026-12-01")]
    [InlineData("01/12/2026", "2026-12-01")]
    [InlineData("1.12.26", "2026-12-01")]
    [InlineData("1-12", "2026-12-01")]
    [InlineData("2026-12-01", "2026-12-01")]
    [InlineData("1er décembre", "2026-12-01")]
    [InlineData(" Le Mardi 1er  Décembre ", "2026-12-01")]
    [InlineData("mardi 1 déc. 2026", "2026-12-01")]
    [InlineData("1st of December", "2026-12-01")]
    [InlineData("3 août", "2027-08-03")]
    [InlineData("24/11", "2027-11-24")]
    [InlineData("25/11", "2026-11-25")]
    [InlineData("29/02", "2028-02-29")]
    [InlineData("aujourd’hui", "2026-11-25")]
    [InlineData("demain", "2026-11-26")]
    [InlineData("après-demain", "2026-11-27")]
    [InlineData("jeudi", "2026-11-26")]
    [InlineData("lundi prochain", "2026-11-30")]
    [InlineData("friday", "2026-11-27")]
    public void Is_read_as_meant(string typed, string expected) =>
        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(expected).Value, Assert.IsType<DateReading.Day>(FrenchDates.Read(typed, Today)).Date);

    [Theory]
    [InlineData("12/05/38", "1938-05-12")]
    [InlineData("12 mai 1938", "1938-05-12")]
    [InlineData("01/01/26", "2026-01-01")]
    public void A_birth_is_in_the_past(string typed, string expected) =>
        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(expected).Value, Assert.IsType<DateReading.Day>(FrenchDates.Read(typed, Today, DateSense.Birth)).Date);

    [Theory]
    [InlineData("31/02/2027", typeof(DateReading.Impossible))]
    [InlineData("31 avril", typeof(DateReading.Impossible))]
    [InlineData("0/12", typeof(DateReading.Impossible))]
    [InlineData("12/13", typeof(DateReading.Unreadable))]
    [InlineData("bientôt", typeof(DateReading.Unreadable))]
    [InlineData("", typeof(DateReading.Unreadable))]
    [InlineData(null, typeof(DateReading.Unreadable))]
    [InlineData("lundi 1er décembre", typeof(DateReading.Contradiction))]
    [InlineData("mercredi", typeof(DateReading.Ambiguous))]
    public void What_could_mislead_is_asked_again(string? typed, Type expected)
    {
        var reading = FrenchDates.Read(typed, Today);
        Assert.IsType(expected, reading);
        Assert.NotEmpty(reading.Problem()!);
    }

    [Fact]
    public void Nothing_typed_ever_throws() => CsCheck.Check.Sample(CsCheck.Gen.String, typed =>
    {
        FrenchDates.Read(typed, Today);
        FrenchTimes.Read(typed);
    });

    [Fact]
    public void Every_day_of_the_year_to_come_is_read_back_however_written()
    {
        for (var date = Today; date < Today.PlusYears(1); date = date.PlusDays(1))
        {
            string[] ways = [$"{date.Day}/{date.Month}", $"{date.Day:00}/{date.Month:00}/{date.Year}", Tisserand.France.FrenchText.Date(date)];
            Assert.All(ways, way => Assert.Equal(date, Assert.IsType<DateReading.Day>(FrenchDates.Read(way, Today)).Date));
        }
    }

    [Theory]
    [InlineData("14h30", 14, 30)]
    [InlineData("14:30", 14, 30)]
    [InlineData("14 h 30", 14, 30)]
    [InlineData("14 h", 14, 0)]
    [InlineData("à 9 heures", 9, 0)]
    [InlineData("9", 9, 0)]
    [InlineData("midi", 12, 0)]
    [InlineData("2.30 pm", 14, 30)]
    [InlineData("12am", 0, 0)]
    public void An_hour_is_read_as_meant(string typed, int hour, int minute) =>
        Assert.Equal(new LocalTime(hour, minute), FrenchTimes.Read(typed));

    [Theory]
    [InlineData("25h")]
    [InlineData("14h60")]
    [InlineData("13pm")]
    [InlineData("bientôt")]
    [InlineData("")]
    [InlineData(null)]
    public void An_hour_that_does_not_exist_is_not_one(string? typed) => Assert.Null(FrenchTimes.Read(typed));
}
