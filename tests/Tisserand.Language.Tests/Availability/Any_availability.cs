using CsCheck;
using NodaTime;
using Tisserand.France;

namespace Tisserand.Language.Tests.Free;

public sealed class Any_availability
{
    private static readonly Gen<DayHours> OneHours =
        from start in Gen.Int[12, 40]
        from length in Gen.Int[1, 8]
        select new DayHours(start * 30, (start + length) * 30);

    private static readonly Gen<DayHours[]> Hours = Gen.Int[1, 2].SelectMany(n => OneHours.Array[n]);

    // Days that share no rule, as a person would say them.
    private static readonly Gen<OpeningRule[]> Week =
        from groups in Gen.Int[0, 3].Array[7]
        from hours in Hours.Array[3]
        select Enumerable.Range(1, 3).Select(g => (Set: (Weekdays)Enumerable.Range(0, 7).Where(d => groups[d] == g).Sum(d => 1 << d), Hours: hours[g - 1]))
            .Where(g => g.Set != Weekdays.None).Select(g => new OpeningRule(new(g.Set), g.Hours)).ToArray();

    private static readonly int[][] Ranks = [[1], [2], [1, 3], [2, 4], [-1]];

    private static readonly Gen<OpeningRule[]> Nth =
        from day in Gen.Int[1, 7]
        from ranks in Gen.Int[0, 4].Select(i => Ranks[i])
        from hours in Hours
        select new[] { new OpeningRule(new(Weekdays.None, ranks.Select(r => new NthWeekday((IsoDayOfWeek)day, r))), hours) };

    private static readonly OpeningRule[][] Offs =
    [
        [], [], [new(new(Weekdays.None, null, HolidayKinds.School), [])], [new(new(Weekdays.None, null, HolidayKinds.Public), [])],
        [new(DaySelector.EveryDay, [], new DateRange(new(7), new(8)))], [new(DaySelector.EveryDay, [], new DateRange(new(4, 3, 2026), new(4, 20, 2026)))],
    ];

    private static readonly Gen<OpeningRule[]> Off = Gen.Int[0, 5].Select(i => Offs[i]);

    private static readonly Gen<OpeningHours> Written =
        from opened in Gen.OneOf(Week.Where(w => w.Length > 0), Nth)
        from off in Off
        select new OpeningHours([.. opened, .. off]);

    [Fact]
    public void Said_in_French_is_read_back_to_the_same_hours() => Written.Sample(hours =>
    {
        var back = Redon.Free(hours.ToFrench());
        Assert.False(back.Assumed);
        Assert.True(SameOverTwoYears(hours, back.Hours), $"{hours} · {hours.ToFrench()} · {back.Hours}");
    });

    [Fact]
    public void Read_from_French_keeps_its_meaning_when_said_and_read_again() => AnyText.Texts.Sample(text =>
    {
        var once = Redon.Free(text);
        if (once.Hours is null || once.Assumed) return;
        var again = Redon.Free(once.Hours.ToFrench());
        Assert.True(SameOverTwoYears(once.Hours, again.Hours), $"{once.Hours} · {once.Hours.ToFrench()} · {again.Hours}");
    });

    [Fact]
    public void Is_read_the_same_twice_from_any_text() => AnyText.Texts.Sample(text =>
    {
        var (once, again) = (Redon.Free(text), Redon.Free(text));
        Assert.Equal(once.Hours, again.Hours);
        Assert.True(once.Hours is not null || once.Questions.Count > 0);
    });

    private static bool SameOverTwoYears(OpeningHours a, OpeningHours? b) => b is not null
        && Enumerable.Range(0, 731).Select(Redon.Tuesday.Date.PlusDays).All(d => a.On(d, Redon.Calendar).SequenceEqual(b.On(d, Redon.Calendar)));
}
