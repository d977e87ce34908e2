namespace Tisserand.Matching;

/// <summary>The rules of a need that are bits: who has all that is asked, and nothing that is refused.</summary>
internal sealed class TraitFilter
{
    private readonly ulong[][] _all;
    private readonly ulong[][] _none;

    public TraitFilter(CandidateIndex pool, Need need)
    {
        var (all, none) = (new List<ulong[]>(), new List<ulong[]>());
        all.AddRange(need.RequiredSkills.Select(s => pool.Skills[s]));
        all.AddRange(need.RequiredChecks.Select(c => pool.Checks[c]));
        if (need.Conditions.Language is { } language) all.Add(pool.Languages[language]);
        if (need.Conditions.Sex is { } sex) all.Add(pool.Ways[sex == Sex.Female ? CandidateIndex.Woman : CandidateIndex.Man]);
        if (need.Conditions.NoAnimals) none.Add(pool.Ways[CandidateIndex.WithAnimal]);
        if (need.AnimalOnSite) none.Add(pool.Ways[CandidateIndex.WithoutAnimals]);
        (_all, _none) = ([.. all], [.. none]);
    }

    public ulong Of(int block, ulong among)
    {
        foreach (var column in _all) among &= column[block];
        foreach (var column in _none) among &= ~column[block];
        return among;
    }
}
