using NodaTime;
using Tisserand.France;

namespace Tisserand.Language.Tests.Messages;

public sealed class Saying_how_often_and_how_long
{
    [Theory]
    [InlineData("tous les mardis", "FREQ=WEEKLY;BYDAY=TU", 1)]
    [InlineData("une semaine sur deux, le jeudi", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", 1)]
    [InlineData("1er et 3e samedi du mois", "FREQ=MONTHLY;BYDAY=1SA,3SA", 1)]
    [InlineData("le dernier vendredi du mois", "FREQ=MONTHLY;BYDAY=-1FR", 1)]
    [InlineData("deux fois par jour", "FREQ=DAILY", 2)]
    [InlineData("deux fois par semaine, le lundi et le jeudi", "FREQ=WEEKLY;BYDAY=MO,TH", 1)]
    [InlineData("du lundi au vendredi", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", 1)]
    [InlineData("tous les jours sauf le dimanche", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA", 1)]
    [InlineData("tous les quinze jours", "FREQ=WEEKLY;INTERVAL=2", 1)]
    public void Makes_a_rule(string text, string rule, int times)
    {
        var recurrence = Redon.Times(text).Recurrence!;
        Assert.Equal((rule, times), (recurrence.Rule, recurrence.Times));
    }

    [Fact]
    public void Keeps_the_hours_and_the_exceptions()
    {
        var recurrence = Redon.Times("tous les mardis matin sauf vacances scolaires et jours fériés").Recurrence!;
        Assert.Equal((new LocalTime(8, 0), new LocalTime(12, 0)), (recurrence.From, recurrence.Until));
        Assert.Equal(HolidayKinds.School | HolidayKinds.Public, recurrence.Except);
    }

    [Fact]
    public void Puts_the_period_it_holds_for_into_when()
    {
        var found = Redon.Times("tous les lundis du 1er avril au 30 juin");
        Assert.Equal("04-01T00:00/07-01T00:00", Redon.Written(found));
        Assert.NotNull(found.Recurrence);
    }

    [Theory]
    [InlineData("tous les mardis sauf en août")]
    [InlineData("un lundi par mois")]
    public void Asks_for_what_a_rule_cannot_say(string text) => Assert.NotEmpty(Redon.Times(text).Questions);

    [Theory]
    [InlineData("2h de ménage", 120)]
    [InlineData("une heure et demie", 90)]
    [InlineData("pendant trois quarts d'heure", 45)]
    [InlineData("une demi-journée", 240)]
    [InlineData("une petite heure", 60)]
    [InlineData("90 min", 90)]
    public void Counts_minutes(string text, int minutes) => Assert.Equal(minutes, Redon.Times(text).Duration?.Minutes);

    [Fact]
    public void Asks_between_two_lengths()
    {
        var found = Redon.Times("deux ou trois heures de jardinage");
        Assert.Null(found.Duration);
        Assert.Equal("duration", Assert.Single(found.Questions).Code);
    }
}
