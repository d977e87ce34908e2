using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Simulation;
using Tisserand.Simulation.People;
using Tisserand.Simulation.Town;
using Chance = Tisserand.Simulation.Chance;

namespace Tisserand.Cli.Demonstration;

/// <summary>People answer what has reached them, when they would, by the way it came: a text message is answered by one, an e-mail by the
/// buttons behind its link. Calls are the desk's.</summary>
internal sealed class Answering(Town town, Acts acts, Agenda agenda, Solicitations solicitations, Visiting visiting, Desk desk)
{
    private readonly HashSet<OutgoingMessageId> _seen = [];
    private Instant _since = Instant.FromUnixTimeTicks(0);

    /// <summary>Reads what has left since the last look.</summary>
    public async Task LookAsync()
    {
        var since = _since;
        _since = agenda.Now;
        var sent = await acts.LookAsync(db => Asking(db, since).ToListAsync(acts.Ct));
        foreach (var question in sent.Where(q => _seen.Add(q.Id))) Reads(question);
    }

    private static IQueryable<Asked> Asking(TisserandDb db, Instant since) =>
        from m in db.OutgoingMessages.AsNoTracking()
        where m.State == MessageState.Sent && m.NextTryAt >= since && (m.Channel == MessageChannel.Sms || m.Channel == MessageChannel.Email)
            && (m.Kind == MessageKind.Solicitation || m.Kind == MessageKind.AfterVisitVolunteer || m.Kind == MessageKind.AfterVisitBeneficiary || m.Kind == MessageKind.SeriesReview)
        orderby m.NextTryAt, m.Id
        select new Asked(m.Id, m.Kind, m.Channel, m.Address!, m.PersonId, m.RequestId, m.ProposalId, m.VisitId, m.NextTryAt,
            db.Proposals.Where(p => p.Id == m.ProposalId).Select(p => (VolunteerId?)p.VolunteerId).FirstOrDefault(),
            db.Visits.Where(v => v.Id == m.VisitId).Select(v => (VolunteerId?)v.VolunteerId).FirstOrDefault(),
            db.Proposals.Where(p => p.Id == m.ProposalId).Select(p => p.ShortCode).FirstOrDefault());

    private void Reads(Asked question)
    {
        var own = town.Chance.Of("reads").Of(BitConverter.ToInt64(question.Id.Value.ToByteArray(), 8));
        switch (question.Kind)
        {
            case MessageKind.Solicitation when question.Volunteer is { } volunteer && town.ErrandOf(question.Request!.Value) is { } errand:
                var helper = town.HelperOf(volunteer);
                var says = town.WouldSayYes(helper, errand, agenda.Now);
                if (town.Willingness.AnswersAfter(helper, errand.Index) is not { } delay) return;
                agenda.At(Awake(question.SentAt + delay), () => AnswersAsync(question, helper, errand, says, own));
                return;
            case MessageKind.AfterVisitVolunteer when question.VisitedBy is { } visitor && own.Bernoulli(town.Options.VolunteerTells):
                agenda.At(Awake(question.SentAt + Hours(own.LogNormal(3, 1))), () => TellsAsync(question, town.HelperOf(visitor), own));
                return;
            case MessageKind.AfterVisitBeneficiary when question.Channel == MessageChannel.Sms && own.Bernoulli(town.Options.BeneficiaryTells):
                agenda.At(Awake(question.SentAt + Hours(own.LogNormal(5, 1))), () => WritesAsync(question, TookPlace(question) ? own.Pick(["oui", "Oui merci", "5"]) : "non"));
                return;
            case MessageKind.SeriesReview when own.Bernoulli(0.8):
                agenda.At(Awake(question.SentAt + Hours(own.LogNormal(6, 1))), () => WritesAsync(question, own.Bernoulli(0.96) ? "oui" : "non"));
                return;
        }
    }

