using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Requests.Series;
using Tisserand.App.Visits;
using Tisserand.Simulation;
using Tisserand.Simulation.People;
using Tisserand.Simulation.Town;

namespace Tisserand.Cli.Demonstration;

/// <summary>An agreed visit as it is lived: called off, a closed door, nobody who comes, or done and told about.</summary>
internal sealed class Visiting(Town town, Acts acts, Agenda agenda, Solicitations solicitations)
{
    private readonly Dictionary<VisitId, VisitState> _lived = [];

    /// <summary>How a visit went; planned where it is not over.</summary>
    public VisitState HowItWent(VisitId visit) => _lived.GetValueOrDefault(visit);

    /// <param name="inSeries">Her yes was to a series: what she cannot come to is "pas cette fois".</param>
    public void Agreed(VisitId visit, HelpRequestId request, Helper helper, Errand errand, Interval when, bool inSeries = false)
    {
        town.Met(helper, errand);
        var own = town.Chance.Of("visits").Of(errand.Index).Of(helper.Index);
        if (own.Bernoulli(inSeries ? town.Options.NotThisTime : town.Options.VolunteerCancels) && Before(when.Start, own.LogNormal(inSeries ? 60 : 20, 0.7)) is { } takesBack)
        {
            agenda.At(takesBack, () => TakesBackAsync(visit, request, helper, own, inSeries));
        }
        else if (own.Bernoulli(inSeries ? town.Options.BeneficiaryCancels / 2 : town.Options.BeneficiaryCancels) && Before(when.Start, own.LogNormal(30, 0.7)) is { } nothingWanted)
        {
            agenda.At(town.Office.After(nothingWanted, Duration.FromMinutes(2)), () => acts.DoAsync((CancelVisit cancel) => cancel.ByBeneficiaryAsync(visit,
                new BeneficiaryWish.NoLongerNeeded(Note: Sayings.Cancellation(own, Side.Beneficiary, town.Elders[errand.Elder].Name.Sex)), town.Coordinator, acts.Ct)));
        }
        else
        {
            TakesPlace(visit, helper, errand, when, own);
        }
    }

    private Instant? Before(Instant start, double hours) => start - Duration.FromMinutes((int)(60 * hours)) is var at && at > agenda.Now ? at : null;

    private void TakesPlace(VisitId visit, Helper helper, Errand errand, Interval when, Chance own)
    {
        var how = own.Bernoulli(town.Options.NoShow) ? VisitState.VolunteerAbsent : own.Bernoulli(town.Options.NobodyHome) ? VisitState.NobodyHome : VisitState.Done;
        agenda.At(when.End, () =>
        {
            _lived[visit] = how;
            return Task.CompletedTask;
        });
        switch (how)
        {
            case VisitState.NobodyHome:
                agenda.At(when.Start + Duration.FromMinutes(10), () => acts.DoAsync((ReportClosedDoor report) => report.RunAsync(visit, town.IdOf(helper), town.Self(helper), acts.Ct)));
                AtTheDesk(when.Start + Duration.FromMinutes(30), own, () => TellAsync(visit, FeedbackSide.Volunteer, new FeedbackForm(false, WhyNot: how), town.Coordinator));
                break;
            case VisitState.VolunteerAbsent:
                AtTheDesk(when.Start + Duration.FromMinutes(45), own, () => TellAsync(visit, FeedbackSide.Beneficiary, new FeedbackForm(false, WhyNot: how), town.Coordinator));
                break;
            default:
                if (own.Bernoulli(town.Options.BeneficiaryTells))
                    AtTheDesk(when.End + Duration.FromMinutes((int)(60 * own.LogNormal(20, 0.8))), own, () => TellAsync(visit, FeedbackSide.Beneficiary,
                        HowItWas(own, Side.Beneficiary, 4.6, town.Elders[errand.Elder].Name.Sex), town.Coordinator));
                break;
        }
    }

    /// <summary>She tells on her own page.</summary>
    public Task TellsAsync(VisitId visit, Helper helper, Chance own) =>
        TellAsync(visit, FeedbackSide.Volunteer, HowItWas(own, Side.Volunteer, 4.4, helper.Name.Sex), town.Self(helper), town.PersonOf(helper));

    private static FeedbackForm HowItWas(Chance own, Side side, double mean, Simulation.People.Sex speaker)
    {
        var rating = Math.Clamp((int)Math.Round(own.Normal(mean, 0.7)), 1, 5);
        return new FeedbackForm(true, rating, rating >= 3, Sayings.Feedback(own, side, rating, speaker));
    }

    private void AtTheDesk(Instant from, Chance own, Func<Task> act)
    {
        if (town.Office.After(from, Duration.FromMinutes(own.NextInt(3, 40))) is var at && at < town.LeftToVisitor) agenda.At(at, act);
    }

    private Task<FeedbackOutcome> TellAsync(VisitId visit, FeedbackSide side, FeedbackForm form, Actor by, PersonId? self = null) =>
        acts.DoAsync((RecordFeedback record) => record.RunAsync(visit, side, self, form, by, acts.Ct));

    private async Task TakesBackAsync(VisitId visit, HelpRequestId request, Helper helper, Chance own, bool inSeries)
    {
        if (inSeries) await acts.DoAsync((NotThisTime not) => not.RunAsync(visit, town.IdOf(helper), town.Self(helper), acts.Ct));
        else await acts.DoAsync((CancelVisit cancel) => cancel.ByVolunteerAsync(visit, town.IdOf(helper), Sayings.Cancellation(own, Side.Volunteer, helper.Name.Sex), town.Self(helper), acts.Ct));
        await solicitations.AdvanceAsync(request);
    }
}
