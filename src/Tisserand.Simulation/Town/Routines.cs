using NodaTime;
using Tisserand.France;

namespace Tisserand.Simulation.Town;

/// <summary>What comes back each week or one week in two, and who says yes to it once. Most of it is already so when the first day comes, and is
/// taken over from the coordinator's notebook in the first weeks; the rest is settled as life goes on.</summary>
public sealed class Routines(
    Chance chance, IReadOnlyList<Helper> helpers, IReadOnlyList<Elder> elders, Willingness willingness, OfficeHours office, Func<string, IReadOnlyList<string>> requires)
{
    private const double AlreadySo = 0.6, EachWeek = 0.55;
    private const int TakenOverWithinDays = 15, MostAsked = 10;

    /// <summary>Choices: what a neighbour promises for good is short, near and the same each time.</summary>
    private static readonly (string Code, double Weight, bool Trip)[] Kinds =
    [
        ("courses.alimentaires", 34, false), ("visite.conversation", 28, false), ("accompagnement.promenade", 9, false), ("visite.jeux", 8, false),
        ("transport.ville", 8, true), ("courses.pharmacie", 6, false), ("administratif.courrier", 4, false), ("transport.loisirs", 3, true),
    ];

    /// <param name="first">First day.</param>
    /// <param name="last">Last day on which one is settled.</param>
    /// <param name="count">How many elders wish for one; where nobody says yes, none comes of it.</param>
    /// <param name="seat">INSEE code of where trips lead.</param>
    /// <returns>In order of settling.</returns>
    public IReadOnlyList<Routine> Between(LocalDate first, LocalDate last, int count, string seat)
    {
        var settled = new List<Routine>();
        var promised = new HashSet<(int Helper, IsoDayOfWeek Day, bool Morning)>();
        var with = new HashSet<int>();
        var wants = elders.Select(e => e.Wants).ToArray();
        for (var i = 0; i < count; i++)
        {
            var own = chance.Of("routines").Of(i);
            var elder = own.Weighted(wants);
            if (with.Add(elder) && Settle(settled.Count, elder, own, first, last, seat, promised) is { } routine) settled.Add(routine);
        }

        return [.. settled.OrderBy(r => r.SettledAt).ThenBy(r => r.Index)];
    }

    private Routine? Settle(int index, int elder, Chance own, LocalDate first, LocalDate last, string seat, HashSet<(int, IsoDayOfWeek, bool)> promised)
    {
        var (code, _, trip) = Kinds[own.Weighted([.. Kinds.Select(k => k.Weight)])];
        var days = Math.Max(1, Period.DaysBetween(first, last));
        var on = first.PlusDays(own.NextInt(own.Bernoulli(AlreadySo) ? Math.Min(TakenOverWithinDays, days) : days));
        var settledAt = office.After(office.StartOf(on), Duration.FromMinutes(own.NextInt(5 * 60)));
        var morning = own.Bernoulli(0.5);
        var at = new LocalTime(morning ? own.NextInt(9, 12) : own.NextInt(14, 17), own.Pick([0, 30]));
        var day = (IsoDayOfWeek)own.NextInt(1, 6);
        var firstDate = office.DayOf(settledAt).PlusDays(2).Next(day);
        var need = new Routine(index, settledAt, elder, code, firstDate, own.Bernoulli(EachWeek) ? 1 : 2, at, trip ? 0 : own.Pick([0, 0, 30, 60]), trip ? seat : null, Main: 0, Second: null);

        var willing = helpers
            .Where(h => !h.NeverAnswers && h.Free[(((int)day - 1) * 2) + (morning ? 0 : 1)] && requires(code).All(h.Skills.Contains) && !promised.Contains((h.Index, day, morning)))
            .OrderBy(h => h.Home.KilometresTo(elders[elder].Home)).ThenBy(h => h.Index).Take(MostAsked)
            .Where(h => willingness.SaysYes(h, need.On(firstDate, settledAt).Index, willingness.ChanceOfYes(h, code, h.Home.KilometresTo(elders[elder].Home), 0, known: true)))
            .Take(2).ToList();
        if (willing.Count == 0) return null;
        promised.Add((willing[0].Index, day, morning));
        return need with { Main = willing[0].Index, Second = willing.Count > 1 && own.Bernoulli(0.7) ? willing[1].Index : null };
    }
}
