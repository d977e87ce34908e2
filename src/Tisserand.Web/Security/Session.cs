using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Tisserand.App.Accounts;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.Web.Security;

/// <summary>What the session says about who is there: ids and roles, never a name.</summary>
public static class Session
{
    internal const string AccountClaim = "account";
    internal const string StampClaim = "stamp";
    internal const string PersonClaim = "person";
    internal const string VolunteerClaim = "volunteer";
    internal const string TerritoryClaim = "territory";
    private static readonly TimeSpan VolunteersStay = TimeSpan.FromDays(30);

    /// <summary>An employee, board member, officer or administrator comes in: half an hour without a click, and she is out.</summary>
    public static Task OpenAsync(HttpContext context, AccountSession session) => OpenAsync(context, null,
    [
        new(ClaimTypes.Role, Roles.WordOf(session.Role)),
        new(AccountClaim, session.Account.ToString()),
        new(StampClaim, session.Stamp),
        .. session.Territories.Select(t => new Claim(TerritoryClaim, t.ToString())),
    ]);

    /// <summary>A volunteer comes in, for thirty days on her own telephone.</summary>
    public static Task OpenAsync(HttpContext context, VolunteerSession session) => OpenAsync(context, VolunteersStay,
    [
        new(ClaimTypes.Role, Roles.Volunteer),
        new(PersonClaim, session.Person.ToString()),
        new(VolunteerClaim, session.Volunteer.ToString()),
        new(TerritoryClaim, session.Territory.ToString()),
    ]);

    /// <summary>A beneficiary or a carer of the demonstration comes in; elsewhere they need no session.</summary>
    public static Task OpenForAskingAsync(HttpContext context, Role role, PersonId person, TerritoryId territory) => OpenAsync(context, null,
    [
        new(ClaimTypes.Role, Roles.WordOf(role)),
        new(PersonClaim, person.ToString()),
        new(TerritoryClaim, territory.ToString()),
    ]);

    public static bool IsSignedIn(this ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true };

    /// <summary>The page's policy has made sure that there is one.</summary>
    public static AccountId AccountId(this ClaimsPrincipal user) => new(Required(user, AccountClaim));

    public static PersonId PersonId(this ClaimsPrincipal user) => new(Required(user, PersonClaim));

    public static VolunteerId VolunteerId(this ClaimsPrincipal user) => new(Required(user, VolunteerClaim));

    public static PersonId? PersonIdIfAny(this ClaimsPrincipal user) => Find(user, PersonClaim) is { } id ? new PersonId(id) : null;

    /// <summary>Who acts, for the audit: an account, or a person by her file.</summary>
    public static Actor Actor(this ClaimsPrincipal user) =>
        Find(user, AccountClaim) is { } account ? App.Privacy.Actor.Of(new AccountId(account)) : App.Privacy.Actor.Of(user.PersonId());

    /// <summary>The territories she works in; a record elsewhere is "not found" for her. Empty for board, officer and
    /// administrator, whose pages are not about one territory.</summary>
    public static IReadOnlyList<TerritoryId> Territories(this ClaimsPrincipal user) =>
        [.. user.FindAll(TerritoryClaim).Select(c => new TerritoryId(Guid.Parse(c.Value)))];

    public static bool MaySee(this ClaimsPrincipal user, TerritoryId territory) => user.Territories().Contains(territory);

    private static Task OpenAsync(HttpContext context, TimeSpan? stays, IEnumerable<Claim> claims)
    {
        var who = new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
        var ticket = new AuthenticationProperties();
        if (stays is { } length)
        {
            ticket.IsPersistent = true;
            ticket.ExpiresUtc = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() + length;
        }
        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, who, ticket);
    }

    private static Guid Required(ClaimsPrincipal user, string claim) =>
        Find(user, claim) ?? throw new InvalidOperationException($"The session has no {claim}.");

    private static Guid? Find(ClaimsPrincipal user, string claim) =>
        Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}
