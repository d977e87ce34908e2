using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Channels;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.Faults.Tests;

/// <summary>The whole workflow, over and over, until somebody kills this process: a call, a list, its validation, what is due, answers, cancellations.
/// Whatever is certain for the world outside is said on standard output after it is: a request taken down, a message that left.</summary>
internal sealed class Workday(string folder, int seed) : IMessageChannel
{
    public const string Variable = "TISSERAND_WORKDAY";
    public const string Asked = "asked ", Left = "left ";

    private readonly Random _chance = new(seed);
    private readonly Actor _coordinator = Actor.Of(new App.Accounts.AccountId(Guid.NewGuid()));

    public MessageChannel Kind => MessageChannel.Sms;

    public Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        Console.WriteLine(Left + message.Id);
        return Task.FromResult<Delivery>(new Delivery.Delivered());
    }

    public async Task WorkAsync(Blow blow)
    {
        await using var here = new Cooperative(folder, post: this, blow);
        var beneficiaries = await here.LookAsync(db => db.Beneficiaries.OrderBy(b => b.Id).Select(b => b.Id).ToListAsync());
        var last = await here.LookAsync(db => db.AuditLines.MaxAsync(a => (Instant?)a.At));
        var now = last is { } before ? before + RecoverSending.LongestTry + Duration.FromMinutes(1) : here.Clock.Now();
        while (true)
        {
            here.Clock.ItIs(now);
            await OneRequestAsync(here, beneficiaries[_chance.Next(beneficiaries.Count)], now);
            now += Duration.FromMinutes(_chance.Next(60, 1800));
        }
    }

    private async Task OneRequestAsync(Cooperative here, BeneficiaryId whom, Instant now)
    {
        var wanted = now.LocalDay().PlusDays(_chance.Next(2, 20)) + new LocalTime(_chance.Next(9, 17), 0);
        var call = new CapturedCall(Guid.NewGuid(), whom, new NeedInput { NeedType = "courses", Time = new WantedTime.At(wanted), People = _chance.Next(1, 3) });
        if (await here.DoAsync((CaptureRequest capture) => capture.RunAsync(call, _coordinator, default)) is not CaptureOutcome.Captured captured) return;
        Console.WriteLine(Asked + captured.Ids.Request);
        var id = captured.Ids.Request;

        await here.DoAsync((AdvanceSolicitation advance) => advance.RunAsync(id, default));
        var listed = await here.LookAsync(db => db.Proposals.Where(p => p.RequestId == id && p.State == ProposalState.Suggested).OrderBy(p => p.Rank).Select(p => p.VolunteerId).Take(3).ToListAsync());
        await here.DoAsync((ValidateList validate) => validate.RunAsync(id, listed, null, _coordinator, default));
        await here.Due.RunAsync(now, default);
        foreach (var asked in await here.LookAsync(db => db.Proposals.Where(p => p.State == ProposalState.Notified).OrderBy(p => p.Id).Take(12).ToListAsync()))
        {
            if (_chance.Next(3) > 0) await here.DoAsync((AcceptProposal accept) => accept.RunAsync(asked.Id, asked.VolunteerId, default));
            else await here.DoAsync((DeclineProposal decline) => decline.RunAsync(asked.Id, asked.VolunteerId, null, default));
        }

        var visits = await here.LookAsync(db => db.Visits.Where(v => v.State == VisitState.Planned && v.Start > now).OrderBy(v => v.Id).Take(30).ToListAsync());
        if (visits.Count > 0 && visits[_chance.Next(visits.Count)] is var visit && _chance.Next(2) == 0)
        {
            if (_chance.Next(2) == 0) await here.DoAsync((CancelVisit cancel) => cancel.ByVolunteerAsync(visit.Id, visit.VolunteerId, null, _coordinator, default));
            else await here.DoAsync((CancelVisit cancel) => cancel.ByBeneficiaryAsync(visit.Id, new BeneficiaryWish.NoLongerNeeded(), _coordinator, default));
        }
    }
}
