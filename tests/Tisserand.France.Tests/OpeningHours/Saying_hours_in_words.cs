using CsCheck;

namespace Tisserand.France.Tests.OpeningHoursNotation;

public sealed class Saying_hours_in_words
{
    [Theory]
    [InlineData("Mo,Th 08:00-12:00; SH off", "le lundi et le jeudi, de 8 h à 12 h, sauf pendant les vacances scolaires")]
    [InlineData("Mo-Fr 08:00-12:00,14:00-18:30; PH off; SH off", "du lundi au vendredi, de 8 h à 12 h et de 14 h à 18 h 30, sauf les jours fériés et pendant les vacances scolaires")]
    [InlineData("Mo,We", "le lundi et le mercredi, de 8 h à 21 h")]
    [InlineData("Mo-Su 08:00-18:00", "tous les jours, de 8 h à 18 h")]
    [InlineData("08:00-18:00; 2026 Nov 03-2026 Nov 20 off", "tous les jours, de 8 h à 18 h, sauf du 3 au 20 novembre 2026")]
    [InlineData("Mo 09:00-10:00; Dec 24-Jan 02 off", "le lundi, de 9 h à 10 h, sauf du 24 décembre au 2 janvier")]
    [InlineData("Jul-Aug Sa 09:00-11:00", "le samedi, en juillet et en août, de 9 h à 11 h")]
    [InlineData("Aug-Oct Sa 09:00-11:00", "le samedi, d'août à octobre, de 9 h à 11 h")]
    [InlineData("2026 Nov-2027 Feb Sa", "le samedi, de novembre 2026 à février 2027, de 8 h à 21 h")]
    [InlineData("Sa[1,3] 10:00-12:00", "le premier et le troisième samedi du mois, de 10 h à 12 h")]
    [InlineData("Fr[-1] 10:00-12:00", "le dernier vendredi du mois, de 10 h à 12 h")]
    [InlineData("week 02-52/2 Tu 14:00-18:00", "le mardi, les semaines paires, de 14 h à 18 h")]
    [InlineData("week 01-53/2 Tu 14:00-18:00", "le mardi, les semaines impaires, de 14 h à 18 h")]
    [InlineData("week 10-20 Tu 14:00-18:00", "le mardi, de la semaine 10 à la semaine 20, de 14 h à 18 h")]
    [InlineData("Mo-Fr 09:00-12:00; We 14:00-18:00", "du lundi au vendredi, de 9 h à 12 h ; mais le mercredi, de 14 h à 18 h")]
    [InlineData("Mo 09:00-12:00; Tu 14:00-18:00", "le lundi, de 9 h à 12 h ; le mardi, de 14 h à 18 h")]
    [InlineData("Jan-Feb Mo 09:00-12:00; Mar-Apr Mo 14:00-18:00", "le lundi, en janvier et en février, de 9 h à 12 h ; le lundi, en mars et en avril, de 14 h à 18 h")]
    [InlineData("SH We 09:00-12:00", "le mercredi pendant les vacances scolaires, de 9 h à 12 h")]
    [InlineData("Mo 20:00-24:00", "le lundi, de 20 h à minuit")]
    [InlineData("Mo-Su 00:00-24:00; Dec 25 off", "tous les jours, jour et nuit, sauf le 25 décembre")]
    [InlineData("08:00-12:00; SH off; SH We 09:00-10:00", "tous les jours, de 8 h à 12 h, sauf pendant les vacances scolaires ; mais le mercredi pendant les vacances scolaires, de 9 h à 10 h")]
    [InlineData("PH off; Mo 09:00-12:00", "le lundi, de 9 h à 12 h")]
    [InlineData("off", "jamais")]
    [InlineData("SH off", "jamais")]
    [InlineData("Mo 08:00-12:00; off", "jamais")]
    public void French(string notation, string sentence) => Assert.Equal(sentence, Hours.Of(notation).ToFrench());

    [Theory]
    [InlineData("Mo,Th 08:00-12:00; SH off", "Monday and Thursday, 8 am to noon, except during school holidays")]
    [InlineData("Mo-Fr 09:00-12:00; We 14:00-18:30", "Monday to Friday, 9 am to noon; but Wednesday, 2 pm to 6:30 pm")]
    [InlineData("Sa[1,-1] 10:00-12:00; Dec 24-Jan 02 off", "the first and last Saturday of the month, 10 am to noon, except from 24 December to 2 January")]
    [InlineData("week 02-52/2 Tu; PH off", "Tuesday, even weeks, 8 am to 9 pm, except on public holidays")]
    [InlineData("Jul-Aug Sa 09:00-11:00", "Saturday, in July and August, 9 am to 11 am")]
    [InlineData("off", "never")]
    public void English(string notation, string sentence) => Assert.Equal(sentence, Hours.Of(notation).ToEnglish());

    [Fact]
    public void An_availability_says_its_rhythm_and_its_period()
    {
        var availability = new Availability(Hours.Of("Tu 14:00-18:00"), new(2026, 12, 1), new(2027, 4, 1), new(2026, 12, 3));
        Assert.Equal("le mardi, de 14 h à 18 h, une semaine sur deux (dont celle du 30 novembre 2026), à partir du 1er décembre 2026, jusqu'au 31 mars 2027",
            availability.ToFrench());
        Assert.Equal("Tuesday, 2 pm to 6 pm, every other week (including that of 30 November 2026), from 1 December 2026, until 31 March 2027",
            availability.ToEnglish());
    }

    [Fact]
    public void Every_value_of_the_notation_has_a_sentence() => Hours.Any.Sample(hours =>
    {
        foreach (var sentence in new[] { hours.ToFrench(), hours.ToEnglish() })
        {
            Assert.NotEmpty(sentence);
            Assert.DoesNotContain(", ,", sentence, StringComparison.Ordinal);
            Assert.Equal(sentence.Trim(), sentence);
            Assert.DoesNotContain("  ", sentence, StringComparison.Ordinal);
        }
    });
}
