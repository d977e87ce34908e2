using System.Globalization;
using Tisserand.Matching.Solicitation;

namespace Tisserand.Matching.Tests.Asking;

public sealed class Saying_why
{
    private static readonly CultureInfo French = CultureInfo.InvariantCulture;                // the neutral resource
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static TheoryData<string> Keys =>
    [
        .. Enum.GetNames<WaveReason>().Select(n => $"Wave_{n}"), .. Enum.GetNames<WaitReason>().Select(n => $"Wait_{n}"),
        .. Enum.GetNames<CoordinatorReason>().Select(n => $"Coordinator_{n}"), .. Enum.GetNames<BudgetException>().Select(n => $"Outside_{n}"),
    ];

    [Theory, MemberData(nameof(Keys))]
    public void Every_reason_has_its_sentence_in_both_languages(string key)
    {
        var (french, english) = (SolicitationReasons.Find(key, French), SolicitationReasons.Find(key, English));
        Assert.False(string.IsNullOrWhiteSpace(french), $"{key} has no French sentence");
        Assert.False(string.IsNullOrWhiteSpace(english), $"{key} has no English sentence");
        Assert.NotEqual(french, english);
    }

    [Fact]
    public void French_speaks_where_the_language_is_unknown() => Assert.Equal("des réponses sont attendues",
        SolicitationReasons.Of(WaitReason.AnswersAwaited, CultureInfo.GetCultureInfo("br")));

    [Fact]
    public void Each_kind_of_reason_finds_its_own()
    {
        Assert.Equal("first people asked", SolicitationReasons.Of(WaveReason.FirstWave, English));
        Assert.Equal("nobody is left to ask on the list", SolicitationReasons.Of(CoordinatorReason.ListExhausted, English));
        Assert.Equal("outside the usual number of questions: opted in for urgent needs", SolicitationReasons.Of(BudgetException.UrgentWelcome, English));
    }
}
