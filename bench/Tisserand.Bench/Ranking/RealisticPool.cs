using NodaTime;
using Tisserand.France;

namespace Tisserand.Bench.Ranking;

using Tisserand.Matching;

/// <summary>Volunteers and requests of Brittany and the Loire country as one might meet them: people where people live,
/// half of their streets known, a few half-days a week, engagements, pauses and a past.</summary>
internal sealed class RealisticPool
{
    private const int Days = 14;
    private static readonly HashSet<string> Departements = ["22", "29", "35", "56", "44", "49", "53", "72", "85"];
    private static readonly (string Type, double Share)[] Types =
        [("transport.medical", 0.3), ("courses.pharmacie", 0.15), ("courses", 0.2), ("visite", 0.2), ("bricolage", 0.05), ("numerique", 0.1)];
    private static readonly string[] Interests = ["jardin", "cartes", "musique", "lecture", "cuisine", "marche"];

    private readonly Random _chance;
    private readonly Commune[] _communes;
    private readonly long[] _people;                       // running sum of inhabitants
    private readonly Instant _midnight = Instant.FromUtc(2026, 11, 29, 23, 0);

    public RealisticPool(int seed)
    {
        _chance = new Random(seed);
        _communes = [.. CommuneTable.Shipped.All.Where(c => Departements.Contains(c.Departement) && c.Point is not null && c.Population > 0)];
        _people = new long[_communes.Length];
        for (var i = 0; i < _people.Length; i++) _people[i] = (i > 0 ? _people[i - 1] : 0) + _communes[i].Population;
    }

    public IndexOptions Options => new() { Horizon = new(_midnight, _midnight + Duration.FromDays(Days)), AskedTraits = Asked };

    private static HashSet<string> Asked => ["voiture", "portage", "pmr", "bricolage", "numerique", "br", "ar", "tr", "en"];

    public Candidate Volunteer(int number) => new()
    {
        Id = new Guid(_chance.Next(), 0, 0, BitConverter.GetBytes((long)number)),
        Home = Somewhere(0.5),
        Mode = _chance.NextDouble() switch { < 0.75 => TravelMode.Car, < 0.85 => TravelMode.Foot, < 0.93 => TravelMode.Bicycle, _ => TravelMode.Bus },
        TravelBudget = Duration.FromMinutes(5 * _chance.Next(3, 9)),
        Skills = Traits(("voiture", 0.7), ("portage", 0.4), ("pmr", 0.02), ("bricolage", 0.3), ("numerique", 0.25)),
        Languages = Traits(("fr", 1), ("en", 0.25), ("br", 0.06), ("ar", 0.03), ("tr", 0.015)),
        Checks = Traits(("permis", 0.7), ("charte", 0.95)).ToDictionary(c => c, _ => Often(0.3) ? _midnight + Duration.FromDays(_chance.Next(5, 400)) : (Instant?)null),
        Sex = Often(0.65) ? Sex.Female : Sex.Male,
        Interests = Traits([.. Interests.Select(i => (i, 0.3))]),
        AvoidsAnimals = Often(0.07),
        Availability = HalfDays(),
        Commitments = [.. Enumerable.Range(0, Often(0.4) ? _chance.Next(1, 4) : 0).Select(_ => Engagement())],
        IsPaused = Often(0.07),
        MaxVisitsPerWeek = Often(0.6) ? _chance.Next(1, 4) : null,
        VisitWeeks = [new(Week(0), _chance.Next(3)), new(Week(1), _chance.Next(2))],
        Likes = Traits([.. Types.Select(t => (t.Type, 0.2))]),
        Dislikes = Traits([.. Types.Select(t => (t.Type, 0.08))]),
        History = Often(0.15) ? CandidateHistory.None : Past(),
    };

