namespace Tisserand.France;

/// <summary>A current French commune, as in INSEE's Code officiel géographique.</summary>
/// <param name="Insee">INSEE code, 5 characters ("35236", "2A004", "97105").</param>
/// <param name="Name">Official name, with article and accents ("La Gacilly").</param>
/// <param name="Postcodes">Postcodes in use, at least one for nearly every commune; several communes share one.</param>
/// <param name="Population">Municipal population; 0 when unknown.</param>
/// <param name="Departement">Code of the département or overseas collectivity ("35", "2A", "971").</param>
/// <param name="Point">A point inside the commune; null for some overseas collectivities.</param>
/// <param name="Km2">Area in square kilometres, approximate; null when unknown.</param>
public sealed record Commune(
    string Insee, string Name, IReadOnlyList<string> Postcodes, int Population, string Departement,
    GeoPoint? Point, double? Km2)
{
    /// <summary>Two communes are the same when their codes are: the code is the identity.</summary>
    public bool Equals(Commune? other) => other is not null && Insee == other.Insee;

    public override int GetHashCode() => Insee.GetHashCode(StringComparison.Ordinal);
}
