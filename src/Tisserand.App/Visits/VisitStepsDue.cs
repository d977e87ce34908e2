using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Visits;

/// <summary>Looks at each visit whose stored due time has come: gives the address, reminds, asks, counts as done; and stores the next due time.</summary>
public sealed class VisitStepsDue(TisserandDb db, NeedCatalogue needs, Calendars calendars, VisitAround around, VisitQuestions questions, Attention attention)
{
    private const int AtOnce = 200;

    /// <summary>A question that could not be asked for so long is not asked any more.</summary>
    private static readonly Duration TooLateToAsk = Duration.FromDays(5);

    /// <returns>How many visits were looked at.</returns>
    public async Task<int> RunDueAsync(Instant now, CancellationToken ct)
    {
        var looked = 0;
        while (true)
        {
            var due = await db.Visits.Where(v => v.NextStepAt <= now).OrderBy(v => v.NextStepAt).ThenBy(v => v.Id).Select(v => v.Id).Take(AtOnce).ToListAsync(ct);
            foreach (var id in due)
            {
                db.ChangeTracker.Clear();
                if (await db.DecideAsync(() => LookAsync(id, now, ct), ct)) looked++;
            }

            db.ChangeTracker.Clear();
            if (due.Count < AtOnce) return looked;
        }
    }

    private async Task<bool> LookAsync(VisitId id, Instant now, CancellationToken ct)
    {
        if (await around.LoadAsync(id, ct) is not { } visit || !(visit.NextStepAt <= now)) return false;
        var facts = await around.ReadAsync(visit, ct);
        var steps = VisitSteps.Plan(facts, (await calendars.OfAsync(visit.TerritoryId, ct)).IsPublicHoliday);
        await MeetForTheFirstTimeAsync(visit, facts, now, ct);
        await TakeAsync(visit, [.. steps.Where(s => s.DueAt <= now)], facts, now, ct);

        var next = steps.Where(s => s.DueAt > now && (visit.IsPlanned || s.Kind is VisitStepKind.AskVolunteer or VisitStepKind.AskBeneficiary));
        visit.LookAgainAt(visit.State is VisitState.Planned or VisitState.Done ? next.Select(s => (Instant?)s.DueAt).Min() : null);
        visit.Request.Bump();                                 // a cancellation or an answer at this instant wins or loses whole
        return true;
    }

    private async Task TakeAsync(Visit visit, List<VisitStep> due, VisitFacts facts, Instant now, CancellationToken ct)
    {
        if (visit.IsPlanned && now < visit.End && due.Exists(s => s.Kind == VisitStepKind.GiveAddress)) await questions.GiveAddressAsync(visit, ct);
        if (visit.IsPlanned && now < visit.Start)
        {
            // Of two reminders that have both become due, the later says it all.
            if (due.Where(s => s.Kind == VisitStepKind.RemindVolunteer).Select(s => (VisitStep?)s).LastOrDefault() is { } toVolunteer
                && await questions.RemindVolunteerAsync(visit, toVolunteer.Reminder, ct))
            {
                visit.Reminded();
            }

            if (due.Where(s => s.Kind == VisitStepKind.RemindBeneficiary).Select(s => (VisitStep?)s).LastOrDefault() is { } toBeneficiary)
                await questions.RemindBeneficiaryAsync(visit, toBeneficiary.Reminder, ct);
        }

        foreach (var ask in due.Where(s => s.Kind is VisitStepKind.AskVolunteer or VisitStepKind.AskBeneficiary && now < s.DueAt + TooLateToAsk))
        {
            await questions.AskAsync(visit, ask.Kind == VisitStepKind.AskVolunteer ? FeedbackSide.Volunteer : FeedbackSide.Beneficiary, ask.HowWasIt, ct);
            if (visit.QuestionAskedAt is null) visit.QuestionAsked(now);
        }

        var disputed = facts.ProblemReported || visit.Feedback.Any(f => f.TookPlace == false);
        if (visit.IsPlanned && !disputed && due.Exists(s => s.Kind == VisitStepKind.CountAsDone) && visit.End(VisitState.Done, null, now, unconfirmed: true))
            db.Add(new AuditLine("count_done", "visit", visit.Id.Value, "Unconfirmed", Actor.Machine, now));
    }

    /// <summary>Some needs want somebody to come along the first time, or to call both afterwards.</summary>
    private async Task MeetForTheFirstTimeAsync(Visit visit, VisitFacts facts, Instant now, CancellationToken ct)
    {
        if (facts.MeetingsBefore > 0 || (await needs.CurrentAsync(ct)).Find(visit.Request.NeedType) is not { } type) return;
        if (type.FirstMeeting == FirstMeeting.Accompanied && visit.IsPlanned && now < visit.Start)
            await attention.RaiseOnceAsync(visit.TerritoryId, AttentionReasons.FirstMeetingToAccompany, $"accompany/{visit.Id.Value:N}", now, visit, ct);
        if (type.FirstMeeting == FirstMeeting.CalledBack && visit.State is (VisitState.Planned or VisitState.Done) && now >= visit.End)
            await attention.RaiseOnceAsync(visit.TerritoryId, AttentionReasons.FirstMeetingToCall, $"call-both/{visit.Id.Value:N}", now, visit, ct);
    }
}
