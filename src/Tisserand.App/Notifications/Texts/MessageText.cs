using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;

namespace Tisserand.App.Notifications.Texts;

/// <summary>Who signs: the cooperative's short name and the number people may call.</summary>
public sealed record Sender(string Cooperative, string Phone);

/// <summary>A message as it leaves; plain text, the subject also titles the line of a call list.</summary>
public sealed record ComposedMessage(MessageKind Kind, MessageChannel Channel, string Subject, string Body)
{
    /// <summary>Kind and channel alone, so that no text slips into a log.</summary>
    public override string ToString() => $"{Kind} {Channel}";
}

/// <summary>Turns what a message may say into its text, per channel and language.</summary>
public static partial class MessageText
{
    private static readonly ResourceManager Texts =
        new("Tisserand.App.Notifications.Texts.MessageTexts", typeof(MessageText).Assembly);

    /// <summary>The text; its last words are the cooperative's phone number.</summary>
    public static ComposedMessage Compose(MessageValues values, MessageChannel channel, Sender sender, CultureInfo language)
    {
        var texts = channel == MessageChannel.Letter ? MessageChannel.Email : channel;      // a letter is an e-mail on paper
        var named = Named(values, language);
        named["Cooperative"] = sender.Cooperative;
        named["Phone"] = sender.Phone;
        named["Body"] = Fill(Template($"{values.Kind}_{texts}", language), named);
        return new(values.Kind, channel,
            Fill(Template($"{values.Kind}_Subject", language), named),
            Fill(Template($"Frame_{texts}", language), named));
    }

    /// <summary>How a correction may begin: which message it is about, and that it no longer holds.</summary>
    /// <param name="sentAt">When that one left, said in the same language.</param>
    /// <param name="language">That of who received it.</param>
    public static string CorrectionOf(string sentAt, CultureInfo language) => string.Format(language, Template("Correction_Proposed", language), sentAt);

    private static string Template(string key, CultureInfo language) => Texts.GetString(key, language)
        ?? throw new MissingManifestResourceException($"No text {key} for {language.Name}.");

    /// <summary>Each property by its name: absent ones are null, a raised flag is empty text.</summary>
    private static Dictionary<string, string?> Named(MessageValues values, CultureInfo language) =>
        values.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(p => p.Name, p => Said(p.GetValue(values), language), StringComparer.Ordinal);

    private static string? Said(object? value, CultureInfo language) => value switch
    {
        null or false => null,
        true => "",
        TripLeg leg => Template($"Leg_{leg}", language),
        IReadOnlyList<WaitingQuestion> waiting => string.Join('\n', waiting.Select(w => string.Format(language,
            Template("WaitingQuestion", language), w.Number, w.Activity, w.When))),
        Uri link => link.AbsoluteUri,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string Fill(string template, Dictionary<string, string?> named)
    {
        var lines = template.Split('\n').Select(line => line.TrimEnd('\r'))
            .Where(line => Placeholder.Matches(line).All(p => named[p.Groups[1].Value] is not null))
            .Select(line => Placeholder.Replace(line, p => named[p.Groups[1].Value]!));
        return SeveralBlankLines.Replace(string.Join('\n', lines), "\n\n").Trim();
    }

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex Placeholder { get; }

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex SeveralBlankLines { get; }
}
