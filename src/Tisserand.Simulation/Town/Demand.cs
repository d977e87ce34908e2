using NodaTime;
using Tisserand.France;

namespace Tisserand.Simulation.Town;

/// <summary>Needs as they arise, a Poisson number each day: fewer on Sundays and in summer, more when relatives are away.</summary>
public sealed class Demand(Chance chance, IReadOnlyList<Elder> elders, IReadOnlyList<Commune> communes, FrenchCalendar calendar, DateTimeZone zone)
{
    private const double OnSaturday = 0.3, OnSundayOrHoliday = 0.06, InSchoolHolidays = 1.1, InAugust = 0.8, MostDaysAhead = 21;

    /// <summary>Code, weight, factors of winter and of summer, is it a trip. Choices, in the proportions that associations of neighbours publish.</summary>
    private static readonly (string Code, double Weight, double Winter, double Summer, bool Trip)[] Kinds =
    [
        ("transport.medical", 22, 1.1, 0.9, true), ("courses.alimentaires", 13, 1.1, 1, false), ("visite.conversation", 9, 1.2, 0.9, false),
        ("transport.ville", 8, 1, 1, true), ("courses.pharmacie", 6, 1.3, 0.8, false), ("accompagnement.promenade", 6, 0.5, 1.3, false),
        ("courses.ensemble", 5, 1, 1, true), ("administratif.courrier", 5, 1, 0.9, false), ("jardin_bois.tonte", 5, 0, 1.8, false),
        ("bricolage.reparation", 4, 1, 1, false), ("numerique.telephone", 4, 1, 0.9, false), ("transport.loisirs", 4, 0.9, 1, true),
        ("jardin_bois.bois", 3, 2, 0.2, false), ("bricolage.ampoule", 2, 1.4, 0.8, false), ("visite.jeux", 2, 1.3, 0.8, false),
        ("transport.famille", 2, 1, 1.2, true), ("repas.partage", 2, 1.2, 0.9, false), ("animal.promenade", 1.5, 1.1, 1, false), ("numerique.demarche", 2, 1, 1, false),
    ];

    private readonly double[] _wants = [.. elders.Select(e => e.Wants)];

    /// <summary>All that is asked for on the days from <paramref name="first"/> to <paramref name="last"/>, in order.</summary>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day, included.</param>
    /// <param name="perWorkingDay">Needs on an ordinary working day.</param>
    /// <param name="from">Index of the first one.</param>
    public IReadOnlyList<Errand> Between(LocalDate first, LocalDate last, double perWorkingDay, int from)
    {
        var all = new List<(Instant At, LocalDate Day, int Nth)>();
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            var own = chance.Of("days").Of(Number(day));
            var count = own.Poisson(perWorkingDay * Factor(day));
            for (var nth = 0; nth < count; nth++)
                all.Add((zone.AtLeniently(day.At(new LocalTime(8, 30)).PlusMinutes(own.NextInt(10 * 60))).ToInstant(), day, nth));
        }

        return [.. all.OrderBy(a => a.At).ThenBy(a => a.Nth).Select((a, i) => Errand(from + i, a.At, a.Day, chance.Of("errands").Of(Number(a.Day)).Of(a.Nth)))];
    }

    private Errand Errand(int index, Instant at, LocalDate day, Chance own)
    {
        var kind = Kinds[own.Weighted([.. Kinds.Select(k => k.Weight * (IsWinter(day) ? k.Winter : IsSummer(day) ? k.Summer : 1))])];
        var ahead = Math.Clamp(1 + (int)own.Exponential(kind.Code == "courses.pharmacie" ? 1.2 : 5), 1, (int)MostDaysAhead);
        var on = day.PlusDays(ahead);
        while (on.DayOfWeek == IsoDayOfWeek.Sunday || calendar.IsPublicHoliday(on)) on = on.PlusDays(1);
        var start = on.At(new LocalTime(own.Bernoulli(0.45) ? own.NextInt(9, 12) : own.NextInt(14, 17), own.Pick([0, 15, 30, 45])));
        var flexible = kind.Trip ? 0 : own.Bernoulli(0.4) ? 0 : own.Pick([30, 60, 120]);
        var elder = own.Weighted(_wants);
        return new Errand(index, at, elder, kind.Code, start, flexible, kind.Trip ? Destination(own, elder) : null);
    }

    /// <summary>Most trips lead to the seat, the biggest place around.</summary>
    private string Destination(Chance own, int elder) => own.Bernoulli(0.75) ? communes[0].Insee : own.Bernoulli(0.5) ? elders[elder].Insee : own.Pick(communes).Insee;

    private double Factor(LocalDate day) =>
        (day.DayOfWeek == IsoDayOfWeek.Sunday || calendar.IsPublicHoliday(day) ? OnSundayOrHoliday : day.DayOfWeek == IsoDayOfWeek.Saturday ? OnSaturday : 1)
        * (calendar.IsSchoolHoliday(day) ? InSchoolHolidays : 1) * (day.Month == 8 ? InAugust : 1) * (IsWinter(day) ? 1.1 : 1);

    private static bool IsWinter(LocalDate day) => day.Month is 11 or 12 or 1 or 2;

    private static bool IsSummer(LocalDate day) => day.Month is 5 or 6 or 7 or 8;

    private static int Number(LocalDate day) => Period.DaysBetween(new LocalDate(2000, 1, 1), day);
}
