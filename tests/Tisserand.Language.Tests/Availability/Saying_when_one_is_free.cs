using NodaTime;

namespace Tisserand.Language.Tests.Free;

public sealed class Saying_when_one_is_free
{
    [Theory]
    [InlineData("lundi et jeudi matin sauf vacances", "Mo,Th 08:00-12:00; SH off")]
    [InlineData("lundi matin, mardi après-midi", "Mo 08:00-12:00; Tu 14:00-18:00")]
    [InlineData("9h-12h", "09:00-12:00")]
    [InlineData("L/J", "Mo,Th")]
    [InlineData("L M M J V matin", "Mo-Fr 08:00-12:00")]
    [InlineData("lundi: x | mardi: | mercredi: x", "Mo,We")]
    [InlineData("en semaine après 17h", "Mo-Fr 17:00-21:00")]
    [InlineData("1er et 3e samedi du mois", "Sa[1,3]")]
    [InlineData("les mercredis des semaines impaires", "week 01-53/2 We")]
    [InlineData("tous les jours sauf le mercredi", "Mo,Tu,Th-Su")]
    [InlineData("je travaille, donc seulement le soir et le week-end", "Mo-Fr 18:00-21:00; Sa,Su")]
    [InlineData("jamais", "off")]
    [InlineData("x lundi □ mardi x mercredi", "Mo,We")]
    [InlineData("Lundi AM (14h-17h) et jeudi M (9h-11h)", "Mo 14:00-17:00; Th 09:00-11:00")]
    [InlineData("lundi (semaines paires) et mardi (semaines impaires)", "week 02-52/2 Mo; week 01-53/2 Tu")]
    [InlineData("lundi 8h-12h, mercredi OFF, jeudi 14h-18h", "Mo 08:00-12:00; Th 14:00-18:00")]
    [InlineData("du mardi au samedi sauf le jeudi, l'après-midi", "Tu,We,Fr,Sa 14:00-18:00")]
    [InlineData("un samedi sur deux, à partir du 14 mars", "week 01-53/2 Sa")]
    [InlineData("Mo,Th 08:00-12:00; SH off", "Mo,Th 08:00-12:00; SH off")]
    public void Is_written_in_the_notation(string text, string hours)
    {
        var found = Redon.Free(text);
        Assert.Equal(hours, found.Hours?.ToString());
        Assert.False(found.Assumed);
    }

    [Fact]
    public void Keeps_first_and_last_day()
    {
        var found = Redon.Free("le lundi à partir du 1er septembre jusqu'au 30 juin 2027");
        Assert.Equal((new LocalDate(2026, 9, 1), new LocalDate(2027, 7, 1)), (found.From, found.Until));
    }

    [Theory]
    [InlineData("un week-end sur deux")]
    [InlineData("lundi ou mardi")]
    [InlineData("Ma AM")]
    [InlineData("ça dépend")]
    [InlineData("bonjour")]
    [InlineData("")]
    [InlineData("2h par semaine")]
    [InlineData("mercredi après l'école")]
    [InlineData("quand il ne pleut pas")]
    [InlineData("en dehors des heures de bureau")]
    public void Asks_when_it_is_not_settled(string text)
    {
        var found = Redon.Free(text);
        Assert.NotEmpty(found.Questions);
        Assert.True(found.Assumed || found.Hours is null);
    }

    [Fact]
    public void Can_be_said_back() =>
        Assert.Equal("le lundi et le jeudi, de 8 h à 12 h, sauf pendant les vacances scolaires", Redon.Free("lundi et jeudi matin sauf vacances").ToFrench());
}
