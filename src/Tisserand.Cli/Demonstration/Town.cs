using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Simulation;
using Tisserand.Simulation.Town;

namespace Tisserand.Cli.Demonstration;

/// <summary>The simulated people, the files the cooperative has of them, and what they think when they are asked.</summary>
/// <param name="LeftToVisitor">From then on nothing is done at the coordinator's desk: it waits for whoever opens the demonstration.</param>
internal sealed record Town(
    TerritoryId Territory, Actor Coordinator, OfficeHours Office, Willingness Willingness, LifeOptions Options, Chance Chance,
    IReadOnlyList<Helper> Helpers, IReadOnlyList<Elder> Elders, IReadOnlyList<(VolunteerId Id, PersonId Person)> Volunteers, IReadOnlyList<BeneficiaryId> Beneficiaries, Instant LeftToVisitor)
{
    private static readonly Duration Week = Duration.FromDays(7);

    private readonly Dictionary<VolunteerId, int> _indexOf = Volunteers.Select((v, i) => (v.Id, i)).ToDictionary(p => p.Id, p => p.i);
    private readonly List<Instant>[] _asks = [.. Helpers.Select(_ => new List<Instant>())];
    private readonly Dictionary<HelpRequestId, Errand> _errands = [];
    private readonly HashSet<(int Helper, int Elder)> _known = [];

    public Helper HelperOf(VolunteerId volunteer) => Helpers[_indexOf[volunteer]];

    public VolunteerId IdOf(Helper helper) => Volunteers[helper.Index].Id;

    public PersonId PersonOf(Helper helper) => Volunteers[helper.Index].Person;

    public Actor Self(Helper helper) => Actor.Of(PersonOf(helper));

    public void Means(HelpRequestId request, Errand errand) => _errands[request] = errand;

    /// <summary>The need behind a request; null for one that no simulated person asked for.</summary>
    public Errand? ErrandOf(HelpRequestId request) => _errands.GetValueOrDefault(request);

    /// <summary>Whether she would say yes, now that she is asked; being asked tires her.</summary>
    public bool WouldSayYes(Helper helper, Errand errand, Instant now)
    {
        var recent = _asks[helper.Index].Count(a => a > now - Week);
        _asks[helper.Index].Add(now);
        return Willingness.SaysYes(helper, errand.Index, Willingness.ChanceOfYes(helper, errand.NeedCode,
            helper.Home.KilometresTo(Elders[errand.Elder].Home), recent, _known.Contains((helper.Index, errand.Elder))));
    }

    public void Met(Helper helper, Errand errand) => _known.Add((helper.Index, errand.Elder));
}
