using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Texts;

namespace Tisserand.App.Tests.Notifications;

public sealed class What_messages_may_disclose
{
    private static readonly Type[] Values = typeof(MessageValues).GetNestedTypes();

    [Fact]
    public void There_is_one_record_of_values_for_each_kind()
    {
        Assert.Equal(Enum.GetValues<MessageKind>(), TypicalMessages.All.Select(v => v.Kind).Order());
        Assert.Equal(Values.Select(t => t.Name).Order(), Enum.GetNames<MessageKind>().Order());
    }

    [Fact]
    public void Only_messages_made_for_it_hold_an_address_or_a_persons_phone() =>
        Assert.Equal([typeof(MessageValues.AddressDisclosure), typeof(MessageValues.DangerAlert)],
            Values.Where(t => t.GetProperties().Any(p => Regex.IsMatch(p.Name, "Address$|PersonPhone|Street|Door"))));

    [Fact]
    public void A_person_is_always_a_first_name_and_an_initial() =>
        Assert.All(Values.SelectMany(t => t.GetProperties()).Where(p => p.Name is "Beneficiary" or "Volunteer" or "With"),
            p => Assert.Equal(typeof(ShortName), p.PropertyType));

    [Fact]
    public void Before_a_yes_nobody_is_named() =>
        Assert.DoesNotContain(typeof(MessageValues.Solicitation).GetProperties(), p => p.PropertyType == typeof(ShortName));

    [Fact]
    public void Nothing_slips_into_a_log() => Assert.All(TypicalMessages.All, values =>
    {
        Assert.Equal($"{values.Kind}", values.ToString());
        Assert.Equal($"{values.Kind} Email",
            MessageText.Compose(values, MessageChannel.Email, TypicalMessages.Redon, CultureInfo.GetCultureInfo("fr")).ToString());
    });

    [Theory]
    [InlineData("Jeanne", "Morvanec", "Jeanne M.")]
    [InlineData(" Marie-Thérèse ", "le Goff", "Marie-Thérèse L.")]
    [InlineData("Éliane", "", "Éliane")]
    public void A_short_name_keeps_one_letter_of_the_last_name(string first, string last, string expected) =>
        Assert.Equal(expected, new ShortName(first, last).ToString());

    [Fact]
    public void Nobody_without_a_first_name_is_named() => Assert.Throws<ArgumentException>(() => new ShortName(" ", "Morvanec"));

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void The_texts_themselves_never_speak_of_health(string language) =>
        Assert.All(Texts(language), t => Assert.DoesNotMatch("(?i)médic|medic|santé|health|hôpital|hospital|médecin|doctor", t.Value));

    [Fact]
    public void Every_text_has_its_pair_with_the_same_values()
    {
        var (french, english) = (Texts("fr"), Texts("en"));

        Assert.Equal(french.Keys.Order(), english.Keys.Order());
        Assert.All(french.Keys, key => Assert.Equal(Placeholders(french[key]), Placeholders(english[key])));
    }

    private static IEnumerable<string> Placeholders(string text) =>
        Regex.Matches(text, @"\{(\w+)\}").Select(m => m.Value).Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Texts(string language) =>
        new ResourceManager("Tisserand.App.Notifications.Texts.MessageTexts", typeof(MessageText).Assembly)
            .GetResourceSet(language == "fr" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language), true, false)!
            .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
}
