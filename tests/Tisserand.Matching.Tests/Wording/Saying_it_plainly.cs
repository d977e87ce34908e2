using System.Globalization;
using NodaTime;

namespace Tisserand.Matching.Tests.Wording;

public sealed class Saying_it_plainly
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly Matching.Wording French = new(CultureInfo.GetCultureInfo("fr"), Paris, code => code == "pmr" ? "voiture adaptée" : code);
    private static readonly Matching.Wording English = new(CultureInfo.GetCultureInfo("en-GB"), Paris);

    [Fact]
    public void Obstacles_come_with_their_figures()
    {
        Assert.Equal("trajet environ 35 min, son maximum est 20 min", French.Of(new Obstacle.TooFar(35, 20)));
        Assert.Equal("journey about 35 min, the maximum is 20 min", English.Of(new Obstacle.TooFar(35, 20)));
        Assert.Equal("il manque : voiture adaptée", French.Of(new Obstacle.SkillMissing("pmr")));
        Assert.Equal("pas disponible à ce moment ; au plus près : jeudi 3 décembre, de 16 h à 18 h 30",
            French.Of(new Obstacle.NotAvailable(new(People.Hours(16, 17).Start, People.Hours(14, 18).End + Duration.FromMinutes(30)))));
        Assert.Equal("vérification expirée : permis, valable jusqu'au lundi 30 novembre",
            French.Of(new Obstacle.CheckExpired("permis", Instant.FromUtc(2026, 11, 30, 23, 0))));
        Assert.Equal("déjà 1 visite cette semaine-là, son maximum est 1", French.Of(new Obstacle.WeeklyCap(1, 1)));
        Assert.Equal("déjà 3 visites cette semaine-là, son maximum est 2", French.Of(new Obstacle.WeeklyCap(3, 2)));
    }

    [Fact]
    public void A_reader_of_neither_language_gets_French() => Assert.Equal("ne pas proposer ensemble",
        new Matching.Wording(CultureInfo.GetCultureInfo("pl"), Paris).Of(new Obstacle.Excluded()));

    [Theory]
    [InlineData(0, "ce serait une première rencontre")]
    [InlineData(1, "1 visite déjà faite ensemble")]
    [InlineData(4, "4 visites déjà faites ensemble")]
    public void Counts_are_said_in_the_right_number(int visits, string sentence) =>
        Assert.Equal(sentence, French.Of(new CardLine("continuity", "any", 3, FeatureValue.Of(visits))));

    [Fact]
    public void Reasons_are_the_doubts_then_the_points_that_weigh_most()
    {
        var marie = People.Anne() with
        {
            Home = new France.Place("56061", null),
            TravelBudget = Duration.FromMinutes(25),
            Likes = People.Set("courses"),
            History = new()
            {
                AskedLast14Days = 3,
                LastAskedAt = People.Now - Duration.FromDays(1),
                Answers = new Dictionary<string, AnswerCounts> { ["courses"] = new(7, 1, 0) },
                Together = new Dictionary<Guid, Together> { [People.Beneficiary] = new(4, 4.5) },
            },
        };
        var ranked = CandidateIndex.Build([marie], CardFile.Default, People.Index).Rank(People.Shopping()).Best[0];
        Assert.Equal(
        [
            "trajet environ 30 min pour un maximum de 25 min, à vérifier",
            "a dit oui 7 fois sur 8 à ce type de demande",
            "habite à environ 30 min",
            "aime ce type de demande",
            "leurs visites sont notées 4,5 sur 5",
            "4 visites déjà faites ensemble",
        ], French.Reasons(ranked));
        Assert.Contains("disponible le jeudi après-midi", French.Reasons(ranked, most: 20));
        Assert.Contains("3 sollicitations ces 14 derniers jours", French.Reasons(ranked, most: 20));
    }

    [Theory]
    [InlineData(0.78, 400, "8 fois sur 10, d'après 400 cas")]
    [InlineData(0.78, 30, "4 fois sur 5, d'après 30 cas")]
    [InlineData(0.78, 5, "plutôt oui, d'après 5 cas")]
    [InlineData(0.5, 1, "une chance sur deux, d'après 1 cas")]
    [InlineData(0.78, 0, "plutôt oui, estimation de départ")]
    [InlineData(0.999, 0, "plutôt oui, estimation de départ")]
    [InlineData(0.999, 400, "presque toujours, d'après 400 cas")]
    [InlineData(0.01, 400, "rarement, d'après 400 cas")]
    public void A_chance_is_said_with_no_more_precision_than_it_has(double chance, int cases, string sentence) =>
        Assert.Equal(sentence, French.Of(new Chance(new Probability(chance), cases)));
}
