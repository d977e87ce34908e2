namespace Tisserand.App.Accounts;

/// <summary>Why a password is refused.</summary>
public enum PasswordProblem
{
    /// <summary>Under 12 characters, or under 14 without capital, small letter, figure and sign.</summary>
    TooShort,

    /// <summary>A word that everybody tries first, dressed up with figures, or few letters repeated.</summary>
    TooCommon,

    /// <summary>Made from her own address.</summary>
    LikeTheAddress,
}

/// <summary>Passwords as the CNIL recommends (délibération 2022-100): long before complicated, never forced to change.</summary>
public static class PasswordRules
{
    public const int Longest = 128;

    // The words French people choose first, and ours; figures and signs around them do not help.
    private static readonly string[] Common =
    [
        "motdepasse", "password", "azerty", "azertyuiop", "qwerty", "qwertyuiop", "bonjour", "bonsoir", "soleil", "doudou", "loulou", "chouchou",
        "coucou", "jetaime", "amour", "princesse", "chocolat", "vacances", "famille", "maison", "marseille", "bretagne", "rennes", "redon",
        "nantes", "france", "football", "admin", "administrateur", "coordination", "coordinateur", "coordinatrice", "cooperative", "benevole",
        "tisserand", "bienvenue", "welcome", "letmein", "iloveyou", "secret", "internet", "ordinateur", "janvier", "fevrier", "printemps", "automne",
    ];

    /// <summary>What is wrong with it; null when it will do.</summary>
    public static PasswordProblem? Check(string password, string email)
    {
        if (password.Length > Longest || password.Length < 12 || (password.Length < 14 && Kinds(password) < 4)) return PasswordProblem.TooShort;

        var letters = string.Concat(password.Where(char.IsLetter)).ToLowerInvariant();
        var self = string.Concat(email.Split('@')[0].Where(char.IsLetter)).ToLowerInvariant();
        if (self.Length >= 4 && letters.Contains(self, StringComparison.Ordinal) && letters.Length - self.Length < 6) return PasswordProblem.LikeTheAddress;
        if (password.Distinct().Count() < 6 || IsARun(password)) return PasswordProblem.TooCommon;
        return Common.Any(w => letters == w || letters == w + w) ? PasswordProblem.TooCommon : null;
    }

    private static int Kinds(string password) =>
        (password.Any(char.IsUpper) ? 1 : 0) + (password.Any(char.IsLower) ? 1 : 0) + (password.Any(char.IsDigit) ? 1 : 0)
        + (password.Any(c => !char.IsLetterOrDigit(c)) ? 1 : 0);

    // 123456789012, abcdefghijkl: each character follows the one before.
    private static bool IsARun(string password)
    {
        var steps = password.Zip(password.Skip(1), (a, b) => b - a).Count(d => d is 1 or -1 or 0);
        return steps >= password.Length - 3;
    }
}
