using System.Globalization;
using System.Text.RegularExpressions;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Texts;

namespace Tisserand.App.Tests.Notifications;

public sealed class Writing_a_message
{
    private static readonly string[] Languages = ["fr", "en"];

    public static TheoryData<MessageKind, string> EveryKind => new(
        from kind in Enum.GetValues<MessageKind>()
        from language in Languages
        select (kind, language));

    public static TheoryData<MessageKind, MessageChannel, string> EveryText => new(
        from kind in Enum.GetValues<MessageKind>()
        from channel in Enum.GetValues<MessageChannel>()
        from language in Languages
        select (kind, channel, language));

    public static TheoryData<MessageKind, int, string> Answerable => new(
        from values in TypicalMessages.All
        let number = values.GetType().GetProperty("Number")?.GetValue(values) as int?
        where number is not null
        from language in Languages
        select (values.Kind, number.Value, language));

    [Theory, MemberData(nameof(EveryText))]
    public void Every_kind_is_written_for_every_channel_in_french_and_english(MessageKind kind, MessageChannel channel, string language)
    {
        var message = Compose(TypicalMessages.Of(kind), channel, language);

        Assert.NotEmpty(message.Subject);
        Assert.DoesNotContain('{', message.Subject + message.Body);
        Assert.DoesNotContain('\n', message.Subject);
        Assert.Contains("Tisserand Redon", message.Body);
        Assert.EndsWith("02 99 00 00 00", message.Body);
    }

    [Theory, MemberData(nameof(EveryText))]
    public void Sentences_have_at_most_fifteen_words(MessageKind kind, MessageChannel channel, string language)
    {
        var message = Compose(TypicalMessages.Of(kind), channel, language);
        var longest = Regex.Split(message.Body, @"[\n?!]|\. |: ").MaxBy(s => Words(s).Count())!;

        Assert.True(Words(longest).Count() <= 15, longest);
    }

    [Theory, MemberData(nameof(EveryKind))]
    public void A_text_message_fits_in_320_characters(MessageKind kind, string language) =>
        Assert.InRange(Compose(TypicalMessages.Of(kind), MessageChannel.Sms, language).Body.Length, 20, 320);

    [Theory, MemberData(nameof(Answerable))]
    public void A_text_message_that_waits_for_an_answer_has_words_to_send_back_and_no_link(
        MessageKind kind, int number, string language)
    {
        var text = Compose(TypicalMessages.Of(kind), MessageChannel.Sms, language).Body;
        var (yes, no) = language == "fr" ? ("OUI", "NON") : ("YES", "NO");
        Assert.Contains($"{yes} {number}", text);
        Assert.Contains($"{no} {number}", text);
        Assert.DoesNotContain("://", text);
    }

    [Theory, MemberData(nameof(EveryText))]
    public void English_is_another_text_than_french(MessageKind kind, MessageChannel channel, string language) => Assert.True(
        kind == MessageKind.DangerAnswer                                 // comes whole, in her language, from the sentences the cooperative approved
        || Compose(TypicalMessages.Of(kind), channel, language).Body != Compose(TypicalMessages.Of(kind), channel, language == "fr" ? "en" : "fr").Body);

    [Fact]
    public void A_line_without_its_value_is_left_out()
    {
        var bare = new MessageValues.Solicitation(47, "Courses", "mardi à 10 h", "environ 1 h", null, null, null, false, null, null,
            new Uri("https://tisserand.example/r/1"));

        Assert.Equal("Pouvez-vous aider ?\nCourses\nmardi à 10 h\nDurée : environ 1 h\nRépondez OUI 47 ou NON 47\n"
            + "Tisserand Redon, 02 99 00 00 00", Compose(bare, MessageChannel.Sms, "fr").Body);
    }

    [Fact]
    public void No_email_has_two_blank_lines_in_a_row() =>
        Assert.All(Enum.GetValues<MessageKind>(), kind =>
            Assert.DoesNotContain("\n\n\n", Compose(TypicalMessages.Of(kind), MessageChannel.Email, "fr").Body));

    [Fact]
    public void Braces_in_a_value_stay_letters()
    {
        var message = Compose(new MessageValues.CoordinatorAlert("{Phone} {Secret}", "Visite", "demain",
            new Uri("https://tisserand.example/d/1")), MessageChannel.Sms, "fr");

        Assert.StartsWith("{Phone} {Secret}.", message.Body);
    }

    [Theory]
    [InlineData("fr", "Dans cet aller-retour, le retour est annulé.\nPour vous, l’aller reste prévu.")]
    [InlineData("en", "Of this there and back, the return trip is cancelled.\nFor you, the outward trip still stands.")]
    public void The_leg_of_a_trip_is_said_in_the_readers_language(string language, string expected) =>
        Assert.Contains(expected, Compose(TypicalMessages.Of(MessageKind.OtherLegCancelled), MessageChannel.Email, language).Body);

    [Fact]
    public void A_bare_yes_gets_each_waiting_question_with_its_number() =>
        Assert.Contains("\n47 : Courses alimentaires et marché, mardi 15 décembre à 10 h\n48 : Conversation, jeudi 17 décembre à 14 h\n",
            Compose(TypicalMessages.Of(MessageKind.UnclearReply), MessageChannel.Sms, "fr").Body);

    private static IEnumerable<string> Words(string sentence) =>
        sentence.Split(' ').Where(w => w.Any(char.IsLetterOrDigit));

    private static ComposedMessage Compose(MessageValues values, MessageChannel channel, string language) =>
        MessageText.Compose(values, channel, TypicalMessages.Redon, CultureInfo.GetCultureInfo(language));
}
