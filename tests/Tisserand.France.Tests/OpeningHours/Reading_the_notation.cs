using CsCheck;

namespace Tisserand.France.Tests.OpeningHoursNotation;

public sealed class Reading_the_notation
{
    [Fact]
    public void What_is_written_reads_back_the_same() => Hours.Any.Sample(hours =>
    {
        var again = Hours.Of(hours.ToString());
        Assert.Equal(hours, again);
        Assert.Equal(hours.ToString(), again.ToString());
        Assert.Equal(hours.Rules.Select(r => r.Days.Weekdays), again.Rules.Select(r => r.Days.Weekdays));
        Assert.Equal(hours.Rules.Select(r => r.Dates), again.Rules.Select(r => r.Dates));
        Assert.Equal(hours.Rules.SelectMany(r => r.Days.Nths), again.Rules.SelectMany(r => r.Days.Nths));
        Assert.Equal(hours.Rules.SelectMany(r => r.Weeks), again.Rules.SelectMany(r => r.Weeks));
        Assert.Equal(hours.Rules.Select(r => r.Hours is null), again.Rules.Select(r => r.Hours is null));
        Assert.Equal(hours.Rules.SelectMany(r => r.EffectiveHours), again.Rules.SelectMany(r => r.EffectiveHours));
    });

    [Theory]
    [InlineData("Mo,Th 08:00-12:00; SH off")]
    [InlineData("Mo,We")]
    [InlineData("Mo-Fr 08:00-12:00,14:00-18:00; PH off")]
    [InlineData("Jul-Aug Sa,Su 09:00-11:00")]
    [InlineData("2026 Nov 03-2026 Nov 20 off")]
    [InlineData("Dec 24-Jan 02 off")]
    [InlineData("week 02-52/2 Tu 14:00-18:00")]
    [InlineData("week 01,03,10-20 Mo-Su")]
    [InlineData("Sa[1,3] 10:00-12:00; Fr[-1] off")]
    [InlineData("SH,PH off")]
    [InlineData("SH We 09:00-12:00")]
    [InlineData("Feb 29 off")]
    [InlineData("Mo-Su 00:00-24:00")]
    [InlineData("off")]
    public void The_canonical_form_is_kept(string notation) => Assert.Equal(notation, Hours.Of(notation).ToString());

    [Theory]
    [InlineData("  mo , TH  8:00 - 12:00 ;sh OFF ; ", "Mo,Th 08:00-12:00; SH off")]
    [InlineData("Mo,Tu,We 08:00-12:00", "Mo-We 08:00-12:00")]
    [InlineData("Mo-Tu", "Mo,Tu")]
    [InlineData("Sa-Mo", "Mo,Sa,Su")]
    [InlineData("Mo 14:00-18:00,08:00-12:00,11:00-13:00", "Mo 08:00-13:00,14:00-18:00")]
    [InlineData("Mo,Mo[1]", "Mo")]
    [InlineData("Sa[3,1-2]", "Sa[1,2,3]")]
    [InlineData("Dec 24-31 off", "Dec 24-Dec 31 off")]
    [InlineData("2026 Nov 03-20 off", "2026 Nov 03-2026 Nov 20 off")]
    [InlineData("2026 Jul-Aug off", "2026 Jul-2026 Aug off")]
    [InlineData("PH,SH closed", "SH,PH off")]
    [InlineData("08:00-12:00", "08:00-12:00")]
    [InlineData("Dec 08:00-12:00", "Dec 08:00-12:00")]
    [InlineData("Dec 08 08:00-12:00", "Dec 08 08:00-12:00")]
    public void Other_spellings_are_written_one_way(string written, string canonical) => Assert.Equal(canonical, Hours.Of(written).ToString());