    public Need Request(int number)
    {
        var type = Pick(Types);
        var drives = type.StartsWith("transport", StringComparison.Ordinal);
        var from = Somewhere(0.5);
        var start = Hour(_chance.Next(1, 11), _chance.Next(17, 35));
        return new Need
        {
            Id = new Guid(number, 1, 0, new byte[8]),
            BeneficiaryId = Beneficiary(),
            Type = type,
            FirstLevel = type.Split('.')[0],
            AsOf = _midnight + Duration.FromHours(9),
            StartWindows = [drives || Often(0.4) ? new(start, start) : new(start, start + Duration.FromHours(_chance.Next(2, 5)))],
            Booked = Duration.FromMinutes(30 * _chance.Next(2, 6)),
            From = from,
            To = drives ? Somewhere(0.5) : from,
            RequiredSkills = drives ? Traits(("voiture", 1), ("pmr", 0.05)) : type is "bricolage" or "numerique" ? Traits((type, 1)) : Traits(),
            UsefulSkills = Traits(("portage", 0.3)),
            RequiredChecks = drives ? Traits(("permis", 1), ("charte", 1)) : Traits(("charte", 1)),
            AnimalOnSite = Often(0.2),
            Conditions = new() { Sex = Often(0.06) ? Sex.Female : null, Language = Often(0.02) ? "ar" : null },
            Wishes = new() { Languages = Traits(("br", 0.05)), Interests = Traits([.. Interests.Select(i => (i, 0.15))]), Continuity = Often(0.5) },
            Priority = new() { BaseSteps = _chance.Next(4), FixedAppointment = drives },
        };
    }

    private CandidateHistory Past() => new()
    {
        AskedLast14Days = _chance.Next(5),
        LastAskedAt = _midnight - Duration.FromHours(_chance.Next(24 * 60)),
        Answers = Types.Where(_ => Often(0.4)).Select(t => t.Type.Split('.')[0]).Distinct()
            .ToDictionary(t => t, _ => new AnswerCounts(_chance.Next(6), _chance.Next(6), _chance.Next(4))),
        VisitsDone = Types.Where(_ => Often(0.4)).Select(t => t.Type.Split('.')[0]).Distinct().ToDictionary(t => t, _ => _chance.Next(12)),
        Together = Enumerable.Range(0, _chance.Next(4)).Select(_ => Beneficiary()).Distinct()
            .ToDictionary(b => b, _ => new Together(_chance.Next(1, 20), Often(0.5) ? 3 + 2 * _chance.NextDouble() : null, Often(0.97))),
    };

    /// <summary>Two to six half-days a week, the same each week.</summary>
    private List<Interval> HalfDays()
    {
        var halves = Enumerable.Range(0, _chance.Next(2, 7)).Select(_ => (Day: _chance.Next(7), Morning: Often(0.5))).Distinct().ToList();
        return [.. halves.SelectMany(h => new[] { h.Day, h.Day + 7 }.Select(day => h.Morning
            ? new Interval(Hour(day, 16), Hour(day, 25))
            : new Interval(Hour(day, 27), Hour(day, 38))))];
    }

    private Commitment Engagement()
    {
        var start = Hour(_chance.Next(Days), _chance.Next(16, 36));
        return new(new(start, start + Duration.FromMinutes(30 * _chance.Next(2, 6))), Somewhere(0.5), Somewhere(0.5));
    }

    private Instant Hour(int day, int halfHour) => _midnight + Duration.FromDays(day) + Duration.FromMinutes(30 * halfHour);

    private Interval Week(int number) => new(_midnight + Duration.FromDays(7 * number), _midnight + Duration.FromDays(7 * number + 7));

    private Guid Beneficiary() => new(_chance.Next(60_000), 2, 0, new byte[8]);

    private Place Somewhere(double streetKnown)
    {
        var at = Array.BinarySearch(_people, _chance.NextInt64(_people[^1]) + 1);
        var commune = _communes[at >= 0 ? at : ~at];
        if (!Often(streetKnown)) return new(commune.Insee, null);
        var side = Math.Sqrt(commune.Km2 ?? Travel.UsualKm2) * 0.7;
        return new(commune.Insee, new GeoPoint(
            commune.Point!.Value.LatitudeDegrees + side / 111.2 * (_chance.NextDouble() - 0.5),
            commune.Point.Value.LongitudeDegrees + side / 75.5 * (_chance.NextDouble() - 0.5)));
    }

    private HashSet<string> Traits(params (string Trait, double Share)[] all) => [.. all.Where(t => Often(t.Share)).Select(t => t.Trait)];

    private string Pick((string Type, double Share)[] types)
    {
        var left = _chance.NextDouble();
        foreach (var (type, share) in types)
            if ((left -= share) < 0) return type;
        return types[^1].Type;
    }

    private bool Often(double share) => _chance.NextDouble() < share;
}
