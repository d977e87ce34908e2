namespace Tisserand.Web.Security;

/// <summary>Names and flags of every cookie the site sets: all strictly necessary, so no banner.</summary>
/// <param name="secure">True on https: <c>Secure</c> and <c>__Host-</c>, which browsers refuse on plain http.</param>
public sealed class SiteCookies(bool secure)
{
    /// <summary>The last words of the names: <c>session</c>, <c>jeton</c>, <c>note</c>, <c>langue</c>, <c>taille</c>.</summary>
    public string Name(string word) => (secure ? "__Host-" : "") + "tisserand-" + word;

    public CookieBuilder Builder(string word, SameSiteMode sameSite) => new()
    {
        Name = Name(word),
        HttpOnly = true,
        SameSite = sameSite,
        SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.None,
        Path = "/",
        IsEssential = true,
    };

    /// <summary>A preference, such as the size of the text.</summary>
    public CookieOptions ForAYear() => new()
    {
        HttpOnly = true,
        Secure = secure,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = TimeSpan.FromDays(365),
        IsEssential = true,
    };
}
