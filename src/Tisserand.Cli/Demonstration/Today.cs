using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Simulation;
using Tisserand.Simulation.People;

namespace Tisserand.Cli.Demonstration;

/// <summary>What has just happened when somebody opens the demonstration: strangers have asked on the site, and a volunteer has fallen ill.</summary>
internal sealed class Today(IServiceProvider services, TerritoryId territory, Actor coordinator, Chance chance)
{
    private static readonly (string Need, string Words)[] Strangers =
    [
        ("courses.alimentaires", "Ma mère ne peut plus porter ses courses depuis sa chute, pouvez-vous l’aider cette semaine ?"),
        ("visite.conversation", "Je voudrais un peu de compagnie l’après-midi, je ne vois plus grand monde."),
    ];

    public async Task HappensAsync(Instant at, CancellationToken ct)
    {
        for (var i = 0; i < Strangers.Length; i++)
        {
            var own = chance.Of("strangers").Of(i);
            var who = Names.Person(own, Simulation.People.Sex.F, Generation.Adult);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AskOnline>().RunAsync(new OnlineRequest(
                new IdSource(100 + i).NewGuid(),
                new Stranger($"{who.First} {who.Last}", Contacts.Mobile(own), null, null, Builder.Seat, null),
                new NeedInput { NeedType = Strangers[i].Need, Text = Strangers[i].Words, Time = new WantedTime.At(at.LocalDay().PlusDays(3 + i).At(new LocalTime(14, 30))) }), ct);
        }

        await using (var scope = services.CreateAsyncScope())
        {
            var until = at + Duration.FromDays(6);
            var ill = await scope.ServiceProvider.GetRequiredService<TisserandDb>().Visits
                .Where(v => v.TerritoryId == territory && v.State == VisitState.Planned && v.Start > at && v.Start < until)
                .GroupBy(v => v.VolunteerId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => (VolunteerId?)g.Key).FirstOrDefaultAsync(ct);
            if (ill is { } volunteer)
                await scope.ServiceProvider.GetRequiredService<RecordAbsence>().RunAsync(volunteer, at.LocalDay(), at.LocalDay().PlusDays(6), "grippe", coordinator, ct);
        }
    }
}
