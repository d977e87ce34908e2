using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Tisserand.Web.Site;

/// <summary>What the person who installs decides about the site.</summary>
public sealed record SiteOptions
{
    /// <summary>Addresses listened to, such as <c>http://localhost:5080</c>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://localhost:5080"];

    /// <summary>The address written in messages; the first of <see cref="Urls"/> unless a proxy stands before it.</summary>
    public Uri PublicAddress
    {
        get => field ?? new Uri(Urls[0].Replace("*", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
        init;
    }

    /// <summary>Proxies whose word is taken for the caller's address and for https. Empty: nobody's.</summary>
    public IReadOnlyList<IPAddress> KnownProxies { get; init; } = [];

    /// <summary>Host names answered to. Empty: those of <see cref="Urls"/>.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>The certificate of the https addresses; null leaves it to Kestrel's own configuration.</summary>
    public X509Certificate2? Certificate { get; init; }

    public bool IsDemonstration { get; init; }

    public CooperativeCard Cooperative { get; init; } = CooperativeCard.Unnamed;

    public RequestBudgets Budgets { get; init; } = new();
}

/// <summary>How the cooperative presents itself on every page.</summary>
/// <param name="Phone">As people read it: <c>02 99 00 00 00</c>.</param>
/// <param name="PhoneHours">When somebody answers, in one short sentence; empty when not known.</param>
/// <param name="OfficerContact">How the data-protection officer is reached: an address or a number.</param>
public sealed record CooperativeCard(string Name, string Phone, string PhoneHours, string Email, string OfficerContact)
{
    public static CooperativeCard Unnamed { get; } = new("Tisserand", "", "", "", "");

    /// <summary><see cref="PhoneHours"/> for who reads English; null leaves the French ones.</summary>
    public string? PhoneHoursInEnglish { get; init; }

    /// <summary>The hours in the language of who reads.</summary>
    public string HoursSaid => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? PhoneHoursInEnglish ?? PhoneHours : PhoneHours;

    /// <summary>The number as a telephone dials it; empty when there is none.</summary>
    public string PhoneLink => string.Concat(Phone.Where(c => char.IsAsciiDigit(c) || c == '+'));
}

/// <summary>Posts allowed from one address (IPv6: one /64) in a window.</summary>
public sealed record RequestBudgets
{
    public int SignInsPerQuarterHour { get; init; } = 20;

    public int CodesPerHour { get; init; } = 10;

    public int SearchesPerMinute { get; init; } = 60;

    public int AnswersPerQuarterHour { get; init; } = 60;

    public int PublicRequestsPerHour { get; init; } = 30;
}
