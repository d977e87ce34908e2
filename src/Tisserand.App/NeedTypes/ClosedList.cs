using System.Collections.Frozen;

namespace Tisserand.App.NeedTypes;

/// <summary>One entry of a closed list, with what people read.</summary>
public sealed record ListEntry(string Code, string Fr, string En);

/// <summary>A list the cooperative owns and nobody types freely into: skills, checks, practical needs, interests.</summary>
public sealed class ClosedList(IReadOnlyList<ListEntry> entries)
{
    private readonly FrozenDictionary<string, ListEntry> _byCode = entries.ToFrozenDictionary(e => e.Code, StringComparer.Ordinal);

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<ListEntry> Entries { get; } = entries;

    public ListEntry? Find(string code) => _byCode.GetValueOrDefault(code);

    public bool Contains(string code) => _byCode.ContainsKey(code);
}
