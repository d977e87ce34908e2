using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Channels;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Tests.Storage;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Notifications;

public sealed class Choosing_channel_and_hour
{
    private static readonly MessageValues Thanks = new MessageValues.PlaceTaken("Courses", "jeudi 3 décembre à 10 h");
    private static readonly MessageValues Received = new MessageValues.RequestReceived("Courses", "jeudi 3 décembre à 10 h", true, null, null);

    [Theory, EachDatabase]
    public async Task A_channel_out_of_order_is_tried_again_after_1_5_30_and_120_minutes_then_the_next_says_it_its_own_way(Database database)
    {
        var (town, sms, email) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.PersonOfAsync(await town.VolunteerAsync());
        await town.HasEmailAsync(anne);
        await town.SaysAsync(MessageKind.PlaceTaken, anne, Thanks, "thanks");
        sms.Answers = () => new Delivery.TryLater("gateway");

        foreach (var minutes in new[] { 0, 1, 5, 30, 120 })
        {
            town.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await town.SendsAsync();
        }

        Assert.Equal(5, sms.Carried.Count);
        Assert.Single(sms.Carried.DistinctBy(c => c.Id));
        await town.SendsAsync();
        var mail = Assert.Single(email.Carried);
        Assert.Equal("anne@essai.example", mail.Address);
        Assert.StartsWith("Bonjour,", mail.Body);
        var messages = await town.MessagesToAsync(anne, MessageKind.PlaceTaken);
        Assert.Equal([(MessageChannel.Sms, MessageState.Failed), (MessageChannel.Email, MessageState.Sent)], messages.Select(m => (m.Channel, m.State)).OrderBy(m => m.Channel));
    }

    [Theory, EachDatabase]
    public async Task What_no_machine_can_deliver_stands_on_the_call_list(Database database)
    {
        var (town, sms, email) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.PersonOfAsync(await town.VolunteerAsync());
        await town.HasEmailAsync(anne);
        await town.SaysAsync(MessageKind.PlaceTaken, anne, Thanks, "thanks");
        sms.Answers = email.Answers = () => new Delivery.Impossible("unknown_address");

        await town.SendsAsync();
        await town.SendsAsync();

        var call = Assert.Single(await town.MessagesToAsync(anne, MessageKind.PlaceTaken), m => m.Channel == MessageChannel.Call);
        Assert.Equal(MessageState.Waiting, call.State);
        Assert.StartsWith("Bonjour, je vous appelle", call.Body);
        Assert.Empty(await town.DutyListAsync());
    }

    [Theory, EachDatabase]
    public async Task A_channel_that_is_not_set_up_counts_as_one_that_cannot_deliver(Database database)
    {
        await using var town = await Post.WithoutChannelsAsync(database);
        var anne = await town.PersonOfAsync(await town.VolunteerAsync());
        await town.SaysAsync(MessageKind.PlaceTaken, anne, Thanks, "thanks");

        Assert.Equal(0, await town.SendsAsync());
        var messages = await town.MessagesToAsync(anne);
        Assert.Contains(messages, m => m is { Channel: MessageChannel.Sms, State: MessageState.Failed, FailureCode: "not_configured" });
        Assert.Contains(messages, m => m is { Channel: MessageChannel.Call, State: MessageState.Waiting });
    }

    [Theory, EachDatabase]
    public async Task Who_is_only_written_to_is_never_called(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var yvonne = await town.PersonOfAsync(await town.BeneficiaryAsync());
        await town.ChangeAsync(yvonne, (p, _) => p.IsReached(["call"], inWritingOnly: true, false, null, null));
        await town.SaysAsync(MessageKind.RequestReceived, yvonne, Received, "received");

        Assert.Equal(MessageChannel.Letter, (await town.OnlyMessageAsync(yvonne, MessageKind.RequestReceived)).Channel);
        await town.SendsAsync();
        Assert.Empty(sms.Carried);
    }

