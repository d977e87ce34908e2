using System.Globalization;

namespace Tisserand.France.Tests.Text;

public sealed class Explaining_an_error
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR"), English = CultureInfo.GetCultureInfo("en-GB");

    [Fact]
    public void Every_error_has_a_sentence_in_both_languages()
    {
        All<OpeningHoursError>(ErrorSentences.Of);
        All<PhoneError>(ErrorSentences.Of);
        All<SchoolHolidaysError>(ErrorSentences.Of);
    }

    [Fact]
    public void Past_midnight_shows_how_to_write_it() => Assert.Contains("Fr 20:00-24:00; Sa 00:00-02:00",
        ErrorSentences.Of(OpeningHoursError.PastMidnight, French), StringComparison.Ordinal);

    private static void All<T>(Func<T, CultureInfo, string> sentence) where T : struct, Enum => Assert.All(Enum.GetValues<T>(), error =>
    {
        Assert.NotEmpty(sentence(error, French));
        Assert.NotEqual(sentence(error, French), sentence(error, English));
    });
}
