using Microsoft.EntityFrameworkCore;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Requests.Series;
using Tisserand.App.Safety;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Notifications.Replies;

/// <summary>Carries a yes or a no to the use case of its question, and writes back what there is to say at once.</summary>
public sealed class AnswerQuestion(
    TisserandDb db, TimeProvider time, AcceptProposal accept, DeclineProposal decline, RecordFeedback feedback,
    ConfirmChangedVisit confirm, CancelVisit cancel, AnswerSeriesReview goOn, ResumeBeneficiary resume, AnswerAlert alerts, Outbox outbox)
{
    /// <param name="question">What is answered.</param>
    /// <param name="yes">Yes or no.</param>
    /// <param name="words">Her words, where a no has some.</param>
    /// <param name="by">Herself, or the coordinator who has her on the telephone.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<Answered> RunAsync(OpenQuestion question, bool yes, string? words, Actor by, CancellationToken ct) => question switch
    {
        OpenQuestion.Help help when yes => SaysYesAsync(help, ct),
        OpenQuestion.Help help => SaysNoAsync(help, words, ct),
        OpenQuestion.AfterVisit visit => TellsAsync(visit, new FeedbackForm(TookPlace: yes), by, ct),
        OpenQuestion.Reconfirm visit => ReconfirmAsync(visit, yes, by, ct),
        OpenQuestion.GoOn series => GoesOnAsync(series, yes, ct),
        OpenQuestion.Return pause => ReturnsAsync(pause, yes, by, ct),
        OpenQuestion.Danger danger => AlertAsync(danger, yes, ct),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>An answer to the question after a visit; a bare rating says that it took place.</summary>
    public async Task<Answered> TellsAsync(OpenQuestion.AfterVisit question, FeedbackForm form, Actor by, CancellationToken ct) =>
        await feedback.RunAsync(question.Visit, question.Side, by.Account is null ? question.Person : null, form, by, ct) switch
        {
            FeedbackOutcome.Noted => new Answered.Noted(),
            FeedbackOutcome.Busy => new Answered.Busy(),
            _ => new Answered.ToCoordinator(),
        };

    private async Task<Answered> SaysYesAsync(OpenQuestion.Help help, CancellationToken ct)
    {
        var outcome = await accept.RunAsync(help.Proposal, help.Volunteer, ct);
        db.ChangeTracker.Clear();
        switch (outcome)
        {
            case AcceptOutcome.Planned planned:
                return new Answered.Planned(planned.Visit.Id);
            case AcceptOutcome.TooLate:
                await SayAsync(help, (activity, when, _) => new MessageValues.PlaceTaken(activity, when), ct);
                return new Answered.TooLate();
            case AcceptOutcome.NoLongerPossible not:
                string? why = null;
                await SayAsync(help, (activity, when, words) => new MessageValues.NoLongerPossible(activity, when, why = ReplyTexts.WhyNot(not.Why, words.Culture)), ct);
                return new Answered.NoLongerPossible(why ?? ReplyTexts.WhyNot(not.Why, System.Globalization.CultureInfo.GetCultureInfo("fr-FR")));
            case AcceptOutcome.NotWaiting { State: ProposalState.Accepted }:
                return new Answered.AlreadyAnswered();
            case AcceptOutcome.NotWaiting:                    // the need moved since she was asked: her yes would be to another time
                await SayAsync(help, (activity, when, words) => new MessageValues.NoLongerPossible(activity, when, ReplyTexts.WhyNot([], words.Culture)), ct);
                return new Answered.NoLongerPossible(ReplyTexts.WhyNot([], System.Globalization.CultureInfo.GetCultureInfo("fr-FR")));
            case AcceptOutcome.NotYours:
                return new Answered.ToCoordinator();
            case AcceptOutcome.Busy:
                return new Answered.Busy();
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<Answered> SaysNoAsync(OpenQuestion.Help help, string? words, CancellationToken ct) =>
        await decline.RunAsync(help.Proposal, help.Volunteer, words, ct) switch
        {
            DeclineOutcome.Noted => new Answered.Noted(),
            DeclineOutcome.NotWaiting { State: ProposalState.Declined or ProposalState.Withdrawn } => new Answered.AlreadyAnswered(),
            DeclineOutcome.Busy => new Answered.Busy(),
            _ => new Answered.ToCoordinator(),                // she had said yes: a no now is a cancellation, and a person hears it
        };

    private async Task<Answered> ReconfirmAsync(OpenQuestion.Reconfirm visit, bool yes, Actor by, CancellationToken ct)
    {
        if (yes) return await confirm.RunAsync(visit.Visit, visit.Volunteer, by, ct) ? new Answered.Noted() : new Answered.AlreadyAnswered();
        return await cancel.ByVolunteerAsync(visit.Visit, visit.Volunteer, words: null, by, ct) switch
        {
            CancelVisitOutcome.Reopened => new Answered.Noted(),
            CancelVisitOutcome.NotPlanned => new Answered.AlreadyAnswered(),
            CancelVisitOutcome.Busy => new Answered.Busy(),
            _ => new Answered.ToCoordinator(),
        };
    }

    private async Task<Answered> GoesOnAsync(OpenQuestion.GoOn series, bool yes, CancellationToken ct) =>
        await goOn.RunAsync(series.Series, series.Person, yes, ct) ? new Answered.Noted() : new Answered.ToCoordinator();

    private async Task<Answered> ReturnsAsync(OpenQuestion.Return pause, bool yes, Actor by, CancellationToken ct)
    {
        if (!yes) return new Answered.ToCoordinator();        // she stays away: until when, a person asks
        return await resume.RunAsync(pause.Beneficiary, by, ct) switch
        {
            ReturnOutcome.Back => new Answered.Noted(),
            ReturnOutcome.NotAway => new Answered.AlreadyAnswered(),
            ReturnOutcome.Busy => new Answered.Busy(),
            _ => new Answered.ToCoordinator(),
        };
    }

    private async Task<Answered> AlertAsync(OpenQuestion.Danger danger, bool yes, CancellationToken ct) =>
        await (yes ? alerts.TakeAsync(danger.Alert, [danger.Territory], danger.Account, ct) : alerts.CannotAsync(danger.Alert, [danger.Territory], danger.Account, ct)) switch
        {
            AlertOutcome.Done => new Answered.Noted(),
            AlertOutcome.AlreadyTaken => new Answered.AlreadyAnswered(),
            AlertOutcome.Busy => new Answered.Busy(),
            _ => new Answered.ToCoordinator(),
        };

    private Task<bool> SayAsync(OpenQuestion.Help help, Func<string, string, RequestWords, MessageValues> say, CancellationToken ct) => db.DecideAsync(async () =>
    {
        var asked = await db.Proposals.Where(p => p.Id == help.Proposal)
            .Select(p => new { p.RequestId, p.Request.TerritoryId, p.Request.NeedType, p.Request.EarliestStart, p.Request.LatestStart, p.NotifiedAt, p.Volunteer.Person.Language }).SingleAsync(ct);
        var words = new RequestWords(NeedTypes.Taxonomy.Shipped, asked.Language);
        var values = say(words.Activity(asked.NeedType), words.When(asked.EarliestStart, asked.LatestStart), words);
        return await outbox.WriteAsync(values.Kind, help.Person, values,
            new MessageAbout(asked.TerritoryId, $"{values.Kind}/{help.Proposal.Value:N}/{asked.NotifiedAt?.ToUnixTimeSeconds()}", asked.RequestId, help.Proposal, UselessAfter: time.Now() + NodaTime.Duration.FromDays(2)), ct);
    }, ct);
}
