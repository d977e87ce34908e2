using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Requests;

/// <summary>One request, or the two legs of a trip.</summary>
public sealed record RequestIds(HelpRequestId Request, HelpRequestId? ReturnLeg);

/// <summary>Makes the requests of one form, once however often it is sent.</summary>
public sealed class NewRequests(TisserandDb db)
{
    /// <summary>What the same form already made; null when it is new.</summary>
    public async Task<RequestIds?> MadeByAsync(Guid once, CancellationToken ct)
    {
        var id = new HelpRequestId(once);
        var made = await db.HelpRequests.Where(r => r.Id == id).Select(r => new { r.Trip, r.OtherLegId }).SingleOrDefaultAsync(ct);
        return made is null ? null : new RequestIds(id, made.Trip == TripKind.OutwardLeg ? made.OtherLegId : null);
    }

    /// <summary>Adds drafts of every leg; nothing is saved here.</summary>
    public IReadOnlyList<HelpRequest> Add(Guid once, TerritoryId territory, BeneficiaryId? beneficiary, RequestSource source, IReadOnlyList<NeedLeg> legs, Instant now)
    {
        var first = new HelpRequestId(once);
        HelpRequestId[] ids = legs.Count == 1 ? [first] : [first, LegIds.ReturnOf(first)];
        var requests = legs.Select((leg, i) =>
        {
            var request = new HelpRequest(ids[i], territory, beneficiary, leg.Type.Code, source, now);
            leg.WriteOn(request, ids.Length == 1 ? null : ids[1 - i]);
            return request;
        }).ToList();
        db.AddRange(requests);
        return requests;
    }

    /// <summary>What in a person's file forbids a need at that time.</summary>
    internal static IEnumerable<FieldError> Obstacles(Beneficiary beneficiary, IEnumerable<NeedLeg> legs)
    {
        if (beneficiary.State is PersonState.Left or PersonState.Deceased)
        {
            yield return new FieldError("beneficiary", FieldProblem.FileClosed);
            yield break;
        }

        // A span that reaches beyond her return can still be served.
        if (legs.Any(leg => beneficiary.Pauses.Any(p => p.Covers(leg.Time.Earliest.LocalDay()) && p.Covers(leg.Time.Latest.LocalDay()))))
            yield return new FieldError("time", FieldProblem.InHerPause);
    }

    internal static WantedPlace? HomeOf(Beneficiary beneficiary) => beneficiary.Person.Insee.Length == 0
        ? null
        : new WantedPlace(beneficiary.Person.Insee, beneficiary.Person.Street, beneficiary.Person.StreetPoint);
}
