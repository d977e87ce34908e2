using NodaTime;
using Tisserand.App.Requests;

namespace Tisserand.App.Visits;

/// <summary>The end of a visit, and of its request with the last of its visits. Loaded: the request with all its visits.</summary>
internal static class VisitEnding
{
    public static bool End(this Visit visit, VisitState end, string? reason, Instant now, bool unconfirmed = false)
    {
        if (!visit.EndAs(end, reason, now, unconfirmed)) return false;
        var request = visit.Request;
        if (request.Visits.Any(v => v.IsPlanned)) return true;
        if (request.Visits.Any(v => v.State == VisitState.Done)) request.End(RequestState.Done, EndReason.None, null, now);
        else if (!request.WasNotDone(now)) request.End(RequestState.NotDone, EndReason.None, null, now);
        return true;
    }
}
