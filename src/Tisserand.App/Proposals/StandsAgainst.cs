using System.Collections.Frozen;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Volunteers;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>What stands against a promise at this instant, whatever was true when she was asked: another visit, a pause, an exclusion.
/// Distance, hours and skills do not count: she says she comes, or had said it.</summary>
public sealed class StandsAgainst(NeedCatalogue needs, VolunteerPool pool)
{
    /// <returns>Every obstacle, and the earliest start that suits her when there is none.</returns>
    public async Task<(IReadOnlyList<Obstacle> Obstacles, Instant? Start)> ReadAsync(HelpRequest request, VolunteerId volunteer, Instant now, CancellationToken ct)
    {
        var need = NeedBuilder.Of(request, await needs.CurrentAsync(ct), now);
        var candidates = await pool.ForAsync(request, now, volunteer, ct);
        if (candidates.Count == 0) return ([new Obstacle.Paused(null)], null);

        var willing = candidates[0] with
        {
            Availability = [new Interval(request.EarliestStart - Duration.FromDays(2), request.LatestStart + need.Booked + Duration.FromDays(2))],
            TravelBudget = Duration.FromDays(1),
            MaxVisitsPerWeek = null,
        };
        var promised = need with
        {
            RequiredSkills = FrozenSet<string>.Empty,
            RequiredChecks = FrozenSet<string>.Empty,
            Conditions = NeedConditions.None,
            AnimalOnSite = false,
        };

        // Where her own hours allow it inside the span, the visit begins within them.
        var usual = Eligibility.Judge(willing with { Availability = candidates[0].Availability }, promised);
        var verdict = usual.IsEligible ? usual : Eligibility.Judge(willing, promised);
        return (verdict.Obstacles, verdict.Start);
    }
}
