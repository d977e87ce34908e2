using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Understanding;

namespace Tisserand.App.Tests.Understanding;

/// <summary>It is Monday 30 November 2026, nine in the morning, in Redon.</summary>
public sealed class Reading_what_she_says
{
    [Fact]
    public async Task A_trip_to_care_has_its_appointment_its_commune_and_whom_it_is_for()
    {
        var read = await ReadAsync("Bonjour, ma mère de 86 ans a besoin qu'on l'emmène chez le kiné jeudi à 14h30 à Redon");

        Assert.Equal("transport.medical", read.First.Type);
        Assert.Equal(new WantedTime.Appointment(new LocalDateTime(2026, 12, 3, 14, 30), null), Assert.Single(read.First.Times).Settled!.Wanted);
        Assert.Equal("Redon", read.First.Place!.Commune!.Name);
        Assert.Equal(("chez le kiné", true), (read.First.Venue!.Text, read.First.Venue.IsSomebody));
        Assert.Equal(("daughter_or_son", "mother", 86), (read.Persons.Caller, read.Persons.Relation, read.Persons.Age));
        Assert.Empty(read.Questions);
    }

    [Fact]
    public async Task Every_value_names_the_words_it_came_from()
    {
        var read = await ReadAsync("J’ai rendez-vous chez le kiné à Redon jeudi à 14h30, mon numéro est le 02 61 91 00 01.");

        Assert.All(read.Sources, s => Assert.InRange(s.Words.Start, 0, s.Words.End - 1));
        Assert.Equal("Redon", Said(read, SaidField.Place));
        Assert.Equal("02 61 91 00 01", Said(read, SaidField.Phone));
        Assert.Equal("jeudi à 14h30", Said(read, SaidField.When));
        Assert.All(read.First.Suggestions.Where(s => s.Code == read.First.Type), s => Assert.NotEmpty(s.Words));
    }

