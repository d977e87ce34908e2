using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Matching.Solicitation;

namespace Tisserand.App.Visits;

/// <summary>Reads what decides of a visit's steps: who the two are, how they are reached, how often they have met.</summary>
public sealed class VisitAround(TisserandDb db, NeedCatalogue needs, SendingHours hours)
{
    /// <summary>Meetings after which a standing pair needs neither address nor reminder.</summary>
    public const int MeetingsUntilKnown = 3;

    internal static readonly string[] Problems = [AttentionReasons.ClosedDoor, AttentionReasons.VisitNotDone, AttentionReasons.VisitDisputed];

    public Task<Visit?> LoadAsync(VisitId id, CancellationToken ct) => db.Visits
        .Include(v => v.Request).ThenInclude(r => r.Visits)
        .Include(v => v.Request).ThenInclude(r => r.Beneficiary!).ThenInclude(b => b.Person).ThenInclude(p => p.Contacts)
        .Include(v => v.Volunteer).ThenInclude(v => v.Person).ThenInclude(p => p.Contacts)
        .Include(v => v.Feedback).AsSplitQuery().SingleOrDefaultAsync(v => v.Id == id, ct);

    /// <param name="visit">As <see cref="LoadAsync"/> gives it.</param>
    /// <param name="ct">Stops the look-up.</param>
    public async Task<VisitFacts> ReadAsync(Visit visit, CancellationToken ct)
    {
        var beneficiary = visit.Request.Beneficiary!;
        var met = await db.Visits.CountAsync(v => v.VolunteerId == visit.VolunteerId && v.BeneficiaryId == visit.BeneficiaryId && v.Start < visit.Start
            && (v.State == VisitState.Done || v.State == VisitState.Planned), ct);
        return new VisitFacts(visit.State, visit.Start, visit.End, visit.PlannedAt, met,
            IsMedical: (await needs.CurrentAsync(ct)).Find(visit.Request.NeedType)?.FirstLevel == "transport.medical",
            KeepsAddress: met >= MeetingsUntilKnown && await IsStandingPairAsync(visit.VolunteerId, visit.BeneficiaryId, ct),
            ProblemReported: await db.AttentionItems.AnyAsync(a => a.VisitId == visit.Id && Problems.Contains(a.Reason), ct),
            await SideAsync(visit, visit.Volunteer.Person, FeedbackSide.Volunteer, visit.Volunteer.RemindersAlways, ct),
            await SideAsync(visit, beneficiary.Person, FeedbackSide.Beneficiary, wanted: false, ct));
    }

    /// <summary>The volunteer is the main one of an active series with this person.</summary>
    public Task<bool> IsStandingPairAsync(VolunteerId volunteer, Beneficiaries.BeneficiaryId beneficiary, CancellationToken ct) =>
        db.RecurringNeeds.AnyAsync(s => s.BeneficiaryId == beneficiary && s.MainVolunteerId == volunteer && s.State == SeriesState.Active, ct);

    private async Task<VisitSide> SideAsync(Visit visit, Person person, FeedbackSide side, bool wanted, CancellationToken ct)
    {
        var (id, visitId) = (person.Id, (VisitId?)visit.Id);
        var last = await db.OutgoingMessages
            .Where(m => m.PersonId == id && (m.Kind == MessageKind.AfterVisitVolunteer || m.Kind == MessageKind.AfterVisitBeneficiary)
                && m.Key.StartsWith(VisitQuestions.HowWasIt) && m.VisitId != visitId && m.State != MessageState.Expired && m.State != MessageState.TakenBack)
            .MaxAsync(m => (Instant?)m.CreatedAt, ct);
        var by = Outbox.FirstChannel(person).Channel.IsByHand() ? ReachedBy.Landline : ReachedBy.Text;
        return new VisitSide(by, await hours.OfAsync(person, visit.TerritoryId, ct), wanted, visit.Feedback.Any(f => f.Side == side), last);
    }
}
