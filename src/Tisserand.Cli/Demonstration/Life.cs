using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.France;
using Tisserand.Simulation.People;
using Tisserand.Simulation.Town;

namespace Tisserand.Cli.Demonstration;

/// <summary>The cooperative living with Tisserand: people act when they would, through the same use cases as in the present, and what is due
/// is done six times a day, and whenever a question is due.</summary>
internal sealed class Life
{
    private static readonly int[] Hours = [7, 9, 12, 15, 18, 20];
    private static readonly Duration AfterTheHour = Duration.FromMinutes(1);

    private readonly Town _town;
    private readonly Acts _acts;
    private readonly Agenda _agenda;
    private readonly Solicitations _solicitations;
    private readonly Answering _answering;
    private readonly Desk _desk;
    private readonly Series _series;

    public Life(Town town, Acts acts, Agenda agenda)
    {
        (_town, _acts, _agenda) = (town, acts, agenda);
        _solicitations = new Solicitations(town, acts, agenda);
        var visiting = new Visiting(town, acts, agenda, _solicitations);
        _desk = new Desk(town, acts, agenda, _solicitations, visiting);
        _answering = new Answering(town, acts, agenda, _solicitations, visiting, _desk);
        _series = new Series(town, acts, agenda, _solicitations, visiting);
        _solicitations.Sent = _answering.LookAsync;
    }

    public async Task LiveAsync(IReadOnlyList<Errand> errands, IReadOnlyList<Routine> routines, Instant from, Instant until, Action<double> progress)
    {
        foreach (var errand in errands) _agenda.At(errand.AskedAt, () => AskAsync(errand));
        _series.WillSettle(routines);
        for (var day = from.LocalDay(); day <= until.LocalDay(); day = day.PlusDays(1))
            foreach (var hour in Hours)
            {
                var first = hour == Hours[0];
                _agenda.At(ParisTime.At(day, new LocalTime(hour, 0)) + AfterTheHour, () => RoundAsync(first));
            }

        await _agenda.LiveAsync(until, now => progress((now - from) / (until - from)), _acts.Ct);
        await RoundAsync(wholeDay: true);
    }

    /// <summary>What is due is done, what has left is read, and the desk takes up its calls.</summary>
    private async Task RoundAsync(bool wholeDay)
    {
        var now = _agenda.Now;
        if (wholeDay)
        {
            await _acts.Due.RunAsync(now, _acts.Ct);
            await _series.LookAsync();
        }
        else
        {
            await _acts.Due.RunMinuteAsync(now, _acts.Ct);
        }

        await _answering.LookAsync();
        await _desk.LookAsync();
    }

    private async Task AskAsync(Errand errand)
    {
        var elder = _town.Elders[errand.Elder];
        var own = _town.Chance.Of("asking").Of(errand.Index);
        var words = Sayings.Asking(own, errand.NeedCode, elder.HasChildNear && own.Bernoulli(0.3) ? Asker.Child : Asker.Self, elder.Name.Sex,
            FrenchText.DateTime(errand.Start), FrenchNames.At(CommuneTable.Shipped.Find(errand.Destination ?? elder.Insee)?.Name ?? "Redon"));
        var call = new CapturedCall(new IdSource(unchecked((int)own.NextBits())).NewGuid(), _town.Beneficiaries[errand.Elder], new NeedInput
        {
            NeedType = errand.NeedCode,
            Text = words,
            Time = errand.FlexibleMinutes == 0 ? new WantedTime.At(errand.Start) : new WantedTime.Between(errand.Start, errand.Start.PlusMinutes(errand.FlexibleMinutes)),
            Trip = errand.Destination is null ? new WantedTrip.None() : new WantedTrip.Simple(),
            Destination = errand.Destination is { } to ? new WantedDestination(to) : null,
        });
        var outcome = await _acts.DoAsync((CaptureRequest capture) => capture.RunAsync(call, _town.Coordinator, _acts.Ct));
        if (outcome is not CaptureOutcome.Captured captured)
            throw new InvalidOperationException("A request of the demonstration was refused: " + (outcome is CaptureOutcome.Refused refused ? string.Join(", ", refused.Errors) : "busy"));
        _town.Means(captured.Ids.Request, errand);
        await _solicitations.AdvanceAsync(captured.Ids.Request);
    }
}
