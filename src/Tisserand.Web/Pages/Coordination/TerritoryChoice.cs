using System.Security.Claims;
using Tisserand.App.Territories;
using Tisserand.Web.Security;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>The territory a page is about: the one asked for where it is hers, else her first.</summary>
internal static class TerritoryChoice
{
    public static TerritoryId? Of(ClaimsPrincipal user, Guid? asked)
    {
        var hers = user.Territories();
        if (asked is { } id) return hers.Contains(new TerritoryId(id)) ? new TerritoryId(id) : null;
        return hers.Count > 0 ? hers[0] : null;
    }
}
