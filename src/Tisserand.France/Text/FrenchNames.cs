namespace Tisserand.France;

/// <summary>Small words before names: « d'Allaire », « au Mans », « aux Fougerêts ».</summary>
public static class FrenchNames
{
    /// <summary>« de Redon », « d'Anne », « du Mans », « des Fougerêts », « de La Gacilly ».</summary>
    public static string Of(string name) =>
        AfterArticle(name, "Le ") is { } le ? $"du {le}"
        : AfterArticle(name, "Les ") is { } les ? $"des {les}"
        : Elides(name) ? $"d'{name}"
        : $"de {name}";

    /// <summary>Where something is or goes: « à Redon », « au Mans », « aux Fougerêts », « à La Gacilly ».</summary>
    public static string At(string placeName) =>
        AfterArticle(placeName, "Le ") is { } le ? $"au {le}"
        : AfterArticle(placeName, "Les ") is { } les ? $"aux {les}"
        : $"à {placeName}";

    /// <summary>Whether « de » loses its e before a name.</summary>
    /// <remarks>A vowel, or y before a consonant. No rule tells a mute h: names in He, Hé, Hi and Hy are taken for mute
    /// (d'Hennebont), those in Ha, Ho and Hu for aspirated (de Haguenau, de Honfleur), as usage mostly has it.</remarks>
    public static bool Elides(string name)
    {
        var folded = TextFolding.Fold(name);
        if (folded.Length == 0) return false;
        if (folded.Length == 1) return IsVowel(folded[0]);
        return folded[0] switch
        {
            'h' => folded[1] is 'e' or 'i' or 'y',
            'y' => !IsVowel(folded[1]) && folded[1] != ' ',
            var first => IsVowel(first),
        };
    }

    private static string? AfterArticle(string name, string article) =>
        name.StartsWith(article, StringComparison.Ordinal) ? name[article.Length..] : null;

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
