using Tisserand.Matching.Solicitation;

namespace Tisserand.Matching.Tests.Asking;

public sealed class When_a_message_may_leave
{
    private static readonly MessageHours Hours = MessageHours.Of(Redon.Paris, Redon.IsHoliday);

    [Theory]
    [InlineData(Sending.Solicitation, "2026-11-24 20:29", "2026-11-24 20:29")]
    [InlineData(Sending.Solicitation, "2026-11-24 20:30", "2026-11-25 08:30")]
    [InlineData(Sending.Solicitation, "2026-11-29 12:00", "2026-11-30 08:30")]
    [InlineData(Sending.AgreedVisit, "2026-11-24 21:59", "2026-11-24 21:59")]
    [InlineData(Sending.AgreedVisit, "2026-11-24 22:00", "2026-11-25 07:00")]
    [InlineData(Sending.AgreedVisit, "2026-11-29 12:00", "2026-11-29 12:00")]
    [InlineData(Sending.Call, "2026-11-28 19:00", "2026-11-30 09:00")]
    public void Each_kind_keeps_its_hours(Sending sending, string ready, string leaves) =>
        Assert.Equal(leaves, Redon.Local(Hours.EarliestSend(sending, Redon.At(ready))));

    [Theory]
    [InlineData("2026-11-25 11:00", "2026-11-24 23:00")]              // exactly 12 h ahead: at any hour
    [InlineData("2026-11-25 11:01", "2026-11-25 07:00")]
    [InlineData("2026-11-24 22:00", "2026-11-24 23:00")]              // under way
    public void A_visit_within_twelve_hours_opens_the_night(string visit, string leaves) =>
        Assert.Equal(leaves, Redon.Local(Hours.EarliestSend(Sending.AgreedVisit, Redon.At("2026-11-24 23:00"), Redon.At(visit))));

    [Fact]
    public void A_near_visit_opens_the_night_to_no_question() => Assert.Equal("2026-11-25 08:30",
        Redon.Local(Hours.EarliestSend(Sending.Solicitation, Redon.At("2026-11-24 23:00"), Redon.At("2026-11-25 10:00"))));

    [Fact]
    public void Who_chose_Sundays_is_asked_on_Sundays() => Assert.Equal("2026-11-29 12:00", Redon.Local(
        MessageHours.Of(Redon.Paris, Redon.IsHoliday, DailyHours.Solicitation.EveryDay).EarliestSend(Sending.Solicitation, Redon.At("2026-11-29 12:00"))));
}