    [Fact]
    public async Task What_could_mean_two_days_is_asked_and_not_settled()
    {
        var read = await ReadAsync("Il me faudrait quelqu'un pour les courses lundi");

        var choice = Assert.Single(read.First.Times);
        Assert.Null(choice.Settled);
        Assert.Equal([new LocalDate(2026, 11, 30), new LocalDate(2026, 12, 7)], choice.Readings.Select(r => r.FirstDay).Order());
        var question = Assert.Single(read.Questions, q => q.Code == "when");
        Assert.Contains("7 décembre", question.French, StringComparison.Ordinal);
        Assert.Contains("7 December", question.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_is_a_span_from_now_and_a_day_without_an_hour_is_whole()
    {
        var limit = Assert.Single((await ReadAsync("Il faudrait tondre ma pelouse avant vendredi")).First.Times).Settled!;
        var day = Assert.Single((await ReadAsync("Il faudrait faire mes courses jeudi")).First.Times).Settled!;

        Assert.Equal((TimeKind.Deadline, new LocalDateTime(2026, 11, 30, 9, 0), new LocalDate(2026, 12, 3)), (limit.Kind, limit.Start, limit.LastDay));
        Assert.Equal((false, new LocalDate(2026, 12, 3), new LocalDate(2026, 12, 3)), (day.SaysHour, day.FirstDay, day.LastDay));
    }

    [Fact]
    public async Task A_rhythm_becomes_the_rule_of_a_series_with_its_first_day_and_its_holidays()
    {
        var read = await ReadAsync("Je voudrais de la visite tous les mardis à 15 h sauf pendant les vacances scolaires");

        var rhythm = read.First.Rhythm!.Settled(new LocalDate(2026, 11, 30))!;
        Assert.Equal(("FREQ=WEEKLY;BYDAY=TU", new LocalDate(2026, 12, 1), new LocalTime(15, 0)), (rhythm.Rule, rhythm.First, rhythm.At));
        Assert.True(rhythm.NotInSchoolHolidays);
        Assert.Empty(read.First.Times);
    }

    [Fact]
    public async Task How_often_without_the_days_is_no_series_yet()
    {
        var read = await ReadAsync("Je voudrais de la visite deux fois par semaine");

        Assert.Equal(2, read.First.Rhythm!.Times);
        Assert.Null(read.First.Rhythm.Settled(new LocalDate(2026, 11, 30)));
    }

    [Fact]
    public async Task Several_needs_of_one_message_stay_apart_in_their_order()
    {
        var read = await ReadAsync("Je voudrais qu'on m'emmène chez le dentiste mardi à 10h et aussi qu'on me change une ampoule vendredi matin");

        Assert.Equal(["transport.medical", "bricolage"], read.Needs.Select(n => n.Type));
        Assert.Equal(new LocalDateTime(2026, 12, 4, 8, 0), Assert.Single(read.Needs[1].Times).Settled!.Start);
    }

    [Theory]
    [InlineData("Je voudrais annuler la visite de jeudi", SaidAct.Cancels)]
    [InlineData("Je dois décaler mon rendez-vous de jeudi à vendredi 10 h", SaidAct.Moves)]
    [InlineData("Merci beaucoup pour votre aide, c'était parfait", SaidAct.Thanks)]
    [InlineData("Je voudrais devenir bénévole chez vous", SaidAct.OffersHelp)]
    public async Task An_act_is_no_need(string text, SaidAct act)
    {
        var read = await ReadAsync(text);

        Assert.Equal(act, read.Act);
        Assert.Null(read.First.Type);
    }

    [Fact]
    public async Task Danger_is_read_with_its_words()
    {
        var read = await ReadAsync("Je suis tombée dans la cuisine et je ne peux pas me relever");

        Assert.True(read.Danger!.IsPlain);
        Assert.Equal("chute", read.Danger.Theme);
        Assert.Contains(read.Danger.Words, w => read.Words(w).Contains("tombée", StringComparison.Ordinal));
        Assert.True(read.IsUrgent);
    }

    [Theory]
    [InlineData("Bonjour, je m'appelle Yvonne Guého, il me faudrait des courses", "Yvonne", "Guého", null)]
    [InlineData("bonjour je m'appelle yvonne guého et il me faudrait des courses", "Yvonne", "Guého", null)]
    [InlineData("Madame Le Goff à l'appareil, j'aurais besoin de courses", "", "Le Goff", null)]
    [InlineData("Je vous appelle pour Mme Jeanne Rio, ma voisine, elle a besoin de courses", "Jeanne", "Rio", null)]
    [InlineData("Je m'appelle Luc Hervé, c'est pour ma mère, Mme Hervé-Caro, il lui faut des courses", "", "Hervé-Caro", "Luc")]
    public async Task A_name_is_believed_after_a_title_or_when_she_says_it(string text, string first, string last, string? caller)
    {
        var read = await ReadAsync(text);

        Assert.Equal((first, last), (read.Persons.HerName!.First, read.Persons.HerName.Last));
        Assert.Equal(caller, read.Persons.CallerName?.First);
    }

    [Theory]
    [InlineData("Le docteur Martin veut me voir jeudi à Redon")]
    [InlineData("Bonjour madame je voudrais des courses")]
    public async Task No_other_name_is_taken_for_hers(string text) => Assert.Null((await ReadAsync(text)).Persons.HerName);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("😀😀 <b>***</b> \u202e")]
    [InlineData("Guten Tag zusammen")]
    public async Task What_is_not_understood_says_nothing_and_asks(string text)
    {
        var read = await ReadAsync(text);

        Assert.True(read.SaysNothing);
        Assert.Contains(read.Questions, q => q.Code == "need");
    }

    [Theory]
    [InlineData("Il faudrait promener mon chien demain à 10h", "animal")]
    [InlineData("Je n'ai plus de chauffage dans la maison", "urgence_logement")]
    [InlineData("J'aurais besoin d'un petit coup de main", null)]
    public async Task At_most_three_types_of_the_taxonomy_are_suggested_the_surest_first(string text, string? type)
    {
        var read = await ReadAsync(text);

        Assert.InRange(read.First.Suggestions.Count, 1, 3);
        Assert.All(read.First.Suggestions, s => Assert.NotNull(Taxonomy.Shipped.Find(s.Code)));
        Assert.Equal(read.First.Suggestions.Select(s => s.Code).Distinct(), read.First.Suggestions.Select(s => s.Code));
        Assert.Equal(type, read.First.Type);
    }

    /// <summary>As it is typed: the page reads after any letter.</summary>
    [Fact]
    public async Task Every_beginning_of_a_message_is_read_with_spans_within_it()
    {
        await using var town = await Town.OnAsync(Database.Sqlite);
        foreach (var text in (string[])
        [
            "Bonjour, je m'appelle Anne-Marie Le Goff 😀, c'est pour ma mère, Mme Le Goff-Rio. Elle s'appelle Jeanne, il faudrait la conduire chez le kiné à Redon jeudi",
            "mon nom est d'Arc, ici M. Rio ; pour Mme. À la gare de Redon, et aussi l'ampoule chez ma",
            "Je voudrais annuler mardi, par contre +33 6 39 98 01 01 tous les mardis sauf vacances jusqu'à Noël",
        ])
            for (var length = 0; length <= text.Length; length++)
            {
                var read = await ReadAsync(town, text[..length]);
                Assert.All(read.Sources, s => Assert.True(s.Words.Start >= 0 && s.Words.End <= length && s.Words.Start <= s.Words.End));
                Assert.All(Enumerable.Range(0, read.Needs.Count), n => Assert.Contains(read.PartOf(n), read.Text, StringComparison.Ordinal));
            }
    }

    private static string Said(WordsRead read, SaidField field) => read.Words(Assert.Single(read.Sources, s => s.Field == field).Words);

    private static async Task<WordsRead> ReadAsync(string text)
    {
        await using var town = await Town.OnAsync(Database.Sqlite);
        return await ReadAsync(town, text);
    }

    private static Task<WordsRead> ReadAsync(Town town, string text) =>
        town.DoAsync<ReadWords, WordsRead>(read => read.RunAsync(new SaidWords(text, town.Territory), Town.Ct));
}
