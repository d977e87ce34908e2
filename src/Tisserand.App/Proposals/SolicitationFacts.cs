using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Matching;
using Tisserand.Matching.Solicitation;

namespace Tisserand.App.Proposals;

/// <summary>Turns a request with its proposals into what the policy of solicitation sees. The one place where that happens.</summary>
public sealed class SolicitationFacts(TisserandDb db, Calendars calendars)
{
    private const int VisitsOfARegular = 3;

    /// <param name="request">Open, with its proposals and visits.</param>
    /// <param name="now">The instant of the look.</param>
    public async Task<SolicitationState> OfAsync(HelpRequest request, Instant now, CancellationToken ct)
    {
        var calendar = await calendars.OfAsync(request.TerritoryId, ct);
        var hours = WakingHours.Daily(DailyHours.Solicitation, Calendars.Paris, calendar.IsPublicHoliday);
        var everyDay = WakingHours.Daily(DailyHours.Solicitation.EveryDay, Calendars.Paris, calendar.IsPublicHoliday);

        var listed = request.Proposals.Where(IsOnTheList).ToList();
        var ids = listed.Select(p => p.VolunteerId).ToList();
        var month = now - Duration.FromDays(30);
        var asks = (await db.Proposals.AsNoTracking()
                .Where(p => ids.Contains(p.VolunteerId) && p.NotifiedAt > month && !p.OutsideBudget)
                .Select(p => new { p.VolunteerId, At = p.NotifiedAt!.Value }).ToListAsync(ct))
            .ToLookup(a => a.VolunteerId, a => a.At);
        var wishes = await db.Volunteers.AsNoTracking().Where(v => ids.Contains(v.Id))
            .Select(v => new { v.Id, v.UrgentWelcome, v.Person.SundaysWelcome }).ToDictionaryAsync(v => v.Id, ct);
        var met = await db.Visits.AsNoTracking()
            .Where(v => v.BeneficiaryId == request.BeneficiaryId && v.State == VisitState.Done && ids.Contains(v.VolunteerId))
            .GroupBy(v => v.VolunteerId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var regulars = request.RecurringNeedId is { } series
            ? await db.RecurringNeeds.Where(s => s.Id == series).Select(s => new { s.MainVolunteerId, s.SecondVolunteerId }).SingleOrDefaultAsync(ct)
            : null;

        return new SolicitationState
        {
            Now = now,
            Deadline = request.Deadline,
            VisitStart = request.LatestStart,
            FreePlaces = request.People - request.PlacesTaken,
            IsUrgent = request.IsUrgent,
            OneAtATime = request.OneAtATime,
            NeedChangedAt = request.NeedChangedAt,
            ReopenedAt = request.TimesReopened > 0 ? request.WaitingSince : null,
            Hours = hours,
            List = [.. listed.Select(p => new ListedVolunteer
            {
                Volunteer = p.VolunteerId.Value,
                Rank = p.Rank,
                ChanceOfYes = new Probability(p.ChanceOfYes),
                Tie = p.VolunteerId == regulars?.MainVolunteerId || p.VolunteerId == regulars?.SecondVolunteerId || met.GetValueOrDefault(p.VolunteerId) >= VisitsOfARegular
                    ? Tie.Regular
                    : met.ContainsKey(p.VolunteerId) ? Tie.Known : Tie.None,
                UrgentWelcome = wishes.TryGetValue(p.VolunteerId, out var wish) && wish.UrgentWelcome,
                AskAlone = p.VolunteerId == request.AskFirst,
                OwnHours = wish?.SundaysWelcome == true ? everyDay : null,
                AskedAt = p.NotifiedAt,
                Answer = AnswerOf(p),
                AnsweredAt = p.AnsweredAt,
                RecentAsks = [.. asks[p.VolunteerId]],
            })],
        };
    }

    /// <summary>Whoever a person validated, or who was asked; those taken off before being asked are not on it.</summary>
    private static bool IsOnTheList(Proposal proposal) => proposal.State switch
    {
        ProposalState.Suggested => false,
        ProposalState.Withdrawn => proposal.NotifiedAt is not null,
        _ => true,
    };

    private static Answer AnswerOf(Proposal proposal) => proposal.State switch
    {
        ProposalState.Accepted => Answer.Yes,
        ProposalState.Declined => Answer.No,
        ProposalState.Notified => Answer.None,
        _ when proposal.LateYesAt is not null => Answer.LateYes,
        _ => proposal.NotifiedAt is null ? Answer.None : Answer.Silent,
    };
}
