using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Tisserand.Cli;

/// <summary>Options that mean the same for every verb that has a use for them.</summary>
internal sealed class SharedOptions
{
    private static readonly LocalDateTimePattern _minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public Option<string?> Data { get; } = Value("--data", text => text.Length == 0 ? null : text);

    public Option<string?> Database { get; } = Value("--database", text => text.Length == 0 ? null : text);

    public Option<Uri?> Url { get; } = Value("--url", SiteAddress);

    /// <summary>Local time, Europe/Paris, at which a demonstration's clock starts; absent means now.</summary>
    public Option<LocalDateTime?> At { get; } = Value<LocalDateTime?>("--at",
        text => _minute.Parse(text) is { Success: true } time ? time.Value : null);

    public Option<int?> Seed { get; } = Value<int?>("--seed",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : null);

    public Option<bool> Json { get; } = Flag("--json");

    /// <summary>An option with one value; <paramref name="read"/> gives null for a text it refuses.</summary>
    public static Option<T?> Value<T>(string name, Func<string, T?> read)
    {
        var key = "Option_" + name.TrimStart('-');
        return new Option<T?>(name)
        {
            Description = Sentences.Of(key),
            HelpName = Sentences.Of(key + "_Value"),
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = result => Read(result, read, key),
        };
    }

    public static Option<bool> Flag(string name) =>
        new(name) { Description = Sentences.Of("Option_" + name.TrimStart('-')), Arity = ArgumentArity.Zero };

    private static T? Read<T>(ArgumentResult result, Func<string, T?> read, string key)
    {
        var text = result.Tokens[^1].Value;
        var isNextOption = text.StartsWith("--", StringComparison.Ordinal);
        var value = isNextOption ? default : read(text);
        if (isNextOption) result.AddError(Sentences.Of("No_value", ((OptionResult)result.Parent!).Option.Name, Sentences.Of(key + "_Value")));
        else if (value is null) result.AddError(Sentences.Of(key + "_Bad", text));
        return value;
    }

    private static Uri? SiteAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https" && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? address : null;
}
