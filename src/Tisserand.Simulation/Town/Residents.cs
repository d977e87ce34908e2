using Tisserand.France;
using Tisserand.Simulation.People;

namespace Tisserand.Simulation.Town;

/// <summary>The people of some communes, each on her own stream: more volunteers move nobody.</summary>
public sealed class Residents(Chance chance, IReadOnlyList<Commune> communes, LifeOptions options)
{
    private const double CouplesShare = 0.12, SmallCommunesToo = 0.6, KmAround = 1.2;

    private static readonly (string Code, double Share)[] Skills =
    [
        ("portage", 0.55), ("premiers_secours", 0.25), ("bricolage", 0.3), ("outils", 0.25), ("jardinage", 0.35), ("informatique", 0.35),
        ("administratif", 0.35), ("cuisine", 0.3), ("couture", 0.1), ("animaux", 0.4), ("lecture", 0.3), ("musique", 0.1), ("langue:br", 0.05), ("langue:gal", 0.08),
    ];

    private static readonly string[] LikedRoots = ["transport", "transport.medical", "courses", "visite", "accompagnement", "jardin_bois", "bricolage", "numerique", "administratif", "repas", "animal"];

    private readonly double[] _weights = [.. communes.Select(c => SteadyMath.Exp(SmallCommunesToo * SteadyMath.Log(Math.Max(200, c.Population))))];

    public IReadOnlyList<Helper> Helpers(int count)
    {
        var all = new List<Helper>(count);
        for (var i = 0; i < count; i++)
        {
            var own = chance.Of("helpers").Of(i);
            var before = all.Count > 0 && all[^1].Partner is null && own.Of("couple").Bernoulli(CouplesShare) ? all[^1] : null;
            if (before is not null) all[^1] = before with { Partner = i };
            all.Add(Helper(i, own, before));
        }

        return all;
    }

    public IReadOnlyList<Elder> Elders(int count)
    {
        var all = new List<Elder>(count);
        for (var i = 0; i < count; i++)
        {
            var own = chance.Of("elders").Of(i);
            var before = all.Count > 0 && all[^1].Partner is null && own.Of("couple").Bernoulli(CouplesShare) ? all[^1] : null;
            if (before is not null) all[^1] = before with { Partner = i, LivesAlone = false };
            all.Add(Elder(i, own, before));
        }

        return all;
    }

    private Helper Helper(int index, Chance own, Helper? partner)
    {
        var age = partner is null ? Math.Clamp((int)own.Normal(61, 13), 19, 82) : Math.Clamp(partner.Age + own.NextInt(-5, 6), 19, 85);
        var generation = age < 45 ? Generation.Young : age < 75 ? Generation.Adult : Generation.Senior;
        var sex = own.Bernoulli(0.62) ? Sex.F : Sex.M;
        var name = partner is null ? Names.Person(own.Of("name"), sex, generation) : Names.PartnerOf(partner.Name, own.Of("name"), generation);
        var (insee, home) = partner is null ? Somewhere(own.Of("home")) : (partner.Insee, partner.Home);
        var hasCar = own.Bernoulli(0.85);
        var likes = LikedRoots.Where(_ => own.Bernoulli(0.25)).Take(4).ToList();
        return new Helper(index, name, age, insee, home, partner?.Index, HalfDays(own.Of("free"), age >= 62),
            [.. hasCar ? ["permis", "voiture"] : Array.Empty<string>(), .. Skills.Where(s => own.Bernoulli(s.Share)).Select(s => s.Code)],
            likes, hasCar, own.Normal(0, options.YesDeviation), own.LogNormal(1, 0.5), own.Bernoulli(options.NeverAnswer), own.Bernoulli(options.Favourites));
    }

    private Elder Elder(int index, Chance own, Elder? partner)
    {
        var age = Math.Clamp((int)own.Normal(83, 6), 66, 101);
        var (sex, generation) = (own.Bernoulli(0.72) ? Sex.F : Sex.M, age >= 75 ? Generation.Senior : Generation.Adult);
        var name = partner is null ? Names.Person(own.Of("name"), sex, generation) : Names.PartnerOf(partner.Name, own.Of("name"), generation);
        var (insee, home) = partner is null ? Somewhere(own.Of("home")) : (partner.Insee, partner.Home);
        return new Elder(index, name, age, insee, home, partner?.Index, HasMobile: own.Bernoulli(0.3), HasEmail: own.Bernoulli(0.15),
            LivesAlone: own.Bernoulli(0.75) && partner is null, HasChildNear: own.Bernoulli(0.4), Wants: own.LogNormal(1, 0.7));
    }

    /// <summary>Retired people have whole days, the others an afternoon or the weekend.</summary>
    private static bool[] HalfDays(Chance own, bool retired) =>
        [.. Enumerable.Range(0, 14).Select(half => own.Bernoulli(half >= 10 ? (retired ? 0.2 : 0.5) : retired ? 0.6 : half % 2 == 1 ? 0.25 : 0.12))];

    private (string Insee, GeoPoint Home) Somewhere(Chance own)
    {
        var commune = communes[own.Weighted(_weights)];
        var centre = commune.Point!.Value;
        return (commune.Insee, new GeoPoint(
            centre.LatitudeDegrees + own.Normal(0, KmAround / 111.2), centre.LongitudeDegrees + own.Normal(0, KmAround / 75.0)));
    }
}
