namespace Tisserand.France;

/// <summary>The names of communes as people type them: folded, St and Ste written out. 37,000 names are scanned
/// in about a millisecond, so there is no cleverer index.</summary>
internal sealed class CommuneNames
{
    private enum Fit { Exact, NameBegins, WordBegins, None }

    private readonly (string Name, Commune Written, Commune Current)[] _entries;

    public CommuneNames(Commune[] communes, List<(Commune Former, Commune Current)> former) =>
        _entries = [.. communes.Select(c => (Spoken(c.Name), c, c))
            .Concat(former.Select(f => (Spoken(f.Former.Name), f.Former, f.Current)))];

    public List<Commune> Search(string text, GeoPoint? near, int take)
    {
        var words = Spoken(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        var digits = words.FirstOrDefault(w => char.IsAsciiDigit(w[0])) ?? "";
        var name = string.Join(' ', words.Where(w => !char.IsAsciiDigit(w[0])));

        var fits = Fits(name, digits);
        if (fits.Count == 0 && name.Length > 0 && digits.Length <= 2) fits = Fits(name, "");   // "Paris 11"
        return [.. fits
            .OrderBy(f => f.Value)
            .ThenBy(f => near is { } here ? f.Key.Point?.KilometresTo(here) ?? double.MaxValue : 0)
            .ThenByDescending(f => f.Key.Population)
            .ThenBy(f => f.Key.Insee, StringComparer.Ordinal)
            .Take(take).Select(f => f.Key)];
    }

    public List<Commune> Resembling(string text, int take)
    {
        var typed = Spoken(text);
        var most = typed.Length <= 5 ? 1 : 2;
        var best = new Dictionary<Commune, int>(ReferenceEqualityComparer.Instance);
        foreach (var (written, _, current) in _entries)
        {
            var slips = CommuneSpelling.Distance(typed, written, most);
            if (slips <= most && (!best.TryGetValue(current, out var known) || slips < known)) best[current] = slips;
        }

        return [.. best.OrderBy(b => b.Value).ThenByDescending(b => b.Key.Population).ThenBy(b => b.Key.Insee, StringComparer.Ordinal).Take(take).Select(b => b.Key)];
    }

    /// <summary>How well each commune fits, by its present name or a former one; those that do not are left out.</summary>
    private Dictionary<Commune, Fit> Fits(string name, string digits)
    {
        var best = new Dictionary<Commune, Fit>(ReferenceEqualityComparer.Instance);
        foreach (var (written, row, current) in _entries)
        {
            var fit = FitOf(written, name);
            if (fit == Fit.None || !HasPostcode(row, digits)) continue;
            if (!best.TryGetValue(current, out var known) || fit < known) best[current] = fit;
        }
        return best;
    }

    private static bool HasPostcode(Commune commune, string digits)
    {
        if (digits.Length == 0) return true;
        foreach (var postcode in commune.Postcodes)
            if (postcode.StartsWith(digits, StringComparison.Ordinal)) return true;
        return false;
    }

    private static Fit FitOf(string written, string typed)
    {
        if (typed.Length == 0) return Fit.NameBegins;                  // a postcode alone
        if (written == typed) return Fit.Exact;
        if (written.StartsWith(typed, StringComparison.Ordinal)) return Fit.NameBegins;
        for (var at = written.IndexOf(' ', StringComparison.Ordinal); at >= 0; at = written.IndexOf(' ', at + 1))
            if (written.AsSpan(at + 1).StartsWith(typed, StringComparison.Ordinal))
                return IsArticle(written.AsSpan(0, at))
                    ? written.Length - at - 1 == typed.Length ? Fit.Exact : Fit.NameBegins
                    : Fit.WordBegins;
        return Fit.None;
    }

    private static bool IsArticle(ReadOnlySpan<char> word) => word is "le" or "la" or "les" or "l";

    /// <summary>Folded, with "st" and "ste" spoken out as "saint" and "sainte".</summary>
    private static string Spoken(string name)
    {
        var folded = TextFolding.Fold(name);
        if (!folded.Contains("st", StringComparison.Ordinal)) return folded;
        return string.Join(' ', folded.Split(' ').Select(w => w switch
        {
            "st" or "st." => "saint",
            "ste" or "ste." => "sainte",
            _ => w,
        }));
    }
}
