using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Tisserand.App.Territories;

namespace Tisserand.App.Accounts;

/// <summary>The secret of the address where somebody chooses her password. Nothing is stored: it is sealed with the site's own
/// keys, holds for a week, and is void as soon as a password is chosen, since that changes the stamp in it.</summary>
public sealed class Invitations(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly Duration Valid = Duration.FromDays(7);
    private readonly IDataProtector _protector = protection.CreateProtector("Tisserand.Invitation.1");

    public string For(AccountId account, string stamp) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{account.Value:N} {stamp} {(time.Now() + Valid).ToUnixTimeSeconds()}"));

    /// <summary>Whom it invites; null when it is not ours, or too old.</summary>
    public (AccountId Account, string Stamp)? Read(string secret)
    {
        try
        {
            var parts = _protector.Unprotect(secret).Split(' ');
            return long.Parse(parts[2], CultureInfo.InvariantCulture) < time.Now().ToUnixTimeSeconds()
                ? null
                : (new AccountId(Guid.ParseExact(parts[0], "N")), parts[1]);
        }
        catch (CryptographicException)     // the only way data protection says "not ours"
        {
            return null;
        }
    }
}
