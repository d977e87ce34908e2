using System.Security.Claims;

namespace Tisserand.Web.Security;

/// <summary>What the session says about who is there: ids and roles, never a name.</summary>
public static class Session
{
    public const string AccountClaim = "account";
    public const string PersonClaim = "person";
    public const string TerritoryClaim = "territory";
    public const string StampClaim = "stamp";

    public static Guid? AccountGuid(this ClaimsPrincipal user) => Find(user, AccountClaim);

    public static Guid? PersonGuid(this ClaimsPrincipal user) => Find(user, PersonClaim);

    public static IReadOnlySet<Guid> TerritoryGuids(this ClaimsPrincipal user) =>
        user.FindAll(TerritoryClaim).Select(c => Guid.Parse(c.Value)).ToHashSet();

    public static bool IsSignedIn(this ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true };

    private static Guid? Find(ClaimsPrincipal user, string claim) =>
        Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}
