using NodaTime;
using Tisserand.App.Accounts;

namespace Tisserand.App.Tests.Accounts;

public sealed class Codes_of_an_authenticator
{
    // RFC 6238, appendix B: the SHA-1 vectors (key "12345678901234567890"), their last six digits.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Key, Totp.StepOf(Instant.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void Forgive_half_a_minute_of_a_clock(int seconds, bool accepted)
    {
        var now = Instant.FromUnixTimeSeconds(1_700_000_015);
        var typed = Totp.CodeAt(Key, Totp.StepOf(now + Duration.FromSeconds(seconds)));
        Assert.Equal(accepted, Totp.Matching(Key, typed, now) is not null);
    }

    [Fact]
    public void A_new_key_is_32_letters_that_apps_read() =>
        Assert.Matches("^[A-Z2-7]{32}$", Totp.NewKey());
}
