using System.Globalization;
using System.Resources;
using Tisserand.Matching;

namespace Tisserand.App.Notifications.Replies;

/// <summary>Short words of an answer. Why a yes cannot be kept is said without speaking of the other person.</summary>
internal static class ReplyTexts
{
    private static readonly ResourceManager Texts = new("Tisserand.App.Notifications.Texts.ReplyTexts", typeof(ReplyTexts).Assembly);

    public static string Of(string key, CultureInfo language) => Texts.GetString(key, language)
        ?? throw new MissingManifestResourceException($"No text {key} for {language.Name}.");

    /// <summary>An exclusion, a condition or anything about the other person is never explained: "the request has changed".</summary>
    public static string WhyNot(IReadOnlyList<Obstacle> obstacles, CultureInfo language) => Of(
        obstacles.Any(o => o is Obstacle.AlreadyTaken) ? "AlreadyTaken" : obstacles.Any(o => o is Obstacle.Paused) ? "Paused" : "Changed", language);
}
