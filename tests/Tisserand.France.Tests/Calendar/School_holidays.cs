using NodaTime;

namespace Tisserand.France.Tests.Calendar;

public sealed class School_holidays
{
    private static readonly SchoolHolidays Shipped = SchoolHolidays.Shipped;

    [Theory]
    [InlineData("35", SchoolZone.B)]
    [InlineData("44", SchoolZone.B)]
    [InlineData("56", SchoolZone.B)]
    [InlineData("49", SchoolZone.B)]
    [InlineData("75", SchoolZone.C)]
    [InlineData("31", SchoolZone.C)]
    [InlineData("33", SchoolZone.A)]
    [InlineData("69", SchoolZone.A)]
    [InlineData("14", SchoolZone.B)]
    [InlineData("06", SchoolZone.B)]
    public void A_departement_has_the_zone_of_its_academie(string departement, SchoolZone zone) =>
        Assert.Equal(zone, SchoolZones.OfDepartement(departement));

    [Theory, InlineData("2A"), InlineData("2B"), InlineData("974"), InlineData("988"), InlineData("??")]
    public void Corsica_and_overseas_have_none(string departement) => Assert.Null(SchoolZones.OfDepartement(departement));

    [Fact]
    public void Every_mainland_departement_has_a_zone()
    {
        var mainland = CommuneTable.Shipped.All.Select(c => c.Departement).Distinct()
            .Where(d => d.Length == 2 && d is not ("2A" or "2B")).ToList();
        Assert.Equal(94, mainland.Count);
        Assert.All(mainland, d => Assert.NotNull(SchoolZones.OfDepartement(d)));
    }

    [Fact]
    public void The_shipped_table_says_which_years_it_knows()
    {
        foreach (var zone in Enum.GetValues<SchoolZone>())
            Assert.Equal(Enumerable.Range(2018, 9).Select(y => new SchoolYear(y)), Shipped.YearsLoaded(zone));
        Assert.Equal("2026-2027", Shipped.YearsLoaded(SchoolZone.B)[^1].ToString());
    }

    [Theory]
    [InlineData("2026-12-18", false)]
    [InlineData("2026-12-19", true)]
    [InlineData("2027-01-03", true)]
    [InlineData("2027-01-04", false)]
    [InlineData("2027-02-19", false)]
    [InlineData("2027-02-20", true)]
    [InlineData("2026-11-25", false)]
    public void Both_ends_are_included(string date, bool expected) => Assert.Equal(expected, Shipped.Contains(SchoolZone.B, Day(date)));

    [Theory, InlineData("2027-09-01"), InlineData("2018-05-10"), InlineData("2040-01-01")]
    public void A_year_that_is_not_loaded_is_not_known(string date) => Assert.Null(Shipped.Contains(SchoolZone.B, Day(date)));

    [Fact]
    public void A_summer_on_the_table_is_known_even_if_its_year_is_not() =>
        Assert.True(Shipped.Contains(SchoolZone.B, new(2018, 7, 20)));

    [Fact]
    public void The_calendar_of_a_commune_knows_its_zone()
    {
        var redon = FrenchCalendar.Of(CommuneTable.Shipped.Find("35236")!, Shipped);
        var paris = FrenchCalendar.Of(CommuneTable.Shipped.Find("75056")!, Shipped);
        Assert.True(redon.IsSchoolHoliday(new(2027, 2, 25)));
        Assert.False(paris.IsSchoolHoliday(new(2027, 2, 25)));
        Assert.True(paris.KnowsSchoolHolidays(new(2027, 2, 25)));
    }

    [Fact]
    public void Corsica_is_not_known_rather_than_no()
    {
        var ajaccio = FrenchCalendar.Of(CommuneTable.Shipped.Find("2A004")!, Shipped);
        Assert.False(ajaccio.IsSchoolHoliday(new(2026, 12, 25)));
        Assert.False(ajaccio.KnowsSchoolHolidays(new(2026, 12, 25)));
    }

