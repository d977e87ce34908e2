using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Volunteers;

/// <summary>One who could come instead, the best first.</summary>
/// <param name="AboutMinutes">Journey, to be said after "environ"; null when not known.</param>
/// <param name="ChanceOfYes">From 0 to 1.</param>
public sealed record ReplacementCandidate(VolunteerId Volunteer, string Name, int? AboutMinutes, double ChanceOfYes);

/// <summary>The best candidates for an open request: at most <paramref name="take"/>, the best first.</summary>
public delegate Task<IReadOnlyList<ReplacementCandidate>> BestCandidates(HelpRequestId request, int take, CancellationToken ct);

/// <summary>A visit that the absent volunteer was to make.</summary>
/// <param name="Beneficiary">First name and initial.</param>
/// <param name="State">Of its request: matched = somebody has taken it.</param>
/// <param name="Candidates">Empty where nobody is needed any more, or nobody was found.</param>
public sealed record VisitToReplace(
    VisitId Visit, HelpRequestId Request, string NeedType, Instant Start, string Beneficiary, RequestState State, bool IsAsked,
    IReadOnlyList<ReplacementCandidate> Candidates);

/// <summary>One screen: each visit of an absence, with who could come instead.</summary>
public sealed class AbsenceReplacements(TisserandDb db, BestCandidates best)
{
    public const int MostVisits = 60, CandidatesEach = 3;

    /// <returns>In order of start; null when there is no such absence.</returns>
    public async Task<IReadOnlyList<VisitToReplace>?> ReadAsync(VolunteerAbsenceId id, CancellationToken ct)
    {
        var absence = await db.Set<VolunteerAbsence>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (absence is null) return null;
        var (first, end) = (absence.From.StartInParis(), absence.Until.PlusDays(1).StartInParis());
        var rows = await db.Visits.AsNoTracking()
            .Where(v => v.VolunteerId == absence.VolunteerId && v.State == VisitState.CancelledByVolunteer && v.EndReason == VisitEndReasons.Absence)
            .Where(v => v.Start >= first && v.Start < end)
            .OrderBy(v => v.Start).ThenBy(v => v.Id).Take(MostVisits)
            .Select(v => new
            {
                v.Id, v.RequestId, v.Request.NeedType, v.Start, v.Request.State, v.Request.ValidatedAt,
                v.Request.Beneficiary!.Person.FirstName, v.Request.Beneficiary.Person.LastName,
            }).ToListAsync(ct);

        var visits = new List<VisitToReplace>(rows.Count);
        foreach (var row in rows)
        {
            // Ranking reads the pool of one request at a time; the list is bounded.
            var candidates = row.State == RequestState.Open ? await best(row.RequestId, CandidatesEach, ct) : [];
            visits.Add(new(row.Id, row.RequestId, row.NeedType, row.Start, ShortOf(row.FirstName, row.LastName), row.State,
                row.State == RequestState.Open && row.ValidatedAt is not null, candidates));
        }

        return visits;
    }

    private static string ShortOf(string first, string last) => last.Length == 0 ? first : $"{first} {last[0]}.";
}
