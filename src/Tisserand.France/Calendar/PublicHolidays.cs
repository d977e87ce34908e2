using NodaTime;

namespace Tisserand.France;

/// <summary>A public holiday, with its French name.</summary>
public readonly record struct PublicHoliday(LocalDate Date, string Name);

/// <summary>French public holidays, computed.</summary>
/// <remarks>Code du travail L3133-1 (mainland), L3134-13 (Alsace-Moselle: Good Friday where there is a Protestant or
/// mixed church, taken for all), L3422-2 (abolition of slavery overseas). The list is today's law for any year.</remarks>
public static class PublicHolidays
{
    /// <summary>The holidays of a year, in order of date; two may fall on one day (1 May 2008).</summary>
    /// <param name="year">Gregorian, 1583 or later.</param>
    public static IReadOnlyList<PublicHoliday> Of(int year, HolidayVariant variant)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1583);
        var easter = EasterSunday(year);
        List<PublicHoliday> days =
        [
            new(new(year, 1, 1), "Jour de l'an"),
            new(easter.PlusDays(1), "Lundi de Pâques"),
            new(new(year, 5, 1), "Fête du Travail"),
            new(new(year, 5, 8), "Victoire de 1945"),
            new(easter.PlusDays(39), "Ascension"),
            new(easter.PlusDays(50), "Lundi de Pentecôte"),
            new(new(year, 7, 14), "Fête nationale"),
            new(new(year, 8, 15), "Assomption"),
            new(new(year, 11, 1), "Toussaint"),
            new(new(year, 11, 11), "Armistice de 1918"),
            new(new(year, 12, 25), "Noël"),
        ];
        if (variant == HolidayVariant.AlsaceMoselle)
        {
            days.Add(new(easter.PlusDays(-2), "Vendredi saint"));
            days.Add(new(new(year, 12, 26), "Saint-Étienne"));
        }
        if (Abolition(variant) is var (month, day)) days.Add(new(new(year, month, day), "Abolition de l'esclavage"));
        return [.. days.OrderBy(d => d.Date)];
    }

    /// <summary>Easter Sunday of the Gregorian calendar.</summary>
    /// <remarks>The anonymous algorithm of Nature, 1876, in Meeus, Astronomical Algorithms (1991), chapter 8.</remarks>
    public static LocalDate EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var (month, day) = Math.DivRem(h + l - 7 * m + 114, 31);
        return new(year, month, day + 1);
    }

    private static (int Month, int Day)? Abolition(HolidayVariant variant) => variant switch
    {
        HolidayVariant.Mayotte => (4, 27),
        HolidayVariant.Martinique => (5, 22),
        HolidayVariant.Guadeloupe => (5, 27),
        HolidayVariant.SaintMartin => (5, 28),
        HolidayVariant.Guyane => (6, 10),
        HolidayVariant.SaintBarthelemy => (10, 9),
        HolidayVariant.Reunion => (12, 20),
        _ => null,
    };
}