    [Fact]
    public void A_cooperative_can_load_its_own_table()
    {
        const string Csv = "\uFEFFzone;first_day;last_day;name\r\nB;2027-10-16;2027-11-01;Toussaint\r\nB;2028-02-12;2028-02-27;Hiver\r\n\r\nB;2028-07-08;2028-08-31;Été\r\n";
        var table = Assert.IsType<SchoolHolidaysReading.Read>(SchoolHolidaysCsv.Read(Csv)).Table;
        Assert.Equal([new SchoolYear(2027)], table.YearsLoaded(SchoolZone.B));
        Assert.True(table.Contains(SchoolZone.B, new(2027, 10, 20)));
        Assert.False(table.Contains(SchoolZone.B, new(2027, 9, 20)));
        Assert.Null(table.Contains(SchoolZone.A, new(2027, 10, 20)));
    }

    [Fact]
    public void What_is_written_reads_back() =>
        Assert.Equal(Shipped.Periods, Assert.IsType<SchoolHolidaysReading.Read>(SchoolHolidaysCsv.Read(SchoolHolidaysCsv.Write(Shipped))).Table.Periods);

    [Fact]
    public void A_comma_in_a_name_is_kept()
    {
        var table = new SchoolHolidays([new(SchoolZone.A, new(2026, 5, 14), new(2026, 5, 17), "Ascension, pont")]);
        Assert.Equal(table.Periods, Assert.IsType<SchoolHolidaysReading.Read>(SchoolHolidaysCsv.Read(SchoolHolidaysCsv.Write(table))).Table.Periods);
    }

    [Theory]
    [InlineData("", 1, SchoolHolidaysError.HeaderMissing)]
    [InlineData("zone,from,to", 1, SchoolHolidaysError.HeaderMissing)]
    [InlineData("zone,first_day,last_day,name\nA,2026-01-01,2026-01-02", 2, SchoolHolidaysError.WrongNumberOfCells)]
    [InlineData("zone,first_day,last_day,name\n\nD,2026-01-01,2026-01-02,x", 3, SchoolHolidaysError.UnknownZone)]
    [InlineData("zone,first_day,last_day,name\n0,2026-01-01,2026-01-02,x", 2, SchoolHolidaysError.UnknownZone)]
    [InlineData("zone,first_day,last_day,name\nA,01/01/2026,2026-01-02,x", 2, SchoolHolidaysError.BadDate)]
    [InlineData("zone,first_day,last_day,name\nA,2026-02-30,2026-03-02,x", 2, SchoolHolidaysError.BadDate)]
    [InlineData("zone,first_day,last_day,name\nA,2026-01-03,2026-01-02,x", 2, SchoolHolidaysError.EndsBeforeItBegins)]
    [InlineData("zone,first_day,last_day,name\nA,2026-01-01,2026-01-02,", 2, SchoolHolidaysError.NameMissing)]
    [InlineData("zone,first_day,last_day,name\nA,2026-01-01,2026-01-05,x\nB,2026-01-02,2026-01-06,x\nA,2026-01-05,2026-01-09,y", 4, SchoolHolidaysError.Overlaps)]
    public void A_bad_line_is_named(string csv, int line, SchoolHolidaysError error) =>
        Assert.Equal(new SchoolHolidaysReading.Refused(line, error), SchoolHolidaysCsv.Read(csv));

    [Theory]
    [InlineData("2026-11-25", true)]
    [InlineData("2026-11-28", false)]
    [InlineData("2026-11-29", false)]
    [InlineData("2026-11-11", false)]
    [InlineData("2026-12-28", true)]
    public void Working_days_are_Monday_to_Friday_but_public_holidays(string date, bool expected) =>
        Assert.Equal(expected, FrenchCalendar.Of(CommuneTable.Shipped.Find("35236")!, Shipped).IsWorkingDay(Day(date)));

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
