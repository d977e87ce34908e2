using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Simulation.Town;

namespace Tisserand.Cli.Demonstration;

/// <summary>The volunteer whom a visitor becomes first: a question waits for her, a visit comes within two days, and one is to be told about.
/// Where life has made nobody so, two calls of this morning do: one puts her on a list, the other agrees a visit with her.</summary>
internal sealed class ReadyMade(Town town, Acts acts, Agenda agenda)
{
    private const int AsksInAWeek = 2, MostTried = 5;
    private static readonly Duration Soon = Duration.FromHours(47), Lately = Duration.FromDays(9), Week = Duration.FromDays(7);

    private HelpRequestId? _question;

    /// <summary>Nothing of hers is called off today; null while nobody is chosen.</summary>
    public VolunteerId? Her { get; private set; }

    public async Task ChooseAsync()
    {
        var now = agenda.Now;
        Her = await acts.LookAsync(db => Coming(ToTell(db, now), db, now)
            .Where(v => db.Proposals.Any(p => p.VolunteerId == v.Id && p.State == ProposalState.Notified && p.Request.State == RequestState.Open))
            .OrderBy(v => v.Id).Select(v => (VolunteerId?)v.Id).FirstOrDefaultAsync(acts.Ct));
        if (Her is not null) return;

        var since = now - Week;
        var candidates = await acts.LookAsync(db => ToTell(db, now).Where(v => db.Proposals.Count(p => p.VolunteerId == v.Id && p.NotifiedAt > since) < AsksInAWeek)
            .Select(v => new { v.Id, HasVisit = Coming(db.Volunteers, db, now).Any(c => c.Id == v.Id), Asks = db.Proposals.Count(p => p.VolunteerId == v.Id && p.NotifiedAt != null) })
            .ToListAsync(acts.Ct));
        var inOrder = candidates.OrderByDescending(v => v.HasVisit).ThenBy(v => v.Asks).ThenBy(v => v.Id.Value).ToList();
        foreach (var neighbour in inOrder.Take(MostTried))
        {
            if (await ListAsync(town.HelperOf(neighbour.Id), now.LocalDay()) is not { } question) continue;
            var listed = await acts.LookAsync(db => db.Proposals.Where(p => p.RequestId == question && p.State == ProposalState.Suggested).Select(p => p.VolunteerId).ToListAsync(acts.Ct));
            if (inOrder.Find(v => listed.Contains(v.Id)) is not { } chosen) continue;

            (Her, _question) = (chosen.Id, question);
            if (chosen.HasVisit) return;
            var tomorrow = now.LocalDay().PlusDays(now.LocalDay().DayOfWeek == IsoDayOfWeek.Saturday ? 2 : 1);
            var visit = await TakeCallAsync(town.HelperOf(chosen.Id), "courses.alimentaires", tomorrow.At(new LocalTime(9, 0)));
            await acts.DoAsync((AgreeByPhone agree) => agree.RunAsync(visit, chosen.Id, town.Coordinator, acts.Ct));
            return;
        }
    }

    /// <summary>A neighbour of hers calls for company at an hour when she is free: a list is made; null where she never is.</summary>
    private async Task<HelpRequestId?> ListAsync(Helper helper, LocalDate today)
    {
        var halves = Enumerable.Range(2, 7).Select(d => today.PlusDays(d)).Where(d => d.DayOfWeek != IsoDayOfWeek.Sunday)
            .SelectMany(d => new[] { (Day: d, Half: 0), (Day: d, Half: 1) }).Where(h => helper.Free[(((int)h.Day.DayOfWeek - 1) * 2) + h.Half]).ToList();
        if (halves.Count == 0) return null;
        var question = await TakeCallAsync(helper, "visite.conversation", halves[0].Day.At(halves[0].Half == 0 ? new LocalTime(9, 30) : new LocalTime(14, 30)));
        await acts.DoAsync((AdvanceSolicitation advance) => advance.RunAsync(question, acts.Ct));
        return question;
    }

    /// <summary>The list on which she stands is validated, with her at its head.</summary>
    public async Task AskAsync()
    {
        if (_question is not { } question) return;
        var list = await acts.LookAsync(db => db.Proposals.Where(p => p.RequestId == question && p.State == ProposalState.Suggested)
            .OrderByDescending(p => p.VolunteerId == Her).ThenBy(p => p.Rank).Select(p => p.VolunteerId).ToListAsync(acts.Ct));
        await acts.DoAsync((ValidateList validate) => validate.RunAsync(question, list, null, town.Coordinator, acts.Ct));
        await acts.DoAsync((AdvanceSolicitation advance) => advance.RunAsync(question, acts.Ct));
        await acts.DoAsync((SendDueMessages send) => send.RunDueAsync(agenda.Now, acts.Ct));
    }

    private static IQueryable<Volunteer> ToTell(TisserandDb db, Instant now)
    {
        var since = now - Lately;
        return db.Volunteers.Where(v => v.State == PersonState.Active && db.Visits.Any(x => x.VolunteerId == v.Id && x.End < now && x.End > since
            && (x.State == VisitState.Planned || (x.State == VisitState.Done && x.IsUnconfirmed)) && !x.Feedback.Any(f => f.Side == FeedbackSide.Volunteer)));
    }

    private static IQueryable<Volunteer> Coming(IQueryable<Volunteer> volunteers, TisserandDb db, Instant now)
    {
        var (from, until) = (now + Duration.FromHours(1), now + Soon);
        return volunteers.Where(v => db.Visits.Any(x => x.VolunteerId == v.Id && x.State == VisitState.Planned && x.Start > from && x.Start < until));
    }

    /// <summary>The elder next door to her calls.</summary>
    private async Task<HelpRequestId> TakeCallAsync(Helper helper, string need, LocalDateTime start)
    {
        var own = town.Chance.Of("this morning").Of(helper.Index).Of(need);
        var elder = town.Elders.OrderBy(e => e.Home.KilometresTo(helper.Home)).ThenBy(e => e.Index).First();
        var call = new CapturedCall(new IdSource(unchecked((int)own.NextBits())).NewGuid(), town.Beneficiaries[elder.Index],
            new NeedInput { NeedType = need, Time = new WantedTime.Between(start, start.PlusMinutes(90)) });
        return await acts.DoAsync((CaptureRequest capture) => capture.RunAsync(call, town.Coordinator, acts.Ct)) is CaptureOutcome.Captured captured
            ? captured.Ids.Request
            : throw new InvalidOperationException("A call of this morning was refused.");
    }
}
