using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Channels;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Notifications;

/// <summary>A channel that answers as told and remembers what it carried.</summary>
internal sealed class FakeChannel(MessageChannel kind) : IMessageChannel
{
    private readonly ConcurrentQueue<(OutgoingMessageId Id, string? Address, string Body)> _carried = new();

    public MessageChannel Kind { get; } = kind;

    public Func<Delivery> Answers { get; set; } = () => new Delivery.Delivered();

    public IReadOnlyList<(OutgoingMessageId Id, string? Address, string Body)> Carried => [.. _carried];

    public Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        _carried.Enqueue((message.Id, message.Address, message.Body));
        return Task.FromResult(Answers());
    }
}

/// <summary>A town with a post: its channels, and the words of its people.</summary>
internal static class Post
{
    public static async Task<(Town Town, FakeChannel Sms, FakeChannel Email)> OnAsync(Database database, string at = "2026-11-30T09:00")
    {
        var (sms, email) = (new FakeChannel(MessageChannel.Sms), new FakeChannel(MessageChannel.Email));
        return (await Town.OnAsync(database, at, services => services.AddSingleton<IMessageChannel>(sms).AddSingleton<IMessageChannel>(email).AddScoped<Saying>()), sms, email);
    }

    public static Task<Town> WithoutChannelsAsync(Database database) => Town.OnAsync(database, more: services => services.AddScoped<Saying>());

    public static Task<int> SendsAsync(this Town town) => town.DoAsync((SendDueMessages send) => send.RunDueAsync(town.Now, Ct));

    public static async Task<ReplyOutcome> WritesAsync(this Town town, PersonId who, string text) =>
        await town.DoAsync((ReceiveReply receive) => receive.RunAsync(who, MessageChannel.Sms, text, Ct));

    public static Task ChangeAsync(this Town town, PersonId id, Action<Person, Tisserand.App.Storage.TisserandDb> change) => town.LookAsync(async db =>
    {
        change(await db.People.Include(p => p.Contacts).SingleAsync(p => p.Id == id, Ct), db);
        return await db.SaveChangesAsync(Ct);
    });

    /// <summary>She is also reached by e-mail, between SMS and call.</summary>
    public static Task HasEmailAsync(this Town town, PersonId id, string address = "anne@essai.example") => town.LookAsync(async db =>
    {
        var person = await db.People.Include(p => p.Contacts).SingleAsync(p => p.Id == id, Ct);
        person.IsReached(["sms", "email", "call"], false, false, null, null);
        db.Add(new ContactPoint(new ContactPointId(Guid.NewGuid()), id, ContactKind.Email, address, db.Keys));
        return await db.SaveChangesAsync(Ct);
    });

    /// <summary>Asked as the waves ask: a notified proposal, and its message.</summary>
    public static async Task<ProposalId> AsksAsync(this Town town, HelpRequestId request, VolunteerId volunteer, int number)
    {
        var id = await town.LookAsync(async db =>
        {
            var whole = await db.HelpRequests.Include(r => r.Proposals).SingleAsync(r => r.Id == request, Ct);
            var proposal = new Proposal(new ProposalId(Guid.NewGuid()), whole, volunteer, whole.Proposals.Count + 1, null, town.Now);
            Assert.True(proposal.Validate(town.Now) && proposal.Notify(town.Now, 1, number, null, false));
            db.Add(proposal);
            await db.SaveChangesAsync(Ct);
            return proposal.Id;
        });
        await town.SaysAsync(MessageKind.Solicitation, await town.PersonOfAsync(volunteer), Solicitation(number), $"ask/{id.Value:N}/1", request, id);
        return id;
    }

    public static MessageValues Solicitation(int number = 47) =>
        new MessageValues.Solicitation(number, "Courses", "jeudi 3 décembre à 10 h", "environ 1 h", null, null, null, false, null, null, new Uri("https://tisserand.example/r/1"));

    public static Task<bool> SaysAsync(this Town town, MessageKind kind, PersonId to, MessageValues values, string key,
        HelpRequestId? request = null, ProposalId? proposal = null, Tisserand.App.Visits.VisitId? visit = null, bool byClick = false, NodaTime.Instant? uselessAfter = null) =>
        town.DoAsync(async (Saying say) => await say.RunAsync(kind, to, values, new MessageAbout(town.Territory, key, request, proposal, visit, UselessAfter: uselessAfter, ByClick: byClick)));

    public static async Task<OutgoingMessage> OnlyMessageAsync(this Town town, PersonId to, MessageKind kind) => Assert.Single(await town.MessagesToAsync(to, kind));

    /// <summary>The outbox within a transaction of its own.</summary>
    internal sealed class Saying(Tisserand.App.Storage.TisserandDb db, Outbox outbox)
    {
        public Task<bool> RunAsync(MessageKind kind, PersonId to, MessageValues values, MessageAbout about) => db.DecideAsync(() => outbox.WriteAsync(kind, to, values, about, Ct), Ct);
    }
}
