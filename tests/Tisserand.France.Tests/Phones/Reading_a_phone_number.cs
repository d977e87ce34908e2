using CsCheck;

namespace Tisserand.France.Tests.Phones;

public sealed class Reading_a_phone_number
{
    [Theory]
    [InlineData("06 12 34 56 78", "+33612345678")]
    [InlineData("06.12.34.56.78", "+33612345678")]
    [InlineData("06-12-34-56-78", "+33612345678")]
    [InlineData("0612345678", "+33612345678")]
    [InlineData(" 06/12/34/56/78 ", "+33612345678")]
    [InlineData("612345678", "+33612345678")]
    [InlineData("+33 (0)6 12 34 56 78", "+33612345678")]
    [InlineData("+33 6 12 34 56 78", "+33612345678")]
    [InlineData("(+33) 612345678", "+33612345678")]
    [InlineData("0033 6 12 34 56 78", "+33612345678")]
    [InlineData("00 33 (0)6 12 34 56 78", "+33612345678")]
    [InlineData("33612345678", "+33612345678")]
    [InlineData("06\u00A012\u00A034\u00A056\u00A078", "+33612345678")]
    [InlineData("02 61 91 00 00", "+33261910000")]
    [InlineData("09 70 12 34 56", "+33970123456")]
    [InlineData("+32 2 555 12 12", "+3225551212")]
    [InlineData("00 44 20 7946 0958", "+442079460958")]
    public void However_people_write_it(string written, string e164)
    {
        Assert.True(FrenchPhone.TryParse(written, out var phone));
        Assert.Equal(e164, phone.E164);
    }

    [Theory]
    [InlineData("0690123456", "+590690123456", "0690 12 34 56", true)]
    [InlineData("0590 81 23 45", "+590590812345", "0590 81 23 45", false)]
    [InlineData("0694 20 12 34", "+594694201234", "0694 20 12 34", true)]
    [InlineData("0696 20 12 34", "+596696201234", "0696 20 12 34", true)]
    [InlineData("0692 12 34 56", "+262692123456", "0692 12 34 56", true)]
    [InlineData("0269 61 23 45", "+262269612345", "0269 61 23 45", false)]
    [InlineData("+33 692 12 34 56", "+262692123456", "0692 12 34 56", true)]
    public void Overseas_numbers_have_their_own_country_code(string written, string e164, string national, bool isMobile)
    {
        Assert.True(FrenchPhone.TryParse(written, out var phone));
        Assert.Equal((e164, national, isMobile), (phone.E164, phone.National, phone.IsMobile));
    }

    [Theory]
    [InlineData("0612345678", "06 12 34 56 78", true, false)]
    [InlineData("0756123456", "07 56 12 34 56", true, false)]
    [InlineData("0299712345", "02 99 71 23 45", false, true)]
    [InlineData("0970123456", "09 70 12 34 56", false, true)]
    [InlineData("0800100200", "0 800 10 02 00", false, false)]
    [InlineData("0639980001", "06 39 98 00 01", true, false)]
    [InlineData("+32470123456", "+32 470 12 34 56", true, false)]
    public void It_is_read_aloud_and_told_mobile_from_landline(string written, string national, bool isMobile, bool isLandline)
    {
        Assert.True(FrenchPhone.TryParse(written, out var phone));
        Assert.Equal((national, isMobile, isLandline), (phone.National, phone.IsMobile, phone.IsLandline));
    }

    [Theory]
    [InlineData(null, PhoneError.Empty)]
    [InlineData("  ", PhoneError.Empty)]
    [InlineData("néant", PhoneError.NotANumber)]
    [InlineData("06 12 34 56 7O", PhoneError.NotANumber)]
    [InlineData("?", PhoneError.NotANumber)]
    [InlineData("06 12 34 56", PhoneError.TooShort)]
    [InlineData("15", PhoneError.TooShort)]
    [InlineData("06 12 34 56 7", PhoneError.TooShort)]
    [InlineData("06 12 34 56 78 9", PhoneError.TooLong)]
    [InlineData("+33 6 12 34 56", PhoneError.TooShort)]
    [InlineData("+33 6 12 34 56 78 90", PhoneError.TooLong)]
    [InlineData("00 00 00 00 00", PhoneError.NoSuchNumber)]
    [InlineData("07 12 34 56 78", PhoneError.NoSuchNumber)]
    [InlineData("+999 12345678", PhoneError.NoSuchNumber)]
    [InlineData("06 12 34 56 78 / 02 99 71 23 45", PhoneError.TooLong)]
    public void What_is_no_number_says_why(string? written, PhoneError error) =>
        Assert.Equal(new PhoneReading.Refused(error), FrenchPhone.Read(written));

    [Fact]
    public void It_does_not_slip_into_a_log()
    {
        var reading = FrenchPhone.Read("06 12 34 56 78");
        Assert.DoesNotContain("12", reading.ToString(), StringComparison.Ordinal);
        Assert.Contains("…78", reading.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_its_forms_read_back_to_itself() => Gen.Int[100_000_000, 799_999_999].Sample(number =>
    {
        if (!FrenchPhone.TryParse("0" + number, out var phone)) return;
        Assert.Equal(phone, Assert.IsType<PhoneReading.Read>(FrenchPhone.Read(phone.E164)).Phone);
        Assert.Equal(phone, Assert.IsType<PhoneReading.Read>(FrenchPhone.Read(phone.National)).Phone);
    }, iter: 1_000);

    [Fact]
    public void Whatever_is_typed_gets_an_answer() => Gen.String[0, 25].Sample(text => { FrenchPhone.Read(text); });
}