    [Theory]
    [InlineData("", 0, OpeningHoursError.Empty)]
    [InlineData("   ", 3, OpeningHoursError.Empty)]
    [InlineData("Mo;;Tu", 3, OpeningHoursError.Empty)]
    [InlineData("lundi 08:00-12:00", 0, OpeningHoursError.UnknownWord)]
    [InlineData("Mo 08:00-12:00 maybe", 15, OpeningHoursError.UnknownWord)]
    [InlineData("Mo,", 3, OpeningHoursError.UnknownWord)]
    [InlineData("Mo-Xx", 3, OpeningHoursError.UnknownWord)]
    [InlineData("24/7", 0, OpeningHoursError.BadTime)]
    [InlineData("Feb 30 off", 0, OpeningHoursError.BadDate)]
    [InlineData("2027 Feb 29 off", 0, OpeningHoursError.BadDate)]
    [InlineData("2026 off", 5, OpeningHoursError.BadDate)]
    [InlineData("Nov 03-31 off", 7, OpeningHoursError.BadDate)]
    [InlineData("Jul-Aug 15 off", 0, OpeningHoursError.MixedRange)]
    [InlineData("Dec 24-2027 Jan 02 off", 0, OpeningHoursError.MixedRange)]
    [InlineData("2026 Dec 24-Jan 02 off", 0, OpeningHoursError.ReversedRange)]
    [InlineData("week 54 Mo", 5, OpeningHoursError.BadWeek)]
    [InlineData("week Mo", 5, OpeningHoursError.BadWeek)]
    [InlineData("week 02-52/0 Mo", 5, OpeningHoursError.BadWeek)]
    [InlineData("week 50-02 Mo", 5, OpeningHoursError.ReversedRange)]
    [InlineData("Sa[6]", 3, OpeningHoursError.BadNth)]
    [InlineData("Sa[0]", 3, OpeningHoursError.BadNth)]
    [InlineData("Sa[1", 4, OpeningHoursError.BadNth)]
    [InlineData("Mo 25:00-26:00", 3, OpeningHoursError.BadTime)]
    [InlineData("Mo 08:60-09:00", 3, OpeningHoursError.BadTime)]
    [InlineData("Mo 8h-12h", 3, OpeningHoursError.BadTime)]
    [InlineData("Mo 08:00", 8, OpeningHoursError.BadTime)]
    [InlineData("Fr 20:00-02:00", 3, OpeningHoursError.PastMidnight)]
    [InlineData("Fr 08:00-12:00,14:00-14:00", 15, OpeningHoursError.PastMidnight)]
    [InlineData("Mo 08:00-12:00 off", 15, OpeningHoursError.OffWithHours)]
    [InlineData("Mo off 08:00-12:00", 7, OpeningHoursError.OffWithHours)]
    [InlineData("Mo,PH off", 3, OpeningHoursError.MixedDays)]
    [InlineData("PH,Mo off", 3, OpeningHoursError.MixedDays)]
    public void What_cannot_be_read_says_where_and_why(string notation, int position, OpeningHoursError error) =>
        Assert.Equal(new OpeningHoursReading.Refused(position, error), OpeningHours.Parse(notation));

    [Fact]
    public void Impossible_values_cannot_be_built()
    {
        Assert.Throws<ArgumentException>(() => new OpeningRule(DaySelector.EveryDay, [new(600, 600)]));
        Assert.Throws<ArgumentException>(() => new OpeningRule(DaySelector.EveryDay, [new(600, 1441)]));
        Assert.Throws<ArgumentException>(() => new OpeningHours([]));
        Assert.Throws<ArgumentException>(() => new DaySelector(Weekdays.None, [new(NodaTime.IsoDayOfWeek.Monday, 6)]));
        Assert.Throws<ArgumentException>(() => new DateRange(new(2, 30), new(3, 1)));
        Assert.Throws<ArgumentException>(() => new DateRange(new(2), new(3, 1)));
        Assert.Throws<ArgumentException>(() => new DateRange(new(3, 1, 2026), new(2, 1, 2026)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeekRange(3, 2));
    }

    [Fact]
    public void Whatever_is_typed_gets_an_answer() => Gen.String[Gen.Char["MoTuWePHSH JanDec0123456789:-/,;[]offweek\u00e9 "], 0, 40].Sample(text =>
    {
        switch (OpeningHours.Parse(text))
        {
            case OpeningHoursReading.Read read:
                Assert.Equal(read.Value, Hours.Of(read.Value.ToString()));
                break;
            case OpeningHoursReading.Refused refused:
                Assert.InRange(refused.Position, 0, text.Length);
                break;
        }
    }, iter: 5_000);
}