    [Theory, EachDatabase]
    public async Task A_call_without_any_number_is_somebodys_business_at_once(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var yvonne = await town.PersonOfAsync(await town.BeneficiaryAsync());
        await town.LookAsync(async db => { db.RemoveRange(db.ContactPoints.Where(c => c.PersonId == yvonne)); return await db.SaveChangesAsync(Ct); });
        await town.SaysAsync(MessageKind.RequestReceived, yvonne, Received, "received");

        Assert.Null((await town.OnlyMessageAsync(yvonne, MessageKind.RequestReceived)).Address);
        Assert.Single(await town.DutyListAsync(AttentionReasons.PersonWithoutNumber));
    }

    [Theory, EachDatabase]
    public async Task A_code_to_sign_in_never_waits_for_a_voice(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.PersonOfAsync(await town.VolunteerAsync());
        sms.Answers = () => new Delivery.Impossible("unknown_number");
        await town.SaysAsync(MessageKind.SignInCode, anne, new MessageValues.SignInCode("123456", 15, null), "code");

        await town.SendsAsync();
        Assert.Equal(MessageState.Failed, (await town.OnlyMessageAsync(anne, MessageKind.SignInCode)).State);
    }

    [Theory]
    [InlineData("2026-12-01T20:29", false, "2026-12-01T20:29")]
    [InlineData("2026-12-01T20:30", false, "2026-12-02T08:30")]
    [InlineData("2026-12-05T21:00", false, "2026-12-07T08:30")]      // Saturday evening: neither night nor Sunday
    [InlineData("2026-12-05T21:00", true, "2026-12-06T08:30")]       // she chose Sundays herself
    [InlineData("2026-12-24T22:00", false, "2026-12-26T08:30")]      // Christmas
    public async Task Questions_keep_quiet_hours(string written, bool sundaysWelcome, string leaves)
    {
        var (town, sms, _) = await Post.OnAsync(Database.Sqlite, written);
        await using var closing = town;
        var anne = await town.PersonOfAsync(await town.VolunteerAsync());
        await town.ChangeAsync(anne, (p, _) => p.WelcomesSundays(sundaysWelcome));
        await town.SaysAsync(MessageKind.Solicitation, anne, Post.Solicitation(), "ask");

        Assert.Equal(Local(leaves), (await town.OnlyMessageAsync(anne, MessageKind.Solicitation)).NotBefore);
        if (written != leaves) Assert.Equal(0, await town.SendsAsync());
        town.ItIs(leaves);
        Assert.Equal(1, await town.SendsAsync());
    }

    [Theory, EachDatabase]
    public async Task A_question_held_up_until_the_night_waits_for_the_morning(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database, "2026-12-01T20:25");
        await using var closing = town;
        var anne = await town.PersonOfAsync(await town.VolunteerAsync());
        await town.SaysAsync(MessageKind.Solicitation, anne, Post.Solicitation(), "ask");
        town.ItIs("2026-12-01T23:00");                                 // the machine was off in between