    private Task AnswersAsync(Asked question, Helper helper, Errand errand, bool says, Chance own)
    {
        if (question.Channel == MessageChannel.Email) return ByItsButtonAsync(question, helper, errand, says);
        var kind = own.Bernoulli(town.Options.WritesStop) ? AnswerKind.Stop : town.Willingness.IsUnclear(helper, errand.Index) ? AnswerKind.Unclear : says ? AnswerKind.Yes : AnswerKind.No;
        var number = own.Bernoulli(town.Options.LeavesNumberOut) ? null : question.Number;
        return RepliesAsync(question, helper, errand, says, Sayings.Answer(own, kind, number, helper.Name.Sex));
    }

    private async Task ByItsButtonAsync(Asked question, Helper helper, Errand errand, bool says)
    {
        var (proposal, volunteer) = (question.Proposal!.Value, town.IdOf(helper));
        if (says)
        {
            if (await acts.DoAsync((AcceptProposal accept) => accept.RunAsync(proposal, volunteer, acts.Ct)) is AcceptOutcome.Planned planned)
                visiting.Agreed(planned.Visit.Id, question.Request!.Value, helper, errand, new Interval(planned.Visit.Start, planned.Visit.End));
        }
        else if (await acts.DoAsync((DeclineProposal decline) => decline.RunAsync(proposal, volunteer, town.Willingness.Refusal(helper, errand.Index).Text, acts.Ct)) is DeclineOutcome.Noted)
        {
            await solicitations.AdvanceAsync(question.Request!.Value);
        }
    }

    /// <summary>A text message goes through the door that every text message comes in by; a doubt is asked back, or read at the desk.</summary>
    private async Task RepliesAsync(Asked question, Helper helper, Errand errand, bool says, string text)
    {
        switch (await WritesAsync(question, text))
        {
            case ReplyOutcome.Understood { Question: OpenQuestion.Help { Proposal: var meant } } understood:
                await desk.AnsweredAsync(meant, understood.Result);
                break;
            case ReplyOutcome.AskedBack:
                agenda.At(agenda.Now + Duration.FromMinutes(4), () => WritesAgainAsync(question, says));
                break;
            case ReplyOutcome.ToCoordinator toRead:
                desk.WillRead(toRead.Message, question.Request!.Value, helper, errand, says);
                break;
            case ReplyOutcome.Stopped:
                await solicitations.AdvanceAsync(question.Request!.Value);
                break;
        }
    }

    private async Task WritesAgainAsync(Asked question, bool says)
    {
        if (await WritesAsync(question, $"{(says ? "OUI" : "NON")} {question.Number}") is ReplyOutcome.Understood { Question: OpenQuestion.Help { Proposal: var meant } } understood)
            await desk.AnsweredAsync(meant, understood.Result);
    }

    private Task TellsAsync(Asked question, Helper helper, Chance own) => question.Channel == MessageChannel.Sms && own.Bernoulli(0.5)
        ? WritesAsync(question, TookPlace(question) ? own.Pick(["oui", "Oui merci", "OUI", "4", "5"]) : "non")
        : TookPlace(question) ? visiting.TellsAsync(question.Visit!.Value, helper, own) : Task.CompletedTask;

    private Task<ReplyOutcome> WritesAsync(Asked question, string text) =>
        acts.DoAsync((ReceiveReply receive) => receive.RunAsync(question.Address, question.Channel, text, acts.Ct));

    private bool TookPlace(Asked question) => question.Visit is { } visit && visiting.HowItWent(visit) is VisitState.Done;

    private static Duration Hours(double hours) => Duration.FromMinutes((int)(60 * hours));

    /// <summary>Nobody answers at night.</summary>
    private static Instant Awake(Instant at) => at.Local().Hour is < 7 or > 21
        ? ParisTime.At(at.LocalDay().PlusDays(at.Local().Hour > 21 ? 1 : 0), new LocalTime(8, 45))
        : at;

    /// <summary>A question that has reached somebody.</summary>
    private sealed record Asked(
        OutgoingMessageId Id, MessageKind Kind, MessageChannel Channel, string Address, PersonId Person, HelpRequestId? Request, ProposalId? Proposal, VisitId? Visit, Instant SentAt,
        VolunteerId? Volunteer, VolunteerId? VisitedBy, int? Number);
}
