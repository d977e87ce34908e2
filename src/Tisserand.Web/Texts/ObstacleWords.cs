using System.Globalization;
using Tisserand.App.Proposals;
using Tisserand.Matching;

namespace Tisserand.Web.Texts;

/// <summary>What stands against a yes, as its volunteer may read it.</summary>
internal static class ObstacleWords
{
    /// <returns>Empty where the only reason is one that is never explained.</returns>
    public static async Task<IReadOnlyList<string>> ForHerAsync(IReadOnlyList<Obstacle> obstacles, MatchingWords words, CancellationToken ct)
    {
        var wording = await words.WordingAsync(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, ct);
        return [.. obstacles.Where(o => o is not Obstacle.Excluded).Select(wording.Of)];
    }
}
