using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Tisserand.Web.Security;

/// <summary>One page, one right: a folder of pages is for one role, and whatever nobody named is refused.</summary>
public static class Rights
{
    /// <summary>Folder of <c>Pages</c> → the role it is for. The policy bears the role's name.</summary>
    public static IReadOnlyDictionary<string, string> Folders { get; } = new Dictionary<string, string>
    {
        ["/Coordination"] = Roles.Coordinator,
        ["/Benevole"] = Roles.Volunteer,
        ["/Conseil"] = Roles.Board,
        ["/Confidentialite"] = Roles.Officer,
        ["/Admin"] = Roles.Administrator,
    };

    /// <summary>Folders open to everybody: no account is needed to ask for help, to answer a message, or to sign in.</summary>
    public static IReadOnlyList<string> OpenFolders { get; } = ["/Accueil", "/Demande", "/Reponse", "/Connexion", "/Demo", "/Erreur"];

    /// <summary>Signed in, whoever one is.</summary>
    public const string SignedIn = "signed-in";

    internal static void Protect(PageConventionCollection pages)
    {
        foreach (var (folder, role) in Folders) pages.AuthorizeFolder(folder, role);
        foreach (var folder in OpenFolders) pages.AllowAnonymousToFolder(folder);
        pages.AuthorizeFolder("/Compte", SignedIn);
    }

    internal static void Define(AuthorizationOptions authorization)
    {
        foreach (var role in Roles.All) authorization.AddPolicy(role, policy => policy.RequireRole(role));
        authorization.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }
}
