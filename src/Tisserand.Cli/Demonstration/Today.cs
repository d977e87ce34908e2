using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Safety;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Simulation;
using Tisserand.Simulation.People;

namespace Tisserand.Cli.Demonstration;

/// <summary>What has come up when somebody opens the demonstration: strangers have asked on the site, nobody opened a door, somebody cannot come
/// after all, a volunteer has fallen ill, answers are not clear, and a volunteer is ready-made for whoever looks.</summary>
internal sealed class Today(Town town, Acts acts, Agenda agenda)
{
    private static readonly Duration Day = Duration.FromHours(24), ThisWeek = Duration.FromDays(6);

    private static readonly (Duration Ago, string Need, int InDays, string Words)[] Strangers =
    [
        (Duration.FromHours(27), "visite.conversation", 4, "Je voudrais un peu de compagnie l’après-midi, je ne vois plus grand monde."),
        (Duration.FromHours(15), "courses.alimentaires", 3, "Ma mère ne peut plus porter ses courses depuis sa chute, pouvez-vous l’aider cette semaine ?"),
        (Duration.FromHours(2), "administratif.courrier", 5, "J’ai reçu un papier de la mairie et je ne comprends pas ce qu’il faut répondre."),
        (Duration.FromMinutes(20), "bricolage.ampoule", 2, "L’ampoule de la cuisine est grillée et je ne peux plus monter sur l’escabeau."),
    ];

    /// <summary>Text messages of people helped, whole as they come in; the first was answered at once and dealt with.</summary>
    private static readonly (Duration Ago, string Words)[] Texts =
    [
        (Duration.FromHours(14), "bonsoir je suis tombee dans l'escalier ce soir, j'ai tres mal a la hanche et je suis seule"),
        (Duration.FromMinutes(70), "Bonjour, est-ce que quelqu'un pourrait m'emmener chez le coiffeur vendredi à 10h ? Merci d'avance"),
        (Duration.FromMinutes(40), "bjr il me faudrait qqn pr aller a la pharmacie demain matin svp"),
        (Duration.FromMinutes(30), "Je voudrais annuler la visite de cette semaine, ma fille vient me voir"),
    ];

    private readonly ReadyMade _ready = new(town, acts, agenda);

    /// <summary>Writes into the agenda what happens before that instant.</summary>
    public void WillHappen(Instant at)
    {
        for (var i = 0; i < Strangers.Length; i++)
        {
            var nth = i;
            agenda.At(at - Strangers[i].Ago, () => AsksOnlineAsync(nth));
        }

        for (var i = 0; i < Texts.Length; i++)
        {
            var nth = i;
            agenda.At(at - Texts[i].Ago, () => WritesAsync(nth));
        }

        agenda.At(at - Texts[0].Ago + Duration.FromMinutes(4), TakesInHandAsync);
        agenda.At(at - Duration.FromMinutes(55), _ready.ChooseAsync);
        agenda.At(at - Duration.FromMinutes(50), NobodyOpenedAsync);
        agenda.At(at - Duration.FromMinutes(35), CannotComeAsync);
        agenda.At(at - Duration.FromMinutes(25), FallsIllAsync);
    }

    /// <summary>What happens last, when nobody can answer any more.</summary>
    public async Task HappensAsync()
    {
        await _ready.AskAsync();
        await AnswerUnclearlyAsync();
    }

    private Task<AskOutcome> AsksOnlineAsync(int nth)
    {
        var (_, need, inDays, words) = Strangers[nth];
        var own = town.Chance.Of("strangers").Of(nth);
        var who = Names.Person(own, Simulation.People.Sex.F, Generation.Adult);
        return acts.DoAsync((AskOnline ask) => ask.RunAsync(new OnlineRequest(
            new IdSource(100 + nth).NewGuid(),
            new Stranger($"{who.First} {who.Last}", Contacts.Mobile(own), null, null, Builder.Seat, null),
            new NeedInput { NeedType = need, Text = words, Time = new WantedTime.At(agenda.Now.LocalDay().PlusDays(inDays).At(new LocalTime(14, 30))) }), acts.Ct));
    }

    /// <summary>Somebody helped who has a mobile writes by herself, each time another.</summary>
    private async Task WritesAsync(int nth)
    {
        var who = await acts.LookAsync(db => db.Beneficiaries
            .Where(b => b.TerritoryId == town.Territory && b.State == PersonState.Active && b.Person.Contacts.Any(c => c.Kind == ContactKind.Mobile))
            .OrderBy(b => b.Id).Select(b => b.PersonId).Skip(nth).FirstOrDefaultAsync(acts.Ct));
        if (who != default) await acts.DoAsync((ReceiveReply receive) => receive.RunAsync(who, MessageChannel.Sms, Texts[nth].Words, acts.Ct));
    }

