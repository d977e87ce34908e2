namespace Tisserand.France;

/// <summary>All current communes, found by code, postcode, name or nearness. Immutable; safe from any thread.</summary>
/// <remarks>Former communes (delegated, associated) and municipal arrondissements are known by code, name and
/// postcode, and lead to the commune they belong to.</remarks>
public sealed class CommuneTable
{
    /// <summary>The line that pages and documents made from the table carry, as its licence asks.</summary>
    public const string Attribution =
        "Sources : INSEE (COG 2026, populations légales), La Poste, IGN (Admin Express 2018), via Etalab/datagouv decoupage-administratif et france-geojson.";

    private static readonly Lazy<CommuneTable> LazyShipped = new(() => new(CommuneReader.ReadShipped()));

    private readonly Commune[] _communes;                              // current ones, by code
    private readonly Dictionary<string, Commune> _byCode;              // former codes included
    private readonly Lazy<Dictionary<string, List<Commune>>> _byPostcode;
    private readonly Lazy<CommuneNames> _names;
    private readonly (string Name, Commune Current)[] _formerNames;

    internal CommuneTable(IReadOnlyList<CommuneReader.Row> rows)
    {
        _communes = [.. rows.Where(r => r.Parent is null).Select(r => r.Commune).OrderBy(c => c.Insee, StringComparer.Ordinal)];
        _byCode = new(rows.Count, StringComparer.Ordinal);
        foreach (var commune in _communes) _byCode[commune.Insee] = commune;
        // Former communes may carry the very code of the new one; the current commune keeps it.
        var former = rows.Where(r => r.Parent is not null && _byCode.ContainsKey(r.Parent)).ToList();
        foreach (var row in former) _byCode.TryAdd(row.Commune.Insee, _byCode[row.Parent!]);

        var led = former.Select(r => (r.Commune, Current: _byCode[r.Parent!])).ToList();
        _byPostcode = new(() => IndexPostcodes(_communes, led));
        _names = new(() => new CommuneNames(_communes, led));
        _formerNames = [.. led.Select(l => (l.Commune.Name, l.Current))];
    }

    /// <summary>The table shipped with Tisserand (COG 2026), read at first use in a few tens of milliseconds.</summary>
    public static CommuneTable Shipped => LazyShipped.Value;

    /// <summary>Every current commune, in order of INSEE code.</summary>
    public IReadOnlyList<Commune> All => _communes;

    /// <summary>Names of former communes and of arrondissements, each with the commune it belongs to now.</summary>
    public IReadOnlyList<(string Name, Commune Current)> FormerNames => _formerNames;

    /// <summary>The commune of an INSEE code; the code of a former commune gives the one it belongs to; else null.</summary>
    public Commune? Find(string insee) => _byCode.GetValueOrDefault(insee);

    /// <summary>The current communes served by a postcode, most populous first; empty when nobody uses it.</summary>
    public IReadOnlyList<Commune> WithPostcode(string postcode) =>
        _byPostcode.Value.TryGetValue(postcode.Trim(), out var found) ? found : [];

    /// <summary>Communes whose name, or a word of it, begins as typed: accents, case, hyphens and "St"/"Ste" do not matter.</summary>
    /// <param name="text">What was typed; digits in it are the beginning of a postcode ("35600 red").</param>
    /// <param name="near">Where the person is; null ranks by population instead of nearness.</param>
    /// <param name="take">At most this many, 1 or more.</param>
    /// <returns>Exact names first, then names that begin so, then names with a word that begins so; within
    /// each, nearest first, then by population, then by code. A former commune's name gives its current one.</returns>
    public IReadOnlyList<Commune> Search(string text, GeoPoint? near, int take)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        return _names.Value.Search(text, near, take);
    }

    /// <summary>Communes whose name is written nearly as typed: one slip up to five letters, two beyond. For names <see cref="Search"/> does not know.</summary>
    /// <param name="text">A name without a postcode.</param>
    /// <param name="take">At most this many, 1 or more.</param>
    /// <returns>Fewest slips first, then by population, then by code; empty when nothing looks alike.</returns>
    public IReadOnlyList<Commune> Resembling(string text, int take)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        return _names.Value.Resembling(text, take);
    }

    /// <summary>The other communes whose point lies within <paramref name="km"/> of this one's as the crow flies, nearest first.</summary>
    /// <returns>Empty for an unknown code or a commune without a point.</returns>
    public IReadOnlyList<Commune> Neighbours(string insee, double km)
    {
        if (Find(insee) is not { Point: { } centre } here) return [];
        var degrees = km / 111;                                        // a degree of latitude is 111.19 km
        return [.. _communes
            .Where(c => c.Point is { } p && Math.Abs(p.LatitudeDegrees - centre.LatitudeDegrees) <= degrees && c != here)
            .Select(c => (Commune: c, Km: centre.KilometresTo(c.Point!.Value)))
            .Where(c => c.Km <= km)
            .OrderBy(c => c.Km).ThenBy(c => c.Commune.Insee, StringComparer.Ordinal)
            .Select(c => c.Commune)];
    }

    private static Dictionary<string, List<Commune>> IndexPostcodes(Commune[] communes, List<(Commune Former, Commune Current)> led)
    {
        var index = new Dictionary<string, List<Commune>>(StringComparer.Ordinal);
        foreach (var (written, current) in communes.Select(c => (c, c)).Concat(led))
            foreach (var postcode in written.Postcodes)
            {
                if (!index.TryGetValue(postcode, out var list)) index[postcode] = list = [];
                if (!list.Contains(current)) list.Add(current);
            }
        foreach (var list in index.Values)
            list.Sort((a, b) => a.Population != b.Population
                ? b.Population.CompareTo(a.Population) : string.CompareOrdinal(a.Insee, b.Insee));
        return index;
    }
}
