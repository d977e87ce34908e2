using NodaTime;
using Tisserand.France;
using Tisserand.Simulation.Town;

namespace Tisserand.Simulation.Tests.Town;

public sealed class Settling_what_comes_back
{
    private static readonly LocalDate First = new(2026, 5, 25), Last = new(2026, 11, 20);
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private readonly Chance _chance = new(1);
    private readonly IReadOnlyList<Helper> _helpers;
    private readonly IReadOnlyList<Elder> _elders;
    private readonly OfficeHours _office;

    public Settling_what_comes_back()
    {
        var redon = CommuneTable.Shipped.Find("35236")!;
        var residents = new Residents(_chance, [redon], new LifeOptions());
        (_helpers, _elders) = (residents.Helpers(60), residents.Elders(60));
        _office = new OfficeHours(FrenchCalendar.Of(redon, SchoolHolidays.Shipped), Paris);
    }

    [Fact]
    public void The_same_chance_settles_the_same() => Assert.Equal(Settled(), Settled());

    [Fact]
    public void Each_is_settled_in_office_hours_for_days_that_come_after() => Assert.All(Settled(), r =>
    {
        Assert.True(_office.IsOpen(r.SettledAt));
        Assert.True(r.FirstDate > r.SettledAt.InZone(Paris).Date);
        Assert.InRange(r.FirstDate.DayOfWeek, IsoDayOfWeek.Monday, IsoDayOfWeek.Friday);
    });

    [Fact]
    public void The_main_volunteer_is_free_then_can_do_it_and_is_promised_once_to_each_half_day()
    {
        var settled = Settled();

        Assert.NotEmpty(settled);
        Assert.All(settled, r =>
        {
            Assert.True(_helpers[r.Main].Free[(((int)r.FirstDate.DayOfWeek - 1) * 2) + (r.At.Hour < 13 ? 0 : 1)]);
            Assert.All(Requires(r.NeedCode), skill => Assert.Contains(skill, _helpers[r.Main].Skills));
            Assert.NotEqual(r.Main, r.Second);
        });
        Assert.Distinct(settled.Select(r => (r.Main, r.FirstDate.DayOfWeek, r.At.Hour < 13)));
        Assert.Distinct(settled.Select(r => r.Elder));
    }

    [Fact]
    public void Some_come_back_each_week_and_some_one_week_in_two()
    {
        Assert.Contains(Settled(), r => r.Rule.StartsWith("FREQ=WEEKLY;BYDAY=", StringComparison.Ordinal));
        Assert.Contains(Settled(), r => r.Rule.StartsWith("FREQ=WEEKLY;INTERVAL=2;BYDAY=", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_day_is_a_need_of_its_own()
    {
        var days = Settled().SelectMany(r => Enumerable.Range(0, 30).Select(week => r.On(r.FirstDate.PlusWeeks(week * r.EveryWeeks), r.SettledAt).Index));

        Assert.Distinct(days);
    }

    [Fact]
    public void Couples_are_helped_at_one_door_and_neither_lives_alone()
    {
        var couples = _elders.Where(e => e.Partner is not null).ToList();

        Assert.NotEmpty(couples);
        Assert.All(couples, e =>
        {
            Assert.Equal(e.Home, _elders[e.Partner!.Value].Home);
            Assert.Equal(e.Index, _elders[e.Partner.Value].Partner);
            Assert.False(e.LivesAlone);
        });
    }

    private IReadOnlyList<Routine> Settled() =>
        new Routines(_chance, _helpers, _elders, new Willingness(_chance, new LifeOptions()), _office, Requires).Between(First, Last, 30, "35236");

    private static string[] Requires(string code) => code.StartsWith("transport", StringComparison.Ordinal) ? ["permis", "voiture"] : [];
}
