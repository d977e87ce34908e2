namespace Tisserand.Matching;

/// <summary>Who has what: for each trait one bit per person, 64 people (a block) to a word.</summary>
internal sealed class TraitBits
{
    private readonly Dictionary<string, ulong[]> _columns = new(StringComparer.Ordinal);
    private readonly ulong[] _nobody;

    public TraitBits(Candidate[] people, Func<Candidate, IEnumerable<string>> traits)
    {
        var words = (people.Length + 63) / 64;
        _nobody = new ulong[words];
        for (var i = 0; i < people.Length; i++)
        {
            foreach (var trait in traits(people[i]))
            {
                if (!_columns.TryGetValue(trait, out var column)) _columns[trait] = column = new ulong[words];
                column[i >> 6] |= 1UL << (i & 63);
            }
        }
    }

    /// <summary>The people who have it, block by block.</summary>
    public ulong[] this[string trait] => _columns.GetValueOrDefault(trait, _nobody);

    public static bool Has(ulong[] column, int person) => (column[person >> 6] >> (person & 63) & 1) != 0;
}
