using CsCheck;
using NodaTime;
using Tisserand.Matching.Solicitation;

namespace Tisserand.Matching.Tests.Asking;

public sealed class Reminding
{
    [Theory]
    [InlineData("2026-11-25 14:30", "2026-11-24 18:00", "2026-11-25 12:30")]     // Wednesday: the evening before
    [InlineData("2026-11-30 14:30", "2026-11-28 18:00", "2026-11-30 12:30")]     // Monday: Saturday evening
    [InlineData("2026-11-29 14:30", "2026-11-28 18:00", "2026-11-29 12:30")]     // Sunday: Saturday evening
    [InlineData("2026-11-12 14:30", "2026-11-10 18:00", "2026-11-12 12:30")]     // the day after the Armistice
    [InlineData("2026-11-02 14:30", "2026-10-31 18:00", "2026-11-02 12:30")]     // after All Saints, a Sunday
    [InlineData("2026-11-25 08:15", "2026-11-24 18:00", "2026-11-25 07:00")]     // never before seven
    [InlineData("2026-03-29 09:30", "2026-03-28 18:00", "2026-03-29 07:30")]     // summer time begins in the night
    public void A_text_leaves_in_the_last_waking_evening_and_two_hours_before(string visit, string evening, string before) =>
        Assert.Equal([evening, before], Due(new(Redon.At(visit), Redon.At("2026-01-05 09:00"), ReachedBy.Text, 1)));

    [Theory]
    [InlineData("2026-11-24 17:59", 2)]
    [InlineData("2026-11-24 18:00", 1)]
    [InlineData("2026-11-25 12:29", 1)]
    [InlineData("2026-11-25 12:30", 0)]
    public void What_would_leave_before_the_agreement_is_skipped(string agreed, int left) =>
        Assert.Equal(left, Due(new(Redon.At("2026-11-25 14:30"), Redon.At(agreed), ReachedBy.Text, 1)).Count);

    [Fact]
    public void A_visit_at_seven_has_no_reminder_of_the_morning() => Assert.Equal(["2026-11-24 18:00"],
        Due(new(Redon.At("2026-11-25 07:00"), Redon.At("2026-11-01 09:00"), ReachedBy.Text, 0)));

    [Theory]
    [InlineData(2, false, 2)]
    [InlineData(3, false, 0)]
    [InlineData(3, true, 2)]
    public void After_three_meetings_they_are_off_unless_wanted(int meetings, bool wanted, int left) => Assert.Equal(left,
        Due(new(Redon.At("2026-11-25 14:30"), Redon.At("2026-11-01 09:00"), ReachedBy.Text, meetings, AreWanted: wanted)).Count);

    [Theory]
    [InlineData(0, false, "2026-11-27 10:00")]                                    // Monday's first visit: a call on Friday
    [InlineData(5, true, "2026-11-27 10:00")]
    [InlineData(1, false, "")]
    public void A_landline_rings_only_for_a_first_visit_or_a_medical_appointment(int meetings, bool medical, string call) => Assert.Equal(call,
        string.Join(' ', Due(new(Redon.At("2026-11-30 14:30"), Redon.At("2026-11-01 09:00"), ReachedBy.Landline, meetings, medical, AreWanted: true))));

    [Fact]
    public void A_landline_is_not_rung_about_what_was_agreed_after_the_call_was_due() => Assert.Empty(
        Due(new(Redon.At("2026-11-30 14:30"), Redon.At("2026-11-27 10:30"), ReachedBy.Landline, 0)));

    [Fact]
    public void There_is_never_a_third_nor_one_before_seven_nor_one_out_of_order() => (
        from start in Gen.Int[0, 400 * 1440]
        from notice in Gen.Int[0, 20 * 1440]
        from channel in Gen.Enum<ReachedBy>()
        from meetings in Gen.Int[0, 5]
        from medical in Gen.Bool
        from wanted in Gen.Bool
        let visit = Redon.At("2026-01-01 00:00") + Duration.FromMinutes(start)
        select new ReminderFacts(visit, visit - Duration.FromMinutes(notice), channel, meetings, medical, wanted)).Sample(facts =>
    {
        var reminders = Reminders.For(facts, Redon.Paris, Redon.IsHoliday);
        Assert.True(reminders.Count <= 2);
        Assert.Equal(reminders.OrderBy(r => r.DueAt), reminders);
        Assert.All(reminders, r =>
        {
            Assert.True(facts.AgreedAt < r.DueAt && r.DueAt < facts.VisitStart);
            Assert.True(r.DueAt.InZone(Redon.Paris).TimeOfDay >= new LocalTime(7, 0));
        });
    });

    private static List<string> Due(ReminderFacts facts) =>
        [.. Reminders.For(facts, Redon.Paris, Redon.IsHoliday).Select(r => Redon.Local(r.DueAt))];
}
