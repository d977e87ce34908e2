using Tisserand.App.Accounts;

namespace Tisserand.Web.Security;

/// <summary>What somebody may be, in the words of <c>account add --role</c>, of <c>/demo</c> and of the session.</summary>
public static class Roles
{
    public const string Volunteer = "volunteer";
    public const string Beneficiary = "beneficiary";
    public const string Carer = "carer";
    public const string Coordinator = "coordinator";
    public const string Board = "board";
    public const string Officer = "dpo";
    public const string Administrator = "admin";

    public static IReadOnlyList<string> All { get; } = [Volunteer, Beneficiary, Carer, Coordinator, Board, Officer, Administrator];

    public static string WordOf(Role role) => All[(int)role];

    /// <summary>The role of a word; null when there is none of that name.</summary>
    public static Role? Parse(string word) => All.ToList().IndexOf(word) is var i and >= 0 ? (Role)i : null;

    /// <summary>Where each role arrives once signed in.</summary>
    public static string HomeOf(string word) => word switch
    {
        Volunteer => "/benevole",
        Beneficiary or Carer => "/demande",
        Coordinator => "/coordination",
        Board => "/conseil",
        Officer => "/confidentialite",
        Administrator => "/admin",
        _ => "/",
    };
}
