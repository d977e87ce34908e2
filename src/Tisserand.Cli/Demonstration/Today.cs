using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Simulation;
using Tisserand.Simulation.People;

namespace Tisserand.Cli.Demonstration;

/// <summary>What has just happened when somebody opens the demonstration: strangers have asked on the site, a volunteer has fallen ill, and two answers are not clear.</summary>
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

        await AnswerUnclearlyAsync(ct);
    }

    /// <summary>Of those who were asked last, two write what nobody can be sure of.</summary>
    private async Task AnswerUnclearlyAsync(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var asked = await scope.ServiceProvider.GetRequiredService<TisserandDb>().Proposals
            .Where(p => p.State == ProposalState.Notified && p.Request.TerritoryId == territory)
            .OrderByDescending(p => p.NotifiedAt).ThenBy(p => p.Id).Select(p => new { p.Volunteer.PersonId, p.Volunteer.Person.Sex }).Take(2).ToListAsync(ct);
        foreach (var (who, i) in asked.Select((who, i) => (who, i)))
        {
            var words = Sayings.Answer(chance.Of("unclear").Of(i), AnswerKind.Unclear, null, who.Sex == App.People.Sex.Male ? Simulation.People.Sex.M : Simulation.People.Sex.F);
            await scope.ServiceProvider.GetRequiredService<ReceiveReply>().RunAsync(who.PersonId, MessageChannel.Sms, words, ct);
        }
    }
}
