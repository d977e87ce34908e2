using CsCheck;
using NodaTime;

namespace Tisserand.France.Tests.Calendar;

public sealed class Public_holidays
{
    [Theory]
    [InlineData(2019, "04-22", "05-30", "06-10")]
    [InlineData(2020, "04-13", "05-21", "06-01")]
    [InlineData(2024, "04-01", "05-09", "05-20")]
    [InlineData(2025, "04-21", "05-29", "06-09")]
    [InlineData(2026, "04-06", "05-14", "05-25")]
    [InlineData(2027, "03-29", "05-06", "05-17")]
    [InlineData(2038, "04-26", "06-03", "06-14")]
    public void Those_that_move_fall_where_they_did(int year, string easterMonday, string ascension, string whitMonday)
    {
        Assert.Equal(easterMonday, On(year, "Lundi de Pâques"));
        Assert.Equal(ascension, On(year, "Ascension"));
        Assert.Equal(whitMonday, On(year, "Lundi de Pentecôte"));
    }

    [Fact]
    public void The_mainland_has_eleven_and_names_them_in_French() => Assert.Equal(
        ["2026-01-01 Jour de l'an", "2026-04-06 Lundi de Pâques", "2026-05-01 Fête du Travail", "2026-05-08 Victoire de 1945",
         "2026-05-14 Ascension", "2026-05-25 Lundi de Pentecôte", "2026-07-14 Fête nationale", "2026-08-15 Assomption",
         "2026-11-01 Toussaint", "2026-11-11 Armistice de 1918", "2026-12-25 Noël"],
        PublicHolidays.Of(2026, HolidayVariant.Metropole).Select(h => $"{h.Date:yyyy-MM-dd} {h.Name}"));

    [Fact]
    public void Alsace_and_Moselle_have_Good_Friday_and_the_day_after_Christmas()
    {
        var days = PublicHolidays.Of(2026, HolidayVariant.AlsaceMoselle).Select(h => h.Date).ToList();
        Assert.Equal(13, days.Count);
        Assert.Contains(new LocalDate(2026, 4, 3), days);
        Assert.Contains(new LocalDate(2026, 12, 26), days);
    }

    [Theory]
    [InlineData("971", 5, 27)]
    [InlineData("972", 5, 22)]
    [InlineData("973", 6, 10)]
    [InlineData("974", 12, 20)]
    [InlineData("976", 4, 27)]
    [InlineData("977", 10, 9)]
    [InlineData("978", 5, 28)]
    public void Overseas_keeps_the_day_slavery_ended(string departement, int month, int day)
    {
        var calendar = new FrenchCalendar(HolidayVariants.OfDepartement(departement), null, SchoolHolidays.None);
        Assert.Equal("Abolition de l'esclavage", calendar.PublicHolidayName(new(2026, month, day)));
    }

    [Theory]
    [InlineData("67482", HolidayVariant.AlsaceMoselle)]
    [InlineData("57463", HolidayVariant.AlsaceMoselle)]
    [InlineData("35236", HolidayVariant.Metropole)]
    [InlineData("2A004", HolidayVariant.Metropole)]
    [InlineData("97411", HolidayVariant.Reunion)]
    public void A_commune_tells_its_variant(string insee, HolidayVariant variant) =>
        Assert.Equal(variant, HolidayVariants.Of(CommuneTable.Shipped.Find(insee)!));

    [Fact]
    public void Two_on_one_day_are_both_named() => Assert.Equal("Fête du Travail et Ascension",
        new FrenchCalendar(HolidayVariant.Metropole, null, SchoolHolidays.None).PublicHolidayName(new(2008, 5, 1)));

    [Fact]
    public void Easter_is_the_Sunday_after_the_first_full_moon_of_spring()
    {
        // Oracle: the ecclesiastical moon from golden number and epact (Clavius), by its tables' rule.
        Gen.Int[1583, 4000].Sample(year =>
        {
            var century = year / 100 + 1;
            var golden = year % 19 + 1;
            var epact = (11 * golden + 20 + ((8 * century + 5) / 25 - 5) - (3 * century / 4 - 12) + 3000) % 30;
            if (epact == 24 || (epact == 25 && golden > 11)) epact++;
            var moon = 44 - epact;
            if (moon < 21) moon += 30;
            var fullMoon = new LocalDate(year, 3, 1).PlusDays(moon - 1);
            Assert.Equal(fullMoon.Next(IsoDayOfWeek.Sunday), PublicHolidays.EasterSunday(year));
        });
    }

    private static string On(int year, string name) =>
        $"{PublicHolidays.Of(year, HolidayVariant.Metropole).Single(h => h.Name == name).Date:MM-dd}";
}
