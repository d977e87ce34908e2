using System.Globalization;
using CsCheck;
using NodaTime;

namespace Tisserand.France.Tests.Text;

public sealed class Saying_dates_and_times
{
    private static readonly LocalDate First = new(2026, 12, 1);

    [Fact]
    public void Dates_in_full()
    {
        Assert.Equal("mardi 1er décembre 2026", FrenchText.Date(First));
        Assert.Equal("mercredi 2 décembre", FrenchText.Date(First.PlusDays(1), withYear: false));
        Assert.Equal("1er décembre 2026", FrenchText.ShortDate(First));
        Assert.Equal("Tuesday 1 December 2026", EnglishText.Date(First));
        Assert.Equal("1 December", EnglishText.ShortDate(First, withYear: false));
    }

    [Fact]
    public void A_date_with_its_hour()
    {
        Assert.Equal("mardi 1er décembre à 14 h 30", FrenchText.DateTime(First.At(new(14, 30))));
        Assert.Equal("mardi 1er décembre 2026 à 9 h", FrenchText.DateTime(First.At(new(9, 0)), withYear: true));
        Assert.Equal("Tuesday 1 December at 2:30 pm", EnglishText.DateTime(First.At(new(14, 30))));
    }

    [Theory]
    [InlineData(14, 30, "14 h 30", "2:30 pm")]
    [InlineData(14, 0, "14 h", "2 pm")]
    [InlineData(8, 5, "8 h 05", "8:05 am")]
    [InlineData(0, 0, "minuit", "midnight")]
    [InlineData(0, 15, "0 h 15", "12:15 am")]
    [InlineData(12, 0, "12 h", "noon")]
    [InlineData(12, 45, "12 h 45", "12:45 pm")]
    public void Hours_of_the_day(int hour, int minute, string french, string english)
    {
        Assert.Equal(french, FrenchText.Time(new(hour, minute)));
        Assert.Equal(english, EnglishText.Time(new(hour, minute)));
    }

    [Theory]
    [InlineData(0, "0 min", "0 min")]
    [InlineData(45, "45 min", "45 min")]
    [InlineData(60, "1 h", "1 h")]
    [InlineData(90, "1 h 30", "1 h 30 min")]
    [InlineData(65, "1 h 05", "1 h 5 min")]
    [InlineData(1439, "23 h 59", "23 h 59 min")]
    [InlineData(1440, "1 jour", "1 day")]
    [InlineData(1440 * 3 + 240, "3 jours et 4 h", "3 days and 4 h")]
    [InlineData(1440 * 2 - 10, "2 jours", "2 days")]
    public void Lengths(int minutes, string french, string english)
    {
        Assert.Equal(french, FrenchText.Length(Duration.FromMinutes(minutes)));
        Assert.Equal(english, EnglishText.Length(Duration.FromMinutes(minutes)));
    }

    [Theory]
    [InlineData(0, "à l'instant", "just now")]
    [InlineData(5, "dans 5 min", "in 5 min")]
    [InlineData(-180, "il y a 3 h", "3 h ago")]
    [InlineData(48 * 60, "dans 2 jours", "in 2 days")]
    [InlineData(-30 * 60, "il y a 1 jour", "1 day ago")]
    public void How_far_away(int minutes, string french, string english)
    {
        var now = Instant.FromUtc(2026, 11, 25, 8, 0);
        Assert.Equal(french, FrenchText.Relative(now + Duration.FromMinutes(minutes), now));
        Assert.Equal(english, EnglishText.Relative(now + Duration.FromMinutes(minutes), now));
    }

    [Theory]
    [InlineData(0, "aujourd'hui", "today")]
    [InlineData(1, "demain", "tomorrow")]
    [InlineData(2, "après-demain", "in 2 days")]
    [InlineData(-1, "hier", "yesterday")]
    [InlineData(-2, "avant-hier", "2 days ago")]
    [InlineData(40, "dans 40 jours", "in 40 days")]
    [InlineData(-9, "il y a 9 jours", "9 days ago")]
    public void How_many_days_away(int days, string french, string english)
    {
        Assert.Equal(french, FrenchText.RelativeDay(First.PlusDays(days), First));
        Assert.Equal(english, EnglishText.RelativeDay(First.PlusDays(days), First));
    }

    [Fact]
    public void Spans_of_days_say_no_word_twice()
    {
        Assert.Equal("du 1er au 20 décembre 2026", FrenchText.Dates(First, new(2026, 12, 20)));
        Assert.Equal("du 30 novembre au 1er décembre 2026", FrenchText.Dates(First.PlusDays(-1), First));
        Assert.Equal("du 24 décembre 2026 au 2 janvier 2027", FrenchText.Dates(new(2026, 12, 24), new(2027, 1, 2)));
        Assert.Equal("le 1er décembre 2026", FrenchText.Dates(First, First));
        Assert.Equal("1 to 20 December 2026", EnglishText.Dates(First, new(2026, 12, 20)));
        Assert.Equal("24 December 2026 to 2 January 2027", EnglishText.Dates(new(2026, 12, 24), new(2027, 1, 2)));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("a", "a", "a")]
    [InlineData("a b", "a et b", "a and b")]
    [InlineData("a b c", "a, b et c", "a, b and c")]
    public void Lists(string things, string french, string english)
    {
        var all = things.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(french, FrenchText.List(all));
        Assert.Equal(english, EnglishText.List(all));
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal("mardi 1er décembre 2026", FrenchText.Date(First));
            Assert.Equal("3 jours et 4 h", FrenchText.Length(Duration.FromHours(76)));
            Assert.Equal("Mo 08:00-12:00", ((OpeningHoursReading.Read)OpeningHours.Parse("Mo 8:00-12:00")).Value.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_day_is_said_in_its_own_way() => Gen.Int[0, 3000].Sample(days =>
        Assert.Equal(First.PlusDays(days).ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture), EnglishText.Date(First.PlusDays(days))));
}
