using NodaTime;
using Tisserand.Matching.Solicitation;

namespace Tisserand.Matching.Tests.Asking;

public sealed class The_grace_delay
{
    private static readonly WakingHours Office = WakingHours.Of(Redon.Paris, date => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? [] :
    [
        new(Redon.Paris.AtLeniently(date + new LocalTime(9, 0)).ToInstant(), Redon.Paris.AtLeniently(date + new LocalTime(12, 30)).ToInstant()),
        new(Redon.Paris.AtLeniently(date + new LocalTime(14, 0)).ToInstant(), Redon.Paris.AtLeniently(date + new LocalTime(17, 30)).ToInstant()),
    ]);

    [Theory]
    [InlineData("2026-11-24 10:00", "2026-11-24 10:30")]
    [InlineData("2026-11-24 12:20", "2026-11-24 14:20")]              // over lunch
    [InlineData("2026-11-27 17:10", "2026-11-30 09:10")]              // over the week-end
    [InlineData("2026-11-28 11:00", "2026-11-30 09:30")]
    public void Runs_only_while_somebody_is_on_duty(string validated, string ends) =>
        Assert.Equal(ends, Redon.Local(Grace.EndsAt(Redon.At(validated), Office)));

    [Fact]
    public void Never_ends_where_nobody_is_ever_on_duty() =>
        Assert.Null(Grace.EndsAt(Redon.At("2026-11-24 10:00"), WakingHours.Of(Redon.Paris, _ => [])));

    [Fact]
    public void May_be_none() => Assert.Equal(Redon.At("2026-11-28 11:00"), Grace.EndsAt(Redon.At("2026-11-28 11:00"), Office, Duration.Zero));
}
