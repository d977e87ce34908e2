using Tisserand.Matching.Solicitation;
using static Tisserand.Matching.Tests.Asking.Redon;

namespace Tisserand.Matching.Tests.Asking;

public sealed class How_long_an_answer_is_awaited
{
    [Theory]
    [InlineData("2026-11-24 09:00", "2026-11-24 18:00", "2026-11-24 11:20")]              // 7 h left to 16:00, a third
    [InlineData("2026-11-24 09:00", "2026-11-24 12:30", "2026-11-24 09:45")]              // today: 45 minutes at least
    [InlineData("2026-11-24 09:00", "2026-11-27 11:00", "2026-11-25 09:00")]              // 36 h of waking time left: 12 h
    [InlineData("2026-11-24 09:00", "2026-12-24 10:30", "2026-11-26 09:00")]              // 24 waking hours at most
    [InlineData("2026-11-28 20:00", "2026-12-24 10:30", "2026-12-01 20:00")]              // Sunday does not count
    public void Is_a_third_of_the_waking_time_left(string asked, string visit, string look) => Assert.EndsWith($"look {look}",
        Next(Request(asked, visit, [.. People(20, 0.3)])).Say(), StringComparison.Ordinal);

    [Fact]
    public void Silence_is_followed_by_the_next_of_the_list_and_said()
    {
        var request = Request("2026-11-24 09:00", "2026-12-24 10:30", [.. People(9, 0.7)]);
        var first = Next(request);
        var second = Next(request.After(first).Later("2026-11-26 09:00"));
        Assert.Equal("ask 3 4 SilenceFollowed, look 2026-11-28 09:00", second.Say());
        Assert.Equal([Id(1), Id(2)], second.Silent);
    }

    [Fact]
    public void Nobody_follows_a_moment_too_early()
    {
        var request = Request("2026-11-24 09:00", "2026-12-24 10:30", [.. People(9, 0.7)]);
        Assert.Equal("wait AnswersAwaited, look 2026-11-26 09:00", Next(request.After(Next(request)).Later("2026-11-26 08:59")).Say());
    }

    [Fact]
    public void Somebody_asked_late_in_the_evening_still_has_her_45_minutes() => Assert.EndsWith("look 2026-11-24 21:05",
        Next(Request("2026-11-24 20:20", "2026-11-25 09:00", [.. People(3, 0.8)])).Say(), StringComparison.Ordinal);
}
