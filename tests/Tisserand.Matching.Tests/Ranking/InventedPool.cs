using NodaTime;
using Tisserand.France;

namespace Tisserand.Matching.Tests.Ranking;

/// <summary>Random pools and needs in which every rule bites now and then, from a seed: some towns make everything
/// difficult, in others nearly everybody could come and only the best must be found.</summary>
internal sealed class InventedPool
{
    private static readonly Commune[] Near = [.. CommuneTable.Shipped.Neighbours("35236", 45)];
    private static readonly string[] Skills = ["voiture", "portage", "pmr", "bricolage"];
    private static readonly string[] Languages = ["fr", "br", "en", "tr"];
    private static readonly string[] Checks = ["permis", "charte"];
    private static readonly string[] Interests = ["jardin", "cartes", "musique"];
    private static readonly string[] Types = ["courses.pharmacie", "courses", "transport.medical", "visite"];
    private readonly Random _chance;
    private readonly double _trouble;
    private readonly Commune[] _around;
    private readonly Instant _monday = People.Now.Minus(Duration.FromHours(9));

    public InventedPool(int seed)
    {
        _chance = new Random(seed);
        _trouble = _chance.NextDouble() < 0.5 ? 1 : 0.15;
        _around = _chance.NextDouble() < 0.5 ? Near : _chance.GetItems(Near, 12);
    }

    public List<Candidate> Volunteers(int count) => [.. Enumerable.Range(1, count).Select(Volunteer)];

    private Candidate Volunteer(int number) => new()
    {
        Id = new Guid(_chance.Next(), 0, 0, BitConverter.GetBytes((long)number)),
        Home = Somewhere(),
        Mode = (TravelMode)_chance.Next(4),
        TravelBudget = Duration.FromMinutes((Troubled(0.5) ? _chance.Next(1, 5) : _chance.Next(4, 12)) * 5),
        Skills = Some(Skills, 1 - 0.4 * _trouble),
        Checks = Some(Checks, 1 - 0.1 * _trouble).ToDictionary(c => c, _ => Troubled(0.3) ? (Instant?)(_monday + Duration.FromDays(_chance.Next(-3, 60))) : null),
        Languages = Often(0.97) ? Some(Languages, 0.2).Append("fr").ToHashSet() : Some(Languages, 0.5),
        Sex = Often(0.1) ? null : (Sex)_chance.Next(2),
        Interests = Some(Interests, 0.4),
        BringsAnimal = Troubled(0.1),
        AvoidsAnimals = Troubled(0.1),
        Availability = [.. Enumerable.Range(0, _chance.Next(0, 8)).Select(_ => Span(13, 1, _trouble == 1 ? 12 : 96))],
        Commitments = [.. Enumerable.Range(0, Troubled(0.5) ? _chance.Next(4) : 0).Select(_ => new Commitment(Span(13, 0, 4), Somewhere(), Somewhere()))],
        IsPaused = Troubled(0.1),
        PausedUntil = Often(0.5) ? null : _monday + Duration.FromDays(_chance.Next(-5, 20)),
        CoolDownUntil = Troubled(0.1) ? _monday + Duration.FromDays(_chance.Next(-2, 3)) : null,
        MaxVisitsPerWeek = Troubled(0.5) ? _chance.Next(1, 3) : null,
        VisitWeeks = [new(Week(0), _chance.Next(3)), new(Week(1), _chance.Next(3))],
        ExcludedBeneficiaries = Troubled(0.1) ? People.Set(Beneficiary()) : People.Set<Guid>(),
        Likes = Some(Types, 0.2),
        Dislikes = Some(Types, 0.2),
        History = Often(0.2) ? CandidateHistory.None : Past(),
    };

    private CandidateHistory Past() => new()
    {
        AskedLast14Days = _chance.Next(7),
        LastAskedAt = Often(0.2) ? null : _monday - Duration.FromHours(_chance.Next(24 * 60)),
        Answers = Some(["courses", "transport", "visite"], 0.6).ToDictionary(l => l, _ => new AnswerCounts(_chance.Next(5), _chance.Next(5), _chance.Next(5))),
        VisitsDone = Some(["courses", "transport", "visite"], 0.6).ToDictionary(l => l, _ => _chance.Next(8)),
        Together = Enumerable.Range(0, _chance.Next(3)).Select(_ => Beneficiary()).Distinct().ToDictionary(b => b, _ => new Together(
            _chance.Next(1, 15), Often(0.4) ? null : 1 + 4 * _chance.NextDouble(), Often(0.5) ? null : Often(0.8))),
    };

    public Need Need(IReadOnlyList<Candidate> pool)
    {
        var type = Types[_chance.Next(Types.Length)];
        var from = Somewhere();
        return new Need
        {
            Id = People.Number(_chance.Next(1000)),
            BeneficiaryId = Beneficiary(),
            Type = type,
            FirstLevel = type.Split('.')[0],
            AsOf = _monday + Duration.FromMinutes(_chance.Next(24 * 60)),
            StartWindows = [.. Enumerable.Range(0, _chance.Next(1, 3)).Select(_ => Often(0.4) ? People.At(Span(15, 0, 1).Start) : Span(15, 0, 72))],
            Booked = Duration.FromMinutes(_chance.Next(1, 9) * 15),
            From = from,
            To = Often(0.5) ? from : Somewhere(),
            RequiredSkills = Some(Skills, 0.2 * _trouble),
            UsefulSkills = Some(Skills, 0.3),
            RequiredChecks = Some(Checks, 0.3 * _trouble),
            AnimalOnSite = Often(0.2),
            Conditions = new() { Language = Troubled(0.15) ? Languages[_chance.Next(4)] : null, Sex = Troubled(0.2) ? (Sex)_chance.Next(2) : null, NoAnimals = Often(0.2) },
            Wishes = new()
            {
                Languages = Some(Languages, 0.15),
                Interests = Some(Interests, 0.3),
                Volunteers = pool.Count > 0 && Often(0.3) ? People.Set(pool[_chance.Next(pool.Count)].Id) : People.Set<Guid>(),
                Continuity = Often(0.4),
            },
            Priority = new() { BaseSteps = _chance.Next(6), Waiting = Duration.FromHours(_chance.Next(300)), Reopened = Often(0.2) },
        };
    }

    private Place Somewhere()
    {
        if (Often(0.03)) return new Place("99999", null);
        var commune = _around[_chance.Next(_around.Length)];
        var side = Math.Sqrt(commune.Km2 ?? 11);
        var street = new GeoPoint(commune.Point!.Value.LatitudeDegrees + side / 111 * (_chance.NextDouble() - 0.5),
            commune.Point.Value.LongitudeDegrees + side / 75 * (_chance.NextDouble() - 0.5));
        return new Place(commune.Insee, Often(0.5) ? street : null);
    }

    private Guid Beneficiary() => People.Number(900 + _chance.Next(4));

    private Interval Week(int number) => new(_monday + Duration.FromDays(7 * number), _monday + Duration.FromDays(7 * number + 7));

    private Interval Span(int days, int leastHours, int mostHours)
    {
        var from = _monday + Duration.FromMinutes(15 * _chance.Next(days * 96));
        return new(from, from + Duration.FromMinutes(15 * _chance.Next(leastHours * 4, mostHours * 4 + 1)));
    }

    private HashSet<string> Some(string[] all, double share) => [.. all.Where(_ => Often(share))];

    private bool Troubled(double share) => Often(share * _trouble);

    private bool Often(double share) => _chance.NextDouble() < share;
}