        Assert.Equal(0, await town.SendsAsync());
        Assert.Equal(Local("2026-12-02T08:30"), (await town.OnlyMessageAsync(anne, MessageKind.Solicitation)).NextTryAt);
        Assert.Empty(sms.Carried);
    }

    [Theory]
    [InlineData("2026-12-03T22:30", "2026-12-04T10:00", "2026-12-03T22:30")]      // begins within 12 h: any hour
    [InlineData("2026-12-03T22:30", "2026-12-05T10:00", "2026-12-04T07:00")]
    [InlineData("2026-12-03T21:59", "2026-12-05T10:00", "2026-12-03T21:59")]
    public async Task News_of_an_agreed_visit_pass_by_day_or_when_it_is_near(string said, string visitAt, string leaves)
    {
        var (town, _, _) = await Post.OnAsync(Database.Sqlite, "2026-12-01T09:00");
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        var request = await town.AsksForHelpAsync(await town.BeneficiaryAsync(), visitAt);
        town.ItIs(said);
        await town.PlansAsync(request, anne);

        var agreed = await town.OnlyMessageAsync(await town.PersonOfAsync(anne), MessageKind.VisitAgreedVolunteer);
        Assert.Equal(Local(leaves), agreed.NotBefore);
    }

    [Theory, EachDatabase]
    public async Task What_a_click_causes_waits_a_minute_and_can_be_taken_back(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        var person = await town.PersonOfAsync(anne);
        var (later, today) = (await PlanAsync("2026-12-03T10:00"), await PlanAsync("2026-11-30T17:00"));
        await town.EverythingIsSentAsync();
        await town.SaysAsync(MessageKind.PlaceTaken, person, Thanks, "later", visit: later, byClick: true);
        await town.SaysAsync(MessageKind.PlaceTaken, person, Thanks, "today", visit: today, byClick: true);

        Assert.Equal(1, await town.SendsAsync());                        // of the day: at once
        var waits = Assert.Single(await town.MessagesToAsync(person, MessageKind.PlaceTaken), m => m.State == MessageState.Waiting);
        Assert.Equal(town.Now + Duration.FromSeconds(60), waits.NotBefore);
        Assert.Equal(TakeBackOutcome.NotFound, await TakeBackAsync(new(Guid.NewGuid())));
        Assert.Equal(TakeBackOutcome.TakenBack, await TakeBackAsync(waits.Id));
        town.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, await town.SendsAsync());
        Assert.Equal(TakeBackOutcome.TooLate, await TakeBackAsync(waits.Id));
        Assert.Single(sms.Carried);

        async Task<Tisserand.App.Visits.VisitId> PlanAsync(string at) => await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync(), at), anne);
        Task<TakeBackOutcome> TakeBackAsync(OutgoingMessageId id) => town.DoAsync((TakeBackMessage back) => back.RunAsync(town.Territory, id, town.Coordinator, Ct));
    }

    [Theory, EachDatabase]
    public async Task Once_its_minute_is_over_a_message_is_not_taken_back_even_if_no_job_has_sent_it(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        var request = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await town.AsksAsync(request, anne, 47);
        var asked = await town.OnlyMessageAsync(await town.PersonOfAsync(anne), MessageKind.Solicitation);
        Task<IReadOnlyList<RequestMessage>> ShownAsync() => town.DoAsync((MessagesOfRequest messages) => messages.ReadAsync(request, Ct));

        town.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.True(Assert.Single(await ShownAsync()).MayTakeBack);
        town.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.False(Assert.Single(await ShownAsync()).MayTakeBack);
        Assert.Equal(TakeBackOutcome.TooLate, await town.DoAsync((TakeBackMessage back) => back.RunAsync(town.Territory, asked.Id, town.Coordinator, Ct)));
        Assert.Equal(ProposalState.Notified, Assert.Single((await town.RequestAsync(request)).Proposals).State);
    }

    [Theory, EachDatabase]
    public async Task What_waits_for_the_morning_can_be_taken_back_until_then(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        town.ItIs("2026-11-30T22:30");
        var anne = await town.VolunteerAsync();
        await town.AsksAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne, 47);
        var asked = await town.OnlyMessageAsync(await town.PersonOfAsync(anne), MessageKind.Solicitation);
        town.ItIs("2026-12-01T08:29");

        Assert.Equal(TakeBackOutcome.TakenBack, await town.DoAsync((TakeBackMessage back) => back.RunAsync(town.Territory, asked.Id, town.Coordinator, Ct)));
    }

    [Theory, EachDatabase]
    public async Task The_request_shows_the_state_of_each_of_its_messages(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var request = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await town.AsksAsync(request, await town.VolunteerAsync("Anne"), 47);
        await town.SendsAsync();
        sms.Answers = () => new Delivery.TryLater("gateway");
        await town.AsksAsync(request, await town.VolunteerAsync("Paul"), 48);
        await town.SendsAsync();

        var shown = await town.DoAsync((MessagesOfRequest messages) => messages.ReadAsync(request, Ct));
        Assert.Contains(shown, m => m is { To: "Anne Essai", State: MessageState.Sent, MayTakeBack: false });
        Assert.Contains(shown, m => m is { To: "Paul Essai", State: MessageState.Waiting, Failure: "gateway", MayTakeBack: false } && m.LeavesAt > town.Now);
    }
}
