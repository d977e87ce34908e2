using System.Diagnostics.CodeAnalysis;
using PhoneNumbers;

namespace Tisserand.France;

/// <summary>Why a telephone number was refused.</summary>
public enum PhoneError
{
    Empty,

    /// <summary>Letters, or hardly a digit.</summary>
    NotANumber,

    TooShort,
    TooLong,

    /// <summary>The right length, but no such range is in use.</summary>
    NoSuchNumber,
}

/// <summary>What reading a telephone number led to.</summary>
public abstract record PhoneReading
{
    private PhoneReading() { }

    public sealed record Read(FrenchPhone Phone) : PhoneReading;

    public sealed record Refused(PhoneError Error) : PhoneReading;
}

/// <summary>A telephone number as people in France write it: mainland, overseas, or foreign with its "+".</summary>
public sealed record FrenchPhone
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    private FrenchPhone(string e164, string national, bool isMobile, bool isLandline) =>
        (E164, National, IsMobile, IsLandline) = (e164, national, isMobile, isLandline);

    /// <summary>International form, "+33612345678": what is stored, compared and dialled.</summary>
    public string E164 { get; }

    /// <summary>As read aloud: « 06 12 34 56 78 »; a foreign number in international form.</summary>
    public string National { get; }

    /// <summary>A text message can reach it.</summary>
    public bool IsMobile { get; }

    /// <summary>A fixed line, 09 boxes included. Neither mobile nor landline: 08 service numbers.</summary>
    public bool IsLandline { get; }

    /// <summary>Hides all but the last two digits, so that no number slips into a log: « …78 ».</summary>
    public override string ToString() => $"…{E164[^2..]}";

    /// <summary>A stored or typed number as it is read aloud; text that is no number stays as it is.</summary>
    public static string Shown(string text) => TryParse(text, out var phone) ? phone.National : text;

    /// <summary>True with the number, or false; <see cref="Read"/> says why.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FrenchPhone? phone)
    {
        phone = Read(text) is PhoneReading.Read read ? read.Phone : null;
        return phone is not null;
    }

    /// <summary>Reads a number: spaces, dots, dashes, slashes and brackets are free; "+33 (0)6", "0033 6" and a
    /// leading zero lost by a spreadsheet (9 digits) are mended; foreign numbers need their "+" or "00".</summary>
    public static PhoneReading Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return new PhoneReading.Refused(PhoneError.Empty);
        if (text.Any(char.IsLetter)) return new PhoneReading.Refused(PhoneError.NotANumber);

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length < 2) return new PhoneReading.Refused(PhoneError.NotANumber);
        var isInternational = text.TrimStart().TrimStart('(').StartsWith('+') || digits.StartsWith("00", StringComparison.Ordinal);
        if (isInternational) digits = text.Contains('+', StringComparison.Ordinal) ? digits : digits[2..];
        else if (digits.Length == 9 && digits[0] != '0') digits = "0" + digits;
        else if (digits.Length == 11 && digits.StartsWith("33", StringComparison.Ordinal)) isInternational = true;   // the "+" was lost

        if (!isInternational && digits.Length < 10) return new PhoneReading.Refused(PhoneError.TooShort);
        if (!isInternational && digits.Length > 10) return new PhoneReading.Refused(PhoneError.TooLong);
        return isInternational ? International(digits) : National10(digits);
    }

    private static PhoneReading National10(string digits) =>
        digits.StartsWith("063998", StringComparison.Ordinal)
            ? new PhoneReading.Read(ForFiction(digits[1..]))
            : Checked(digits, OverseasRegion(digits) ?? "FR");

    private static PhoneReading International(string digits)
    {
        if (digits.StartsWith("33", StringComparison.Ordinal))
        {
            var rest = digits[2..].TrimStart('0');                     // +33 (0)6
            return rest.Length < 9 ? new PhoneReading.Refused(PhoneError.TooShort)
                : rest.Length > 9 ? new PhoneReading.Refused(PhoneError.TooLong)
                : National10("0" + rest);
        }
        return Checked("+" + digits, "FR");
    }

    private static PhoneReading Checked(string dialled, string region)
    {
        PhoneNumber number;
        try
        {
            number = Numbers.Parse(dialled, region);
        }
        catch (NumberParseException e)
        {
            return new PhoneReading.Refused(e.ErrorType switch
            {
                ErrorType.TOO_SHORT_NSN or ErrorType.TOO_SHORT_AFTER_IDD => PhoneError.TooShort,
                ErrorType.TOO_LONG => PhoneError.TooLong,
                _ => PhoneError.NoSuchNumber,
            });
        }
        if (!Numbers.IsValidNumber(number))
            return new PhoneReading.Refused(Numbers.IsPossibleNumberWithReason(number) switch
            {
                PhoneNumberUtil.ValidationResult.TOO_SHORT => PhoneError.TooShort,
                PhoneNumberUtil.ValidationResult.TOO_LONG => PhoneError.TooLong,
                _ => PhoneError.NoSuchNumber,
            });

        var type = Numbers.GetNumberType(number);
        var isFrench = number.CountryCode is 33 or 262 or 508 or 590 or 594 or 596;
        return new PhoneReading.Read(new(
            Numbers.Format(number, PhoneNumberFormat.E164),
            Numbers.Format(number, isFrench ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL),
            type is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE,
            type is PhoneNumberType.FIXED_LINE or PhoneNumberType.VOIP));
    }

    /// <summary>06 39 98 is kept by the regulator for films and examples; no table of ranges in use holds it.</summary>
    private static FrenchPhone ForFiction(string nine) =>
        new("+33" + nine, $"0{nine[0]} {nine[1..3]} {nine[3..5]} {nine[5..7]} {nine[7..9]}", true, false);

    /// <summary>The region whose own country code a number dialled from the mainland gets.</summary>
    private static string? OverseasRegion(string digits) => digits[..4] switch
    {
        "0590" or "0690" or "0691" => "GP",
        "0594" or "0694" => "GF",
        "0596" or "0696" or "0697" => "MQ",
        "0262" or "0263" or "0692" or "0693" => "RE",
        "0269" or "0639" => "YT",
        _ => null,
    };
}
