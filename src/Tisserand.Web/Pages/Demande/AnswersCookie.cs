using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Tisserand.Web.Security;

namespace Tisserand.Web.Pages.Demande;

/// <summary>Keeps the answers between two pages: sealed, until the browser is closed or two hours have passed.</summary>
public sealed class AnswersCookie(IDataProtectionProvider protection, SiteCookies cookies, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(2);
    private static readonly JsonSerializerOptions Short = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),             // é stays é: one header holds a long letter
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
    };

    private readonly IDataProtector _seal = protection.CreateProtector("Tisserand.Demande");
    private readonly ChunkingCookieManager _chunks = new();

    /// <summary>The answers of this browser; blank ones when there are none, too old, or somebody else's.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="by">Who has come in, if anybody.</param>
    public Answers Read(HttpContext context, Guid? by)
    {
        var blank = new Answers { Once = Guid.NewGuid(), By = by };
        if (_chunks.GetRequestCookie(context, Name) is not { } text) return blank;
        try
        {
            var kept = JsonSerializer.Deserialize<Sealed>(_seal.Unprotect(text), Short)!;
            return time.GetUtcNow() - kept.At < Kept && kept.Answers.By == by ? kept.Answers : blank;
        }
        catch (Exception broken) when (broken is CryptographicException or JsonException)
        {
            return blank;
        }
    }

    public void Keep(HttpContext context, Answers answers) =>
        _chunks.AppendResponseCookie(context, Name, _seal.Protect(JsonSerializer.Serialize(new Sealed(time.GetUtcNow(), answers), Short)), Options(context));

    public void Forget(HttpContext context) => _chunks.DeleteCookie(context, Name, Options(context));

    private string Name => cookies.Name("demande");

    private CookieOptions Options(HttpContext context) => cookies.Builder("demande", SameSiteMode.Lax).Build(context);

    private sealed record Sealed(DateTimeOffset At, Answers Answers);
}
