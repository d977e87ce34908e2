using System.Text.Json;
using Tisserand.Language;

namespace Tisserand.App.Learning;

/// <summary>What the engine would learn, with how well it read before and would read after, on messages it was not shown.</summary>
/// <param name="Corrections">Learned from.</param>
/// <param name="People">Whose they are.</param>
/// <param name="BasedOn">Version in force when it was judged.</param>
/// <param name="Before">Of the version in force.</param>
/// <param name="After">Of this one, on the same messages.</param>
/// <param name="Examples">Words that messages of five people or more have, by message, in an order that tells nothing.</param>
public sealed record TrainedClassifier(int Corrections, int People, int BasedOn, NeedScore Before, NeedScore After, IReadOnlyList<NeedExample> Examples)
{
    internal string Write() => JsonSerializer.Serialize(new Stored(Corrections, People, BasedOn, Before, After,
        [.. Examples.Select(e => $"{e.Type}:{string.Join('|', e.Features)}").Order(StringComparer.Ordinal)]));

    /// <returns>Null for the empty document: nothing is learned.</returns>
    internal static TrainedClassifier? Read(string text)
    {
        if (text.Length == 0) return null;
        var stored = JsonSerializer.Deserialize<Stored>(text) ?? throw new InvalidDataException("A classifier is empty.");
        return new(stored.Corrections, stored.People, stored.BasedOn, stored.Before, stored.After, [.. stored.Examples.Select(Example)]);
    }

    private static NeedExample Example(string line) => line.IndexOf(':', StringComparison.Ordinal) is var end && end > 0
        ? new NeedExample(line[(end + 1)..].Split('|', StringSplitOptions.RemoveEmptyEntries), line[..end])
        : throw new InvalidDataException("An example has no type.");

    private sealed record Stored(int Corrections, int People, int BasedOn, NeedScore Before, NeedScore After, IReadOnlyList<string> Examples);
}
