using NodaTime;
using Tisserand.Matching.Solicitation;
using static Tisserand.Matching.Tests.Asking.Redon;

namespace Tisserand.Matching.Tests.Asking;

public sealed class A_budget
{
    [Fact]
    public void Of_two_a_week_spares_who_was_asked_twice() => Assert.Equal([2, 3],
        Asked(Spent(DaysAgo(1), DaysAgo(6))));

    [Fact]
    public void Of_six_a_month_spares_who_was_asked_six_times() => Assert.Equal([2, 3],
        Asked(Spent(DaysAgo(8), DaysAgo(12), DaysAgo(16), DaysAgo(20), DaysAgo(24), DaysAgo(29))));

    [Fact]
    public void Forgets_what_is_older() => Assert.Equal([1, 2],
        Asked(Spent(DaysAgo(1), DaysAgo(7), DaysAgo(15), DaysAgo(30))));

    [Fact]
    public void Does_not_bind_ones_own_regulars()
    {
        var step = Next(Spent(DaysAgo(1), DaysAgo(2), DaysAgo(3)).With(1, p => p with { Tie = Tie.Regular }));
        Assert.Equal([new(Id(1), BudgetException.OwnRegular), new(Id(2), null)], step.Asked());
    }

    [Fact]
    public void Does_not_bind_who_opted_in_when_it_is_urgent()
    {
        var spent = Spent(DaysAgo(1), DaysAgo(2)).With(1, p => p with { UrgentWelcome = true });
        Assert.Equal([2, 3], Asked(spent));
        Assert.Equal(new(Id(1), BudgetException.UrgentWelcome), Next(spent with { IsUrgent = true }).Asked()[0]);
    }

    [Fact]
    public void Is_waited_for_when_nobody_else_is_left() => Assert.Equal("wait BudgetsSpent, look 2026-11-27 09:00",
        Next(Request("2026-11-24 09:00", "2026-12-24 10:30",
            Person(1) with { RecentAsks = [At("2026-11-20 09:00"), At("2026-11-23 09:00")] })).Say());

    private static SolicitationState Spent(params IReadOnlyList<Instant> asks) =>
        Request("2026-11-24 09:00", "2026-12-24 10:30", [.. People(3, 0.75)]).With(1, p => p with { RecentAsks = asks });

    private static Instant DaysAgo(int days) => At("2026-11-24 09:00") - Duration.FromDays(days);

    private static IEnumerable<int> Asked(SolicitationState state) => Next(state).Asked().Select(q => Rank(q.Volunteer));
}
