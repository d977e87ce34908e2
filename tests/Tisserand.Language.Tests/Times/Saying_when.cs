namespace Tisserand.Language.Tests.Messages;

public sealed class Saying_when
{
    [Theory]
    [InlineData("jeudi à 14h30", "03-12T14:30/03-12T14:30")]
    [InlineData("le 3 à 9h moins le quart", "04-03T08:45/04-03T08:45")]
    [InlineData("jeudi en huit", "03-19T00:00/03-20T00:00")]
    [InlineData("dans quinze jours", "03-24T00:00/03-25T00:00")]
    [InlineData("vendredi entre midi et deux", "03-13T12:00/03-13T14:00")]
    [InlineData("le premier week-end d'avril", "04-04T00:00/04-06T00:00")]
    [InlineData("le 03/04", "04-03T00:00/04-04T00:00")]
    [InlineData("fin mai", "05-21T00:00/06-01T00:00")]
    [InlineData("du 28 mars au 3 avril", "03-28T00:00/04-04T00:00")]
    [InlineData("lundi de Pâques à 11h", "04-06T11:00/04-06T11:00")]
    [InlineData("le vingt mars à quatorze heures trente", "03-20T14:30/03-20T14:30")]
    [InlineData("les 5 et 12 mai à 9h", "05-05T09:00/05-05T09:00 05-12T09:00/05-12T09:00")]
    [InlineData("mercredi, puis son retour : vers 17h", "03-11T17:00/03-11T17:00")]
    public void Lays_it_on_the_calendar(string text, string when) => Assert.Equal(when, Redon.Written(Redon.Times(text)));

    [Theory]
    [InlineData("J'ai découvert deux relances en venant dimanche, pouvez-vous passer vendredi ?", "03-13T00:00/03-14T00:00")]
    [InlineData("Le médecin consulte de 9h à 12h, mon rendez-vous est vendredi à 11h15", "03-13T11:15/03-13T11:15")]
    [InlineData("Ma fille vient samedi, mais j'ai besoin de quelqu'un vendredi", "03-13T00:00/03-14T00:00")]
    [InlineData("pour lundi non pardon pour jeudi", "03-12T00:00/03-13T00:00")]
    [InlineData("D'habitude c'est le lundi, cette semaine ce sera jeudi", "03-12T00:00/03-13T00:00")]
    [InlineData("Ils annoncent de la pluie samedi, passez plutôt vendredi", "03-13T00:00/03-14T00:00")]
    public void Leaves_out_what_is_not_the_help(string text, string when) => Assert.Equal(when, Redon.Written(Redon.Times(text)));

    [Theory]
    [InlineData("opération jeudi, sortie le lendemain vers 16h", "03-12T00:00/03-13T00:00 03-13T16:00/03-13T16:00")]
    [InlineData("le 16 mars à 10h et le 23, même heure", "03-16T10:00/03-16T10:00 03-23T10:00/03-23T10:00")]
    [InlineData("avant le mariage de mon fils, qui est le 28 mars", "/03-28T00:00")]
    [InlineData("au plus tard le 20, au plus tôt le 16", "03-16T00:00/03-21T00:00")]
    public void Counts_from_what_was_said(string text, string when) => Assert.Equal(when, Redon.Written(Redon.Times(text)));

    [Theory]
    [InlineData("avant vendredi", "/03-13T00:00")]
    [InlineData("jusqu'à vendredi", "/03-14T00:00")]
    [InlineData("d'ici la fin du mois", "/04-01T00:00")]
    [InlineData("à partir de septembre", "09-01T00:00/")]
    [InlineData("pas avant 10h jeudi", "03-12T10:00/")]
    [InlineData("sous 48h", "/03-12T09:00")]
    public void Leaves_the_other_side_of_a_bound_open(string text, string when) => Assert.Equal(when, Redon.Written(Redon.Times(text)));

    [Theory]
    [InlineData("mardi", "~03-10T00:00/03-11T00:00 ~03-17T00:00/03-18T00:00")]
    [InlineData("mercredi ou jeudi", "~03-11T00:00/03-12T00:00 ~03-12T00:00/03-13T00:00")]
    [InlineData("mardi 12 mars", "~03-12T00:00/03-13T00:00 ~03-10T00:00/03-11T00:00")]
    [InlineData("ciné samedi à 8h", "~03-14T20:00/03-14T20:00 ~03-14T08:00/03-14T08:00")]
    [InlineData("le 31 avril", "")]
    [InlineData("le 29 mars à 2h30", "")]
    [InlineData("le 25 octobre à 2h30", "")]
    public void Asks_what_the_text_leaves_open(string text, string readings)
    {
        var found = Redon.Times(text);
        Assert.Equal(readings, Redon.Written(found));
        Assert.NotEmpty(Assert.Single(found.Questions).French);
    }

    [Theory]
    [InlineData("mardi à 8h", "03-17T08:00/03-17T08:00")]
    [InlineData("mardi prochain", "03-17T00:00/03-18T00:00")]
    [InlineData("jeudi prochain", "03-12T00:00/03-13T00:00")]
    public void Does_not_ask_for_what_can_only_be_one_day(string text, string when)
    {
        Assert.Equal(when, Redon.Written(Redon.Times(text)));
        Assert.Empty(Redon.Times(text).Questions);
    }

    [Theory]
    [InlineData("née le 3 mai 1941")]
    [InlineData("ma mère de 92 ans est tombée lundi")]
    [InlineData("opérée le 3 mars")]
    [InlineData("depuis mardi")]
    [InlineData("il y a trois jours")]
    [InlineData("au 12 rue du 8 mai 1945")]
    [InlineData("au 06 12 34 56 78")]
    [InlineData("la semaine dernière")]
    public void Leaves_out_what_is_not_the_time_of_the_help(string text) => Assert.Empty(Redon.Times(text).When);

    [Theory]
    [InlineData("déplacer mon rendez-vous de jeudi à vendredi")]
    [InlineData("au lieu de jeudi, vendredi")]
    [InlineData("plutôt vendredi que jeudi")]
    [InlineData("décaler à vendredi la visite prévue jeudi")]
    [InlineData("je ne peux pas jeudi, on reporte à vendredi")]
    public void Puts_the_new_time_before_the_old(string text) =>
        Assert.Equal("03-13T00:00/03-14T00:00 03-12T00:00/03-13T00:00", Redon.Written(Redon.Times(text)));

    [Fact]
    public void Counts_hours_over_the_change_of_clocks() =>
        Assert.Equal("03-29T04:00/03-29T04:00", Redon.Written(Redon.Times("dans deux heures", Redon.At("2026-03-29T01:00"))));

    [Fact]
    public void Shows_the_words_it_was_read_from()
    {
        const string text = "Bonjour, ma mère de 86 ans a besoin qu'on l'emmène chez le kiné jeudi à 14h30 à Redon";
        Assert.Equal(new TextSpan(64, 77), Assert.Single(Redon.Times(text).When).Text);
    }
}
