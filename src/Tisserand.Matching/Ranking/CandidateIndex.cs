using Tisserand.France;

namespace Tisserand.Matching;

/// <summary>A pool of volunteers made ready to be ranked again and again: blocks of 64 neighbours, bits for time and
/// traits, standing points. Immutable; may be read by several threads.</summary>
/// <remarks>Ranking looks at blocks within reach, keeps by bits whoever may be free and has what is asked, and values
/// blocks in the order of the best they could hold, until the k best are certain. What it finds is what
/// <see cref="Eligibility"/> and the cards say one pair at a time.</remarks>
public sealed class CandidateIndex
{
    private readonly Dictionary<Guid, int> _positions;

    private CandidateIndex(Candidate[] people, CardFile cards, IndexOptions options, Rarity rarity)
    {
        (People, Cards, Rarity) = (people, cards, rarity);
        _positions = people.Select((p, i) => (p.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        Communes = options.Communes;
        Blocks = new Blocks(people, options.Communes);
        Columns = new PeopleColumns(people, options.Communes);
        Times = new TimeBits(people, options.Horizon, options.Slot);
        Skills = new TraitBits(people, p => p.Skills);
        Languages = new TraitBits(people, p => p.Languages);
        Interests = new TraitBits(people, p => p.Interests);
        Checks = new TraitBits(people, p => p.Checks.Keys);
        Likes = new TraitBits(people, p => p.Likes);
        Dislikes = new TraitBits(people, p => p.Dislikes);
        Ways = new TraitBits(people, WaysOf);
        Acceptance = new CardPoints(cards.Acceptance);
        Visit = new CardPoints(cards.Visit);
        Journeys = new JourneyPoints(Acceptance);
        Standing = new StandingPoints(people, Acceptance, Visit);
        Fairness = [.. people.Select(p => (short)cards.Policy.FairnessPoints(p.History.AskedLast14Days))];
        BestFairness = StandingPoints.BestOfBlocks(Fairness);
        LastAsked = [.. people.Select(p => p.History.LastAskedAt?.ToUnixTimeTicks() ?? TickSpan.Always.From)];
        Acquaintances = PeopleColumns.ByKey(people, p => p.History.Together.Keys);
    }

    /// <summary>Indexes a pool. O(n × horizon ÷ slot) bits; the order of the pool plays no part.</summary>
    /// <exception cref="ArgumentException">An id stands twice, the horizon is open or empty, or the slot is not positive.</exception>
    public static CandidateIndex Build(IEnumerable<Candidate> pool, CardFile cards, IndexOptions options)
    {
        var given = pool as IReadOnlyCollection<Candidate> ?? [.. pool];
        if (given.DistinctBy(c => c.Id).Count() != given.Count) throw new ArgumentException("A volunteer stands twice in the pool.", nameof(pool));
        if (!options.Horizon.HasStart || !options.Horizon.HasEnd || options.Horizon.Duration <= NodaTime.Duration.Zero)
            throw new ArgumentException("The horizon needs a start and a later end.", nameof(options));
        if (options.Slot < NodaTime.Duration.FromMinutes(1)) throw new ArgumentException("A slot lasts at least a minute.", nameof(options));
        var rarity = options.Rarity ?? Rarity.Of(given, cards.Policy.Reserve.Rule.RareShare, options.AskedTraits);
        return new CandidateIndex(HilbertOrder.Of(given, options.Communes), cards, options, rarity);
    }

    /// <summary>Number of people in the pool.</summary>
    public int Count => People.Length;

    public CardFile Cards { get; }

    public Rarity Rarity { get; }

    /// <summary>The k best eligible candidates, highest value first, ties by id; fewer when fewer are eligible.</summary>
    /// <exception cref="ArgumentException">The need has no start window, or books no time.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is under 1.</exception>
    public Ranking Rank(Need need, int take = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        return new Search(this, need).Best(take);
    }

    /// <summary>"Pourquoi pas lui ?": every obstacle and doubt; null when the pool does not hold that person.</summary>
    public Verdict? WhyNot(Need need, Guid candidate) =>
        _positions.TryGetValue(candidate, out var at) ? Eligibility.Judge(People[at], need, Communes) : null;

    internal Candidate[] People { get; }
    internal CommuneTable Communes { get; }
    internal Blocks Blocks { get; }
    internal PeopleColumns Columns { get; }
    internal TimeBits Times { get; }
    internal TraitBits Skills { get; }
    internal TraitBits Languages { get; }
    internal TraitBits Interests { get; }
    internal TraitBits Checks { get; }
    internal TraitBits Likes { get; }
    internal TraitBits Dislikes { get; }
    internal TraitBits Ways { get; }
    internal CardPoints Acceptance { get; }
    internal CardPoints Visit { get; }
    internal JourneyPoints Journeys { get; }
    internal StandingPoints Standing { get; }
    internal short[] Fairness { get; }
    internal short[] BestFairness { get; }
    internal long[] LastAsked { get; }

    /// <summary>By beneficiary, those who have visited her, in order.</summary>
    internal Dictionary<Guid, int[]> Acquaintances { get; }

    internal int? PositionOf(Guid candidate) => _positions.TryGetValue(candidate, out var at) ? at : null;

    internal const string Woman = "woman";
    internal const string Man = "man";
    internal const string WithAnimal = "with animal";
    internal const string WithoutAnimals = "without animals";

    private static IEnumerable<string> WaysOf(Candidate who)
    {
        if (who.Sex is { } sex) yield return sex == Sex.Female ? Woman : Man;
        if (who.BringsAnimal) yield return WithAnimal;
        if (who.AvoidsAnimals) yield return WithoutAnimals;
    }
}
