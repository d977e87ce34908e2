using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Calls;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Simulation.Town;

namespace Tisserand.Cli.Demonstration;

/// <summary>The coordinator's desk: calls one after the other in office hours, replies that nobody else could read, and what has waited a day.</summary>
internal sealed class Desk(Town town, Acts acts, Agenda agenda, Solicitations solicitations, Visiting visiting)
{
    private static readonly Duration WaitedLong = Duration.FromHours(24);

    private readonly HashSet<OutgoingMessageId> _toCall = [];
    private Instant _free = Instant.MinValue;

    /// <summary>Puts the calls that are due one behind the other, and deals with what has waited long.</summary>
    public async Task LookAsync()
    {
        var now = agenda.Now;
        if (now >= town.LeftToVisitor || !town.Office.IsOpen(now)) return;
        var due = await acts.LookAsync(db => db.OutgoingMessages
            .Where(m => m.State == MessageState.Waiting && m.NextTryAt <= now && (m.UselessAfter == null || m.UselessAfter > now) && (m.Channel == MessageChannel.Call || m.Channel == MessageChannel.Letter)).OrderBy(m => m.NextTryAt).ThenBy(m => m.Id).Select(m => m.Id).ToListAsync(acts.Ct));
        foreach (var call in due.Where(_toCall.Add))
        {
            var own = Own("calls", call.Value);
            _free = town.Office.After(Instant.Max(now, _free), Duration.FromSeconds((long)(60 * own.LogNormal(town.Options.CallMedianMinutes, 0.5))));
            if (_free < town.LeftToVisitor) agenda.At(_free, () => CallAsync(call));
        }

        await DealWithWhatWaitedAsync(now);
    }

    /// <summary>What an answer led to: a visit to live, or a request that goes on.</summary>
    public async Task AnsweredAsync(ProposalId proposal, Answered result)
    {
        var asked = await acts.LookAsync(db => db.Proposals.Where(p => p.Id == proposal).Select(p => new { p.RequestId, p.VolunteerId }).SingleAsync(acts.Ct));
        if (result is Answered.Planned planned) await LivesAsync(planned.Visit, asked.RequestId, asked.VolunteerId);
        else if (result is Answered.Noted) await solicitations.AdvanceAsync(asked.RequestId);
    }

    /// <summary>She reads what no machine understood, calls back, and notes what she hears.</summary>
    public void WillRead(IncomingMessageId message, HelpRequestId request, Helper helper, Errand errand, bool says)
    {
        var at = town.Office.After(agenda.Now, Duration.FromMinutes((int)(60 * Own("reading", message.Value).LogNormal(town.Options.LooksMedianHours, 0.8))));
        if (at < town.LeftToVisitor) agenda.At(at, () => ReadsAsync(message, request, helper, errand, says));
    }

    private async Task ReadsAsync(IncomingMessageId message, HelpRequestId request, Helper helper, Errand errand, bool says)
    {
        await acts.DoAsync((MarkReplyRead read) => read.RunAsync(town.Territory, message, town.Coordinator, acts.Ct));
        if (says)
        {
            if (await acts.DoAsync((AgreeByPhone agree) => agree.RunAsync(request, town.IdOf(helper), town.Coordinator, acts.Ct)) is AcceptOutcome.Planned planned)
                visiting.Agreed(planned.Visit.Id, request, helper, errand, new Interval(planned.Visit.Start, planned.Visit.End));
            return;
        }

        var volunteer = town.IdOf(helper);
        var asked = await acts.LookAsync(db => db.Proposals.Where(p => p.RequestId == request && p.VolunteerId == volunteer).Select(p => (ProposalId?)p.Id).SingleOrDefaultAsync(acts.Ct));
        if (asked is { } proposal && await acts.DoAsync((DeclineProposal decline) => decline.RunAsync(proposal, volunteer, town.Willingness.Refusal(helper, errand.Index).Text, acts.Ct)) is DeclineOutcome.Noted)
            await solicitations.AdvanceAsync(request);
    }

    private async Task CallAsync(OutgoingMessageId id)
    {
        _toCall.Remove(id);
        var call = await acts.LookAsync(db => db.OutgoingMessages.Where(m => m.Id == id).Select(m => new
        {
            m.State, m.Kind, m.Attempts, m.RequestId, m.ProposalId, m.VisitId, m.UselessAfter,
            Volunteer = db.Proposals.Where(p => p.Id == m.ProposalId).Select(p => (VolunteerId?)p.VolunteerId).FirstOrDefault(),
            IsHelped = db.Beneficiaries.Any(b => b.PersonId == m.PersonId),
        }).SingleAsync(acts.Ct));
        if (call.State != MessageState.Waiting || call.UselessAfter <= agenda.Now) return;

        var own = Own("spoken", id.Value).Of(call.Attempts);
        var outcome = !own.Bernoulli(call.IsHelped ? town.Options.ElderReached : town.Options.Reached) ? CallOutcome.NoAnswer : call.Kind switch
        {
            MessageKind.Solicitation when call.Volunteer is { } asked && town.ErrandOf(call.RequestId!.Value) is { } errand =>
                town.WouldSayYes(town.HelperOf(asked), errand, agenda.Now) ? CallOutcome.SaidYes : CallOutcome.SaidNo,
            MessageKind.AfterVisitVolunteer or MessageKind.AfterVisitBeneficiary when call.VisitId is { } visit =>
                visiting.HowItWent(visit) is VisitState.NobodyHome or VisitState.VolunteerAbsent ? CallOutcome.SaidNo : CallOutcome.SaidYes,
            MessageKind.SeriesReview or MessageKind.VisitChanged or MessageKind.PauseReturnQuestion => CallOutcome.SaidYes,
            _ => CallOutcome.Reached,
        };
        var noted = await acts.DoAsync((RecordCall record) => record.RunAsync(town.Territory, id, outcome, null, town.Coordinator, acts.Ct));
        if (call.ProposalId is { } proposal && call.Kind == MessageKind.Solicitation && noted is RecordCallOutcome.Noted { Result: { } result }) await AnsweredAsync(proposal, result);
    }

    private async Task LivesAsync(VisitId id, HelpRequestId request, VolunteerId volunteer)
    {
        if (town.ErrandOf(request) is not { } errand) return;
        var visit = await acts.LookAsync(db => db.Visits.Where(v => v.Id == id).Select(v => new { v.Start, v.End }).SingleAsync(acts.Ct));
        visiting.Agreed(id, request, town.HelperOf(volunteer), errand, new Interval(visit.Start, visit.End));
    }

    private async Task DealWithWhatWaitedAsync(Instant now)
    {
        var old = now - WaitedLong;
        var waiting = await acts.LookAsync(db => db.AttentionItems.Where(a => a.TerritoryId == town.Territory && a.DoneAt == null && a.Since < old).OrderBy(a => a.Since).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.IncomingMessageId }).Take(100).ToListAsync(acts.Ct));
        foreach (var item in waiting)
        {
            if (item.IncomingMessageId is { } message) await acts.DoAsync((MarkReplyRead read) => read.RunAsync(town.Territory, message, town.Coordinator, acts.Ct));
            await acts.DoAsync((SettleAttention settle) => settle.RunAsync(item.Id, [town.Territory], town.Coordinator, acts.Ct));
        }
    }

    private Simulation.Chance Own(string subject, Guid id) => town.Chance.Of(subject).Of(BitConverter.ToInt64(id.ToByteArray(), 8));
}
