using Microsoft.EntityFrameworkCore;
using Tisserand.App.Storage;

namespace Tisserand.App.Requests;

internal static class WholeRequests
{
    /// <summary>Requests with all that hangs on them: proposals, visits and their volunteers, and whose need it is.</summary>
    public static IQueryable<HelpRequest> Whole(this TisserandDb db) => db.HelpRequests.Whole();

    public static IQueryable<HelpRequest> Whole(this IQueryable<HelpRequest> requests) => requests
        .Include(r => r.Proposals)
        .Include(r => r.Visits).ThenInclude(v => v.Volunteer).ThenInclude(v => v.Person).ThenInclude(p => p.Contacts)
        .Include(r => r.Beneficiary!).ThenInclude(b => b.Person).ThenInclude(p => p.Contacts)
        .AsSplitQuery();

    public static IQueryable<HelpRequest> Alive(this IQueryable<HelpRequest> requests) => requests.Where(r =>
        r.State == RequestState.Draft || r.State == RequestState.Open || r.State == RequestState.Matched);
}