    /// <summary>The coordinator on call takes last night's alert in hand, and says in the morning how it ended.</summary>
    private async Task TakesInHandAsync()
    {
        if (await acts.LookAsync(db => db.DangerAlerts.Where(a => a.TakenAt == null).OrderBy(a => a.RaisedAt).Select(a => (DangerAlertId?)a.Id).FirstOrDefaultAsync(acts.Ct)) is not { } alert
            || town.Coordinator.Account is not { } claire) return;
        await acts.DoAsync((AnswerAlert answer) => answer.TakeAsync(alert, [town.Territory], claire, acts.Ct));
        agenda.At(agenda.Now + Duration.FromMinutes(35), () => acts.DoAsync((AnswerAlert answer) => answer.FinishAsync(alert, [town.Territory], DangerEnd.EmergencyCalled, claire, acts.Ct)));
    }

    private async Task NobodyOpenedAsync()
    {
        var (now, yesterday, her) = (agenda.Now, agenda.Now - Day, _ready.Her);
        var visit = await acts.LookAsync(db => db.Visits.Where(v => v.TerritoryId == town.Territory && v.State == VisitState.Planned && v.Start > yesterday && v.End < now && v.VolunteerId != her)
            .OrderByDescending(v => v.Start).ThenBy(v => v.Id).Select(v => new { v.Id, v.VolunteerId }).FirstOrDefaultAsync(acts.Ct));
        if (visit is not null) await acts.DoAsync((ReportClosedDoor report) => report.RunAsync(visit.Id, visit.VolunteerId, town.Self(town.HelperOf(visit.VolunteerId)), acts.Ct));
    }

    /// <summary>The next visit but a few hours is called off by its volunteer, and others are asked at once.</summary>
    private async Task CannotComeAsync()
    {
        var (from, her) = (agenda.Now + Duration.FromHours(3), _ready.Her);
        var visit = await acts.LookAsync(db => db.Visits.Where(v => v.TerritoryId == town.Territory && v.State == VisitState.Planned && v.Start > from && v.VolunteerId != her)
            .OrderBy(v => v.Start).ThenBy(v => v.Id).Select(v => new { v.Id, v.VolunteerId, v.RequestId }).FirstOrDefaultAsync(acts.Ct));
        if (visit is null) return;
        var helper = town.HelperOf(visit.VolunteerId);
        await acts.DoAsync((CancelVisit cancel) => cancel.ByVolunteerAsync(visit.Id, visit.VolunteerId, Sayings.Cancellation(town.Chance.Of("cannot come"), Side.Volunteer, helper.Name.Sex), town.Self(helper), acts.Ct));
        await acts.DoAsync((AdvanceSolicitation advance) => advance.RunAsync(visit.RequestId, acts.Ct));
    }

    /// <summary>She who has most visits this week is ill: each waits for somebody else, whom the coordinator chooses.</summary>
    private async Task FallsIllAsync()
    {
        var (now, until, her) = (agenda.Now, agenda.Now + ThisWeek, _ready.Her);
        var ill = await acts.LookAsync(db => db.Visits
            .Where(v => v.TerritoryId == town.Territory && v.State == VisitState.Planned && v.Start > now && v.Start < until && v.VolunteerId != her)
            .GroupBy(v => v.VolunteerId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => (VolunteerId?)g.Key).FirstOrDefaultAsync(acts.Ct));
        if (ill is { } volunteer)
            await acts.DoAsync((RecordAbsence record) => record.RunAsync(volunteer, now.LocalDay(), now.LocalDay().PlusDays(6), "grippe", town.Coordinator, acts.Ct));
    }

    /// <summary>Of those whose answer is awaited, or else who were asked last, three write what nobody can be sure of.</summary>
    private async Task AnswerUnclearlyAsync()
    {
        var her = _ready.Her;
        var asked = await acts.LookAsync(db => db.Proposals
            .Where(p => p.NotifiedAt != null && p.Request.TerritoryId == town.Territory && p.VolunteerId != her
                && db.OutgoingMessages.Any(m => m.ProposalId == p.Id && m.Channel == MessageChannel.Sms && m.State == MessageState.Sent))
            .OrderByDescending(p => p.State == ProposalState.Notified && p.Request.State == RequestState.Open).ThenByDescending(p => p.NotifiedAt).ThenBy(p => p.Id).Select(p => new { p.VolunteerId, p.Volunteer.PersonId }).Take(20).ToListAsync(acts.Ct));
        foreach (var (who, i) in asked.DistinctBy(a => a.PersonId).Take(3).Select((who, i) => (who, i)))
        {
            var words = Sayings.Answer(town.Chance.Of("unclear").Of(i), AnswerKind.Unclear, null, town.HelperOf(who.VolunteerId).Name.Sex);
            await acts.DoAsync((ReceiveReply receive) => receive.RunAsync(who.PersonId, MessageChannel.Sms, words, acts.Ct));
        }
    }
}
