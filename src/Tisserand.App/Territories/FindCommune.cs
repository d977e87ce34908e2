using Tisserand.App.People;
using Tisserand.France;

namespace Tisserand.App.Territories;

/// <summary>What was understood of a commune typed by somebody who does not know our list.</summary>
public abstract record CommuneFound
{
    private CommuneFound() { }

    public sealed record One(Commune Commune) : CommuneFound;

    public sealed record Missing : CommuneFound;

    /// <summary>Several bear this name or postcode; the nearest to a seat first.</summary>
    public sealed record Several(IReadOnlyList<Commune> Communes) : CommuneFound;

    /// <summary>None is written so; those that look alike, which may be none.</summary>
    public sealed record Unknown(IReadOnlyList<Commune> Alike) : CommuneFound;
}

/// <summary>Finds a commune from its name, its postcode or both, and proposes the near ones instead of guessing.</summary>
public sealed class FindCommune(NearestTerritory territories)
{
    private const int MostProposed = 6, MostLookedAt = 200;

    /// <summary>Farther from every seat, a name alone may mean a longer one close by: « Saint-Nicolas » near Redon.</summary>
    private const double NearKm = 80;

    /// <param name="typed">« Redon », « 35600 », « redon 35600 ».</param>
    /// <param name="chosen">INSEE code ticked among those proposed for the same words; anything else is ignored.</param>
    /// <param name="ct">Stops the look-up.</param>
    public async Task<CommuneFound> RunAsync(string? typed, string? chosen, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(typed)) return new CommuneFound.Missing();
        var (one, problem) = PersonReader.CommuneOf(typed);
        var (name, postcode) = PersonReader.SplitPostcode(typed);
        var distance = await territories.DistanceAsync(ct);
        if (one is not null && (postcode is not null || distance(one) <= NearKm)) return new CommuneFound.One(one);

        if (one is not null)
        {
            var near = CommuneTable.Shipped.Search(name!, null, MostLookedAt).Where(c => distance(c) <= NearKm).OrderBy(distance).Take(MostProposed - 1).ToList();
            List<Commune> all = [.. near, one];
            return near.Count == 0 ? new CommuneFound.One(one)
                : all.Find(c => c.Insee == chosen) is { } meant ? new CommuneFound.One(meant)
                : new CommuneFound.Several(all);
        }

        var proposed = Proposed(name, postcode, distance);
        if (proposed.Find(c => c.Insee == chosen) is { } ticked) return new CommuneFound.One(ticked);
        return problem == "commune_several" ? new CommuneFound.Several(proposed) : new CommuneFound.Unknown(proposed);
    }

    private static List<Commune> Proposed(string? name, string? postcode, Func<Commune, double> distance)
    {
        var table = CommuneTable.Shipped;
        var named = name is null ? [] : table.Search(name, null, MostLookedAt);
        var exact = named.Where(c => TextFolding.Fold(c.Name) == TextFolding.Fold(name!)).ToList();
        var coded = postcode is null ? [] : table.WithPostcode(postcode);
        IReadOnlyList<Commune> pool =
            exact.Count > 0 ? exact
            : named.Count > 0 ? named
            : name is not null && table.Resembling(name, MostLookedAt) is { Count: > 0 } alike ? alike
            : coded;
        var both = pool.Where(coded.Contains).ToList();
        return [.. (both.Count > 0 ? both : pool).OrderBy(distance).ThenByDescending(c => c.Population).ThenBy(c => c.Insee, StringComparer.Ordinal).Take(MostProposed)];
    }
}
