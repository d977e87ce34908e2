using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Safety;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Visits;

/// <summary>What one side tells of a visit; what is left out stays as it was said before.</summary>
/// <param name="TookPlace">"A-t-elle eu lieu ?"</param>
/// <param name="Rating">1 to 5.</param>
/// <param name="Again">"Recommenceriez-vous ?"</param>
/// <param name="Words">A sentence; 1,000 characters at most.</param>
/// <param name="WhyNot">How it ended when it did not take place; null when she did not say, and a coordinator has to find out.</param>
public sealed record FeedbackForm(bool? TookPlace = null, int? Rating = null, bool? Again = null, string? Words = null, VisitState? WhyNot = null);

/// <summary>What telling of a visit led to.</summary>
public abstract record FeedbackOutcome
{
    private FeedbackOutcome() { }

    /// <param name="Alarmed">Her words let a danger be feared: those on call are told.</param>
    public sealed record Noted(VisitState State, bool Alarmed = false) : FeedbackOutcome;

    /// <summary>The visit has not begun.</summary>
    public sealed record TooEarly(Instant Start) : FeedbackOutcome;

    /// <summary>A rating outside 1–5, too long a sentence, a way of ending that is none, or nothing said at all.</summary>
    public sealed record Refused(string Field) : FeedbackOutcome;

    public sealed record NotFound : FeedbackOutcome;

    public sealed record Busy : FeedbackOutcome;
}

/// <summary>A volunteer or a beneficiary, or a coordinator who has her on the telephone, tells whether the visit took place and how it was.</summary>
public sealed class RecordFeedback(TisserandDb db, TimeProvider time, IdSource ids, VisitAround around, Attention attention, RaiseDanger danger)
{
    public const int LongestWords = 1000;

    private static readonly VisitState[] Endings = [VisitState.VolunteerAbsent, VisitState.NobodyHome, VisitState.CancelledByVolunteer, VisitState.CancelledByBeneficiary];

    /// <param name="id">The visit.</param>
    /// <param name="side">Which side is heard.</param>
    /// <param name="self">Who answers for herself: a visit with somebody else does not exist for her. Null for a coordinator.</param>
    /// <param name="form">What she says.</param>
    /// <param name="by">Herself, or the coordinator.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<FeedbackOutcome> RunAsync(VisitId id, FeedbackSide side, PersonId? self, FeedbackForm form, Actor by, CancellationToken ct) =>
        db.DecideAsync<FeedbackOutcome>(async () =>
        {
            if (Mistake(form) is { } field) return new FeedbackOutcome.Refused(field);
            if (await around.LoadAsync(id, ct) is not { } visit) return new FeedbackOutcome.NotFound();
            var person = side == FeedbackSide.Volunteer ? visit.Volunteer.PersonId : visit.Request.Beneficiary!.PersonId;
            if (self is not null && self != person) return new FeedbackOutcome.NotFound();
            var now = time.Now();
            if (visit.IsPlanned && now < visit.Start) return new FeedbackOutcome.TooEarly(visit.Start);

            Hear(visit, side, form, now);
            await ConcludeAsync(visit, side, form, by, now, ct);
            await AlertAsync(visit, side, form, now, ct);
            var alarmed = await AlarmAsync(visit, person, form.Words, by, now, ct);
            visit.Request.Bump();
            db.Add(new AuditLine("feedback", "visit", id.Value, $"{side} {visit.State}", by, now));
            return new FeedbackOutcome.Noted(visit.State, alarmed);
        }, () => new FeedbackOutcome.Busy(), ct);

    private static string? Mistake(FeedbackForm form) => form switch
    {
        { Rating: < 1 or > 5 } => nameof(form.Rating),
        { Words.Length: > LongestWords } => nameof(form.Words),
        { WhyNot: { } why } when form.TookPlace != false || !Endings.Contains(why) => nameof(form.WhyNot),
        { TookPlace: null, Rating: null, Again: null, Words: null } => nameof(form.TookPlace),
        _ => null,
    };

    private void Hear(Visit visit, FeedbackSide side, FeedbackForm form, Instant now)
    {
        var words = string.IsNullOrWhiteSpace(form.Words) ? null : form.Words.Trim();
        if (visit.Feedback.FirstOrDefault(f => f.Side == side) is { } before)
        {
            before.SaysMore(form.TookPlace, form.Rating, form.Again, words, now);
            return;
        }

        var feedback = new Feedback(ids.New<FeedbackId>(), visit.Id, side, form.TookPlace, form.Rating, form.Again, words, now);
        visit.Hears(feedback);
        db.Add(feedback);
    }

    private async Task ConcludeAsync(Visit visit, FeedbackSide side, FeedbackForm form, Actor by, Instant now, CancellationToken ct)
    {
        var otherSaysOtherwise = visit.Feedback.Any(f => f.Side != side && f.TookPlace is { } said && said != form.TookPlace);
        switch (form.TookPlace)
        {
            case true when visit.IsPlanned && !otherSaysOtherwise:
                visit.End(VisitState.Done, null, now);
                visit.LookAgainAt(now);                        // the other side may still be asked
                break;
            case true when visit.State == VisitState.Done:
                visit.Confirm();
                break;
            case false when form.WhyNot is { } how && (by.Account is not null || !otherSaysOtherwise):
                visit.End(how, null, now);
                break;
        }

        if (form.TookPlace is not { } tookPlace) return;
        if (by.Account is not null && (tookPlace || form.WhyNot is not null))
        {
            foreach (var key in new[] { NotDoneKey(visit.Id), DisputeKey(visit.Id), ReportClosedDoor.KeyOf(visit.Id) }) await attention.SettleAsync(key, now, ct);
        }
        else if (otherSaysOtherwise || (tookPlace && visit.State is not (VisitState.Planned or VisitState.Done)) || (!tookPlace && visit.State == VisitState.Done))
        {
            await RaiseAsync(visit, AttentionReasons.VisitDisputed, DisputeKey(visit.Id), now, ct);
        }
        else if (!tookPlace)
        {
            await RaiseAsync(visit, AttentionReasons.VisitNotDone, NotDoneKey(visit.Id), now, ct);
        }
    }

    private async Task AlertAsync(Visit visit, FeedbackSide side, FeedbackForm form, Instant now, CancellationToken ct)
    {
        if (form.Again == false) await RaiseAsync(visit, AttentionReasons.NotAgain, $"not-again/{visit.Id.Value:N}/{side}", now, ct);
        if (form.Rating <= 2) await RaiseAsync(visit, AttentionReasons.PoorRating, $"poor/{visit.Id.Value:N}/{side}", now, ct);
    }

    /// <summary>What a coordinator has heard herself, she deals with herself.</summary>
    private async Task<bool> AlarmAsync(Visit visit, PersonId person, string? words, Actor by, Instant now, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(words) || by.Account is not null) return false;
        if (await danger.ReadAsync(new IncomingWords(visit.TerritoryId, person, DangerSource.AfterVisit, words), now, ct) is not { } alert) return false;
        alert.About(request: visit.RequestId, visit: visit.Id);
        return true;
    }

    private Task RaiseAsync(Visit visit, string reason, string key, Instant now, CancellationToken ct) =>
        attention.RaiseAsync(visit.TerritoryId, reason, key, now, visit.RequestId, visit.Id, visit.VolunteerId, visit.BeneficiaryId, ct: ct);

    private static string NotDoneKey(VisitId id) => $"not-done/{id.Value:N}";

    private static string DisputeKey(VisitId id) => $"disputed/{id.Value:N}";
}
