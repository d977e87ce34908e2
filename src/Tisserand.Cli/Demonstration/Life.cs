using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tisserand.App;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Calls;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.France;
using Tisserand.Simulation;
using Tisserand.Simulation.People;
using Tisserand.Simulation.Town;

namespace Tisserand.Cli.Demonstration;

/// <summary>The cooperative living with Tisserand: people act when they would, through the same use cases as in the present,
/// and what is due is done three times a day and whenever a question is due.</summary>
internal sealed class Life(
    IServiceProvider services, StoryTime clock, TerritoryId territory, Actor coordinator, OfficeHours office, Willingness willingness, LifeOptions options, Chance chance,
    IReadOnlyList<Helper> helpers, IReadOnlyList<Elder> elders, IReadOnlyList<VolunteerId> volunteers, IReadOnlyList<BeneficiaryId> beneficiaries)
{
    private static readonly LocalTime[] Rounds = [new(9, 0), new(12, 0), new(18, 0)];

    private readonly PriorityQueue<Func<Task>, (long Ticks, int Order)> _events = new();
    private readonly Dictionary<HelpRequestId, Errand> _errands = [];
    private readonly Dictionary<VolunteerId, int> _indexOf = volunteers.Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i);
    private readonly HashSet<ProposalId> _asked = [];
    private readonly List<Instant>[] _asks = [.. helpers.Select(_ => new List<Instant>())];
    private readonly HashSet<(int Helper, int Elder)> _known = [];
    private int _order;
    private CancellationToken _ct;

    public async Task LiveAsync(IReadOnlyList<Errand> errands, Instant from, Instant until, Action<double> progress, CancellationToken ct)
    {
        _ct = ct;
        foreach (var errand in errands) At(errand.AskedAt, () => AskAsync(errand));
        for (var day = from.LocalDay(); day <= until.LocalDay(); day = day.PlusDays(1))
            foreach (var round in Rounds)
                At(ParisTime.At(day, round), () => RoundAsync(until));

        while (_events.TryDequeue(out var act, out var when))
        {
            var now = Instant.FromUnixTimeTicks(when.Ticks);
            if (now > until) break;
            ct.ThrowIfCancellationRequested();
            clock.ItIs(now);
            await act();
            progress((now - from) / (until - from));
        }

        clock.ItIs(until);
        await services.GetRequiredService<DueWork>().RunAsync(until, ct);
    }

    private void At(Instant when, Func<Task> act) => _events.Enqueue(act, (when.ToUnixTimeTicks(), _order++));

    private async Task AskAsync(Errand errand)
    {
        var trip = errand.Destination is null ? (WantedTrip)new WantedTrip.None() : new WantedTrip.Simple();
        var start = errand.Start;
        var elder = elders[errand.Elder];
        var own = chance.Of("asking").Of(errand.Index);
        var words = Sayings.Asking(own, errand.NeedCode, elder.HasChildNear && own.Bernoulli(0.3) ? Asker.Child : Asker.Self, elder.Name.Sex,
            FrenchText.DateTime(start), FrenchNames.At(CommuneTable.Shipped.Find(errand.Destination ?? elder.Insee)?.Name ?? "Redon"));
        var call = new CapturedCall(new IdSource(unchecked((int)own.NextBits())).NewGuid(), beneficiaries[errand.Elder], new NeedInput
        {
            NeedType = errand.NeedCode,
            Text = words,
            Time = errand.FlexibleMinutes == 0 ? new WantedTime.At(start) : new WantedTime.Between(start, start.PlusMinutes(errand.FlexibleMinutes)),
            Trip = trip,
            Destination = errand.Destination is { } to ? new WantedDestination(to) : null,
        });
        var outcome = await DoAsync((CaptureRequest capture) => capture.RunAsync(call, coordinator, _ct));
        if (outcome is not CaptureOutcome.Captured captured)
            throw new InvalidOperationException("A request of the demonstration was refused: " + (outcome is CaptureOutcome.Refused refused ? string.Join(", ", refused.Errors) : "busy"));
        _errands[captured.Ids.Request] = errand;
        await AdvanceAsync(captured.Ids.Request);
    }

    private async Task AdvanceAsync(HelpRequestId id)
    {
        var outcome = await DoAsync((AdvanceSolicitation advance) => advance.RunAsync(id, _ct));
        if (outcome == AdvanceOutcome.ToValidate) At(office.After(clock.Now(), Minutes(chance.Of("validating").Of(_order).LogNormal(25, 0.8))), () => ValidateAsync(id));
        await LookAtAsync(id);
    }

    private async Task ValidateAsync(HelpRequestId id)
    {
        var list = await LookAsync(db => db.Proposals.Where(p => p.RequestId == id && p.State == ProposalState.Suggested && p.Request.State == RequestState.Open && p.Request.ValidatedAt == null)
            .OrderBy(p => p.Rank).Select(p => p.VolunteerId).ToListAsync(_ct));
        if (list.Count == 0) return;
        await DoAsync((ValidateList validate) => validate.RunAsync(id, list, null, coordinator, _ct));
        await AdvanceAsync(id);
    }

    /// <summary>Those just asked will answer when they would; the next look is due when it is stored.</summary>
    private async Task LookAtAsync(HelpRequestId id)
    {
        var (next, asked) = await LookAsync(async db => (
            await db.HelpRequests.Where(r => r.Id == id && r.State == RequestState.Open).Select(r => r.NextStepAt).SingleOrDefaultAsync(_ct),
            await db.Proposals.Where(p => p.RequestId == id && p.State == ProposalState.Notified).Select(p => new { p.Id, p.VolunteerId, p.NotifiedAt }).ToListAsync(_ct)));
        if (next is { } due) At(Instant.Max(due, clock.Now() + Duration.FromSeconds(1)), () => AdvanceIfDueAsync(id, due));
        foreach (var question in asked.Where(q => _asked.Add(q.Id)))
        {
            var helper = helpers[_indexOf[question.VolunteerId]];
            if (!_errands.TryGetValue(id, out var errand)) continue;
            var recent = _asks[helper.Index].Count(a => a > clock.Now() - Duration.FromDays(7));
            _asks[helper.Index].Add(clock.Now());
            if (willingness.AnswersAfter(helper, errand.Index) is not { } delay) continue;
            var answersAt = question.NotifiedAt!.Value + delay;
            if (answersAt.Local().Hour is < 7 or > 21) answersAt = ParisTime.At(answersAt.LocalDay().PlusDays(answersAt.Local().Hour > 21 ? 1 : 0), new LocalTime(8, 45));
            var says = willingness.SaysYes(helper, errand.Index, willingness.ChanceOfYes(helper, errand.NeedCode,
                helper.Home.KilometresTo(elders[errand.Elder].Home), recent, _known.Contains((helper.Index, errand.Elder))));
            At(answersAt, () => AnswerAsync(id, question.Id, helper, errand, says));
        }
    }

    private async Task AdvanceIfDueAsync(HelpRequestId id, Instant due)
    {
        var stillDue = await LookAsync(db => db.HelpRequests.AnyAsync(r => r.Id == id && r.State == RequestState.Open && r.NextStepAt == due, _ct));
        if (stillDue) await AdvanceAsync(id);
    }

    private async Task AnswerAsync(HelpRequestId request, ProposalId proposal, Helper helper, Errand errand, bool says)
    {
        var volunteer = volunteers[helper.Index];
        if (!says)
        {
            if (await DoAsync((DeclineProposal decline) => decline.RunAsync(proposal, volunteer, willingness.Refusal(helper, errand.Index).Text, _ct)) is DeclineOutcome.Noted)
                await AdvanceAsync(request);
            return;
        }

        if (await DoAsync((AcceptProposal accept) => accept.RunAsync(proposal, volunteer, _ct)) is not AcceptOutcome.Planned planned) return;
        _known.Add((helper.Index, errand.Elder));
        var own = chance.Of("visits").Of(errand.Index);
        var cancelsAt = planned.Visit.Start - Minutes(60 * own.LogNormal(20, 0.7));
        if (own.Bernoulli(options.VolunteerCancels) && cancelsAt > clock.Now())
        {
            At(cancelsAt, async () =>
            {
                await DoAsync((CancelVisit cancel) => cancel.ByVolunteerAsync(planned.Visit.Id, volunteer, Sayings.Cancellation(own, Side.Volunteer, helper.Name.Sex), coordinator, _ct));
                await AdvanceAsync(request);
            });
            return;
        }

        At(planned.Visit.End + Minutes(60 * own.LogNormal(4, 0.8)), () => TellAsync(planned.Visit.Id, helper, errand, own));
    }

    private async Task TellAsync(VisitId visit, Helper helper, Errand errand, Chance own)
    {
        var absent = own.Bernoulli(options.NobodyHome);
        if (own.Bernoulli(options.VolunteerTells))
        {
            var rating = Math.Clamp((int)Math.Round(own.Normal(4.4, 0.7)), 1, 5);
            var form = absent ? new FeedbackForm(TookPlace: false, WhyNot: VisitState.NobodyHome)
                : new FeedbackForm(true, rating, rating >= 3, Sayings.Feedback(own, Side.Volunteer, rating, helper.Name.Sex));
            await DoAsync((RecordFeedback record) => record.RunAsync(visit, FeedbackSide.Volunteer, null, form, Actor.Machine, _ct));
        }

        if (!absent && own.Bernoulli(options.BeneficiaryTells))
        {
            var rating = Math.Clamp((int)Math.Round(own.Normal(4.6, 0.6)), 1, 5);
            await DoAsync((RecordFeedback record) => record.RunAsync(visit, FeedbackSide.Beneficiary, null,
                new FeedbackForm(true, rating, rating >= 3, Sayings.Feedback(own, Side.Beneficiary, rating, elders[errand.Elder].Name.Sex)), coordinator, _ct));
        }
    }

    /// <summary>What is due is done; the coordinator makes her calls and deals with what has waited a day, except on the last day, which is left to whoever looks.</summary>
    private async Task RoundAsync(Instant until)
    {
        var now = clock.Now();
        await services.GetRequiredService<DueWork>().RunAsync(now, _ct);
        if (now > until - Duration.FromHours(20) || !office.IsOpen(now - Duration.FromMinutes(1))) return;

        var calls = await LookAsync(db => db.OutgoingMessages.Where(m => m.Channel == MessageChannel.Call && m.State == MessageState.Waiting && m.NextTryAt <= now && m.Kind != MessageKind.Solicitation)
            .OrderBy(m => m.NextTryAt).Select(m => m.Id).Take(200).ToListAsync(_ct));
        foreach (var call in calls) await DoAsync((RecordCall record) => record.RunAsync(territory, call, CallOutcome.Reached, null, coordinator, _ct));

        var old = now - Duration.FromHours(24);
        var waiting = await LookAsync(db => db.AttentionItems.Where(a => a.DoneAt == null && a.Since < old).OrderBy(a => a.Since).Select(a => a.Key).Take(100).ToListAsync(_ct));
        foreach (var key in waiting)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Attention>().SettleAsync(key, now, _ct);
            await scope.ServiceProvider.GetRequiredService<TisserandDb>().SaveChangesAsync(_ct);
        }
    }

    private async Task<TOutcome> DoAsync<TUseCase, TOutcome>(Func<TUseCase, Task<TOutcome>> act) where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    private async Task<T> LookAsync<T>(Func<TisserandDb, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TisserandDb>());
    }

    private static Duration Minutes(double minutes) => Duration.FromSeconds((long)(60 * minutes));
}
