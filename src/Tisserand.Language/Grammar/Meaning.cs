namespace Tisserand.Language.Grammar;

/// <summary>What a stretch of text says: features with whole numbers, and meanings in a part of their own. Immutable.</summary>
/// <remarks>Joining two meanings succeeds when no feature has two values (unification); sets of days, of ranks and of
/// exceptions are added up instead.</remarks>
internal sealed class Meaning : IEquatable<Meaning>
{
    private readonly (Feature Name, int Value)[] _features;            // sorted by name
    private readonly (Role Role, Meaning Meaning)[] _parts;            // in the order of the text

    private Meaning((Feature, int)[] features, (Role, Meaning)[] parts) => (_features, _parts) = (features, parts);

    public static Meaning Nothing { get; } = new([], []);

    public int? this[Feature name]
    {
        get
        {
            foreach (var (n, value) in _features)
                if (n == name) return value;
            return null;
        }
    }

    public bool Has(Feature name) => this[name] is not null;

    public bool HasAny(params ReadOnlySpan<Feature> names)
    {
        foreach (var name in names)
            if (Has(name)) return true;
        return false;
    }

    public IEnumerable<Meaning> Parts(Role role) => _parts.Where(p => p.Role == role).Select(p => p.Meaning);

    public Meaning? Part(Role role) => Parts(role).FirstOrDefault();

    public Meaning With(Feature name, int value)
    {
        var at = 0;
        while (at < _features.Length && _features[at].Name < name) at++;
        var behind = at < _features.Length && _features[at].Name == name ? at + 1 : at;
        return new([.. _features.AsSpan(0, at), (name, value), .. _features.AsSpan(behind)], _parts);
    }

    public Meaning Without(params Feature[] names) => new([.. _features.Where(f => !names.Contains(f.Name))], _parts);

    /// <summary>This meaning without its parts in a role.</summary>
    public Meaning Without(Role role) => new(_features, [.. _parts.Where(p => p.Role != role)]);

    public Meaning With(Role role, Meaning part) => new(_features, [.. _parts, (role, part)]);

    /// <summary>Both at once; null when they contradict each other.</summary>
    public Meaning? And(Meaning other)
    {
        if (other._features.Length == 0 && other._parts.Length == 0) return this;
        if (_features.Length == 0 && _parts.Length == 0) return other;
        var joined = new List<(Feature, int)>(_features.Length + other._features.Length);
        int i = 0, j = 0;
        while (i < _features.Length || j < other._features.Length)
            if (j == other._features.Length || (i < _features.Length && _features[i].Name < other._features[j].Name)) joined.Add(_features[i++]);
            else if (i == _features.Length || other._features[j].Name < _features[i].Name) joined.Add(other._features[j++]);
            else
            {
                var (name, mine, theirs) = (_features[i].Name, _features[i++].Value, other._features[j++].Value);
                if (name is Feature.Days or Feature.Ranks or Feature.Except) joined.Add((name, mine | theirs));
                else if (mine == theirs) joined.Add((name, mine));
                else return null;
            }
        return new([.. joined], [.. _parts, .. other._parts]);
    }

    public bool Equals(Meaning? other) => other is not null
        && _features.AsSpan().SequenceEqual(other._features) && _parts.AsSpan().SequenceEqual(other._parts);

    public override bool Equals(object? obj) => Equals(obj as Meaning);

    public override int GetHashCode() => _features.Length * 31 + _parts.Length;

    /// <summary>"month=3 day=12 from(hour=9)", for people who write rules.</summary>
    public override string ToString() => string.Join(' ',
        _features.Select(f => $"{f.Name}={f.Value}").Concat(_parts.Select(p => $"{p.Role}({p.Meaning})")));
}
