using System.Text.RegularExpressions;

namespace Tisserand.App.Accounts;

/// <summary>An address as it is stored and compared.</summary>
public static partial class EmailAddress
{
    public static string Plain(string typed) => typed.Trim().ToLowerInvariant();

    public static bool IsPlausible(string plain) => plain.Length <= 254 && Shape().IsMatch(plain);

    [GeneratedRegex(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$")]
    private static partial Regex Shape();
}
