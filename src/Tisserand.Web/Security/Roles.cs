namespace Tisserand.Web.Security;

/// <summary>What an account may be; the words of <c>account add --role</c> and of the session.</summary>
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

    /// <summary>Where each role arrives once signed in.</summary>
    public static string HomeOf(string role) => role switch
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
