using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Requests;
using Tisserand.App.Requests.Series;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Simulation.Town;

namespace Tisserand.Cli.Demonstration;

/// <summary>Needs that come back: settled by telephone, said yes to once; their days are made by the product, and lived like others.</summary>
internal sealed class Series(Town town, Acts acts, Agenda agenda, Solicitations solicitations, Visiting visiting)
{
    private readonly Dictionary<RecurringNeedId, Routine> _routines = [];
    private Instant _since = Instant.FromUnixTimeTicks(0);

    public void WillSettle(IReadOnlyList<Routine> routines)
    {
        foreach (var routine in routines) agenda.At(routine.SettledAt, () => SettleAsync(routine));
    }

    private async Task SettleAsync(Routine routine)
    {
        var own = town.Chance.Of("settling").Of(routine.Index);
        var id = new RecurringNeedId(new IdSource(unchecked((int)own.NextBits())).NewGuid());
        var outcome = await acts.DoAsync((StartSeries start) => start.RunAsync(new SeriesInput
        {
            Once = id.Value,
            Beneficiary = town.Beneficiaries[routine.Elder],
            NeedType = routine.NeedCode,
            Rule = routine.Rule,
            FirstDate = routine.FirstDate,
            StartsAt = routine.At,
            FlexibleMinutes = routine.FlexibleMinutes,
            NotOnPublicHolidays = true,
            Destination = routine.Destination is { } to ? new WantedDestination(to) : null,
            Second = routine.Second is { } second ? town.Volunteers[second].Id : null,
        }, town.Coordinator, acts.Ct));
        if (outcome is StartSeriesOutcome.Refused refused) throw new InvalidOperationException("A series of the demonstration was refused: " + string.Join(", ", refused.Errors));

        _routines[id] = routine;
        agenda.At(agenda.Now + Duration.FromMinutes(own.NextInt(10, 55)), () => MainSaysYesAsync(id, routine));
    }

    /// <summary>One of those called says yes, to the series; its first days are made at once.</summary>
    private async Task MainSaysYesAsync(RecurringNeedId id, Routine routine)
    {
        await acts.DoAsync((SayYesToSeries say) => say.RunAsync(id, town.Volunteers[routine.Main].Id, null, town.Coordinator, acts.Ct));
        await acts.DoAsync((CreateOccurrences create) => create.RunAsync(id, agenda.Now, acts.Ct));
        await LookAsync();
    }

    /// <summary>The days made since the last look: a visit to live, or a request for which others have to be asked.</summary>
    public async Task LookAsync()
    {
        var since = _since;
        _since = agenda.Now + Duration.FromMilliseconds(1);
        var made = await acts.LookAsync(db => db.HelpRequests.Where(r => r.Source == RequestSource.Recurring && r.CreatedAt >= since).OrderBy(r => r.EarliestStart).ThenBy(r => r.Id)
            .Select(r => new
            {
                r.Id, Series = r.RecurringNeedId!.Value, Day = r.OccurrenceDate!.Value, r.CreatedAt,
                Visits = r.Visits.Where(v => v.State == VisitState.Planned).Select(v => new { v.Id, v.VolunteerId, v.Start, v.End }).ToList(),
            }).ToListAsync(acts.Ct));
        foreach (var day in made)
        {
            if (!_routines.TryGetValue(day.Series, out var routine)) continue;
            var errand = routine.On(day.Day, day.CreatedAt);
            town.Means(day.Id, errand);
            if (day.Visits is [var visit]) visiting.Agreed(visit.Id, day.Id, town.HelperOf(visit.VolunteerId), errand, new Interval(visit.Start, visit.End), inSeries: true);
            else await solicitations.AdvanceAsync(day.Id);
        }
    }
}
