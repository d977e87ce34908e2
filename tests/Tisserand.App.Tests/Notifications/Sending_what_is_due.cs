using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Channels;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Notifications;

public sealed class Sending_what_is_due
{
    private static readonly MessageValues Thanks = new MessageValues.PlaceTaken("Courses", "jeudi 3 décembre à 10 h");

    [Theory, EachDatabase]
    public async Task A_message_leaves_once(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.PersonOfAsync(await town.VolunteerAsync());
        await town.SaysAsync(MessageKind.PlaceTaken, anne, Thanks, "thanks");

        Assert.Equal(1, await town.SendsAsync());
        Assert.Equal(0, await town.SendsAsync());
        var sent = await town.OnlyMessageAsync(anne, MessageKind.PlaceTaken);
        Assert.Equal((MessageState.Sent, town.Now), (sent.State, sent.SentAt));
        Assert.Equal(sent.Address, Assert.Single(sms.Carried).Address);
    }

    [Theory, EachDatabase]
    public async Task Of_several_senders_one_gets_it(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.PersonOfAsync(await town.VolunteerAsync());
        for (var i = 0; i < 5; i++) await town.SaysAsync(MessageKind.PlaceTaken, anne, Thanks, $"thanks/{i}");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => town.SendsAsync()));

        Assert.Equal(5, sms.Carried.Count);
        Assert.Equal(5, sms.Carried.DistinctBy(c => c.Id).Count());
    }

    [Theory, EachDatabase]
    public async Task The_same_thing_is_not_said_twice_to_one_person(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.PersonOfAsync(await town.VolunteerAsync());

        Assert.True(await town.SaysAsync(MessageKind.PlaceTaken, anne, Thanks, "thanks"));
        Assert.False(await town.SaysAsync(MessageKind.PlaceTaken, anne, Thanks, "thanks"));
        await town.OnlyMessageAsync(anne, MessageKind.PlaceTaken);
    }

    [Theory, EachDatabase]
    public async Task A_question_leaves_only_while_the_request_is_open(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var request = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var (anne, paul) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var asked = await town.AsksAsync(request, anne, 47);
        await town.AsksAsync(request, paul, 48);
        Assert.IsType<AcceptOutcome.Planned>(await town.SaysYesAsync(asked, anne));

        await town.SendsAsync();

        Assert.Equal(MessageState.Expired, (await town.OnlyMessageAsync(await town.PersonOfAsync(paul), MessageKind.Solicitation)).State);
        Assert.DoesNotContain(sms.Carried, c => c.Body.Contains("OUI 48", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_question_leaves_only_to_whoever_is_still_asked(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var request = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var anne = await town.VolunteerAsync("Anne");
        var asked = await town.AsksAsync(request, anne, 47);
        await town.DoAsync((DeclineProposal decline) => decline.RunAsync(asked, anne, null, Ct));

        Assert.Equal(0, await town.SendsAsync());
        Assert.Empty(sms.Carried);
    }

    [Theory, EachDatabase]
    public async Task A_dead_person_gets_nothing_any_more(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        var person = await town.PersonOfAsync(anne);
        await town.SaysAsync(MessageKind.PlaceTaken, person, Thanks, "before");
        await town.LookAsync(async db =>
        {
            (await db.Volunteers.FindAsync([anne], Ct))!.MoveTo(PersonState.Deceased, town.Now);
            return await db.SaveChangesAsync(Ct);
        });

        Assert.False(await town.SaysAsync(MessageKind.PlaceTaken, person, Thanks, "after"));
        await town.SendsAsync();
        Assert.Empty(sms.Carried);
        Assert.Equal(MessageState.Expired, (await town.OnlyMessageAsync(person, MessageKind.PlaceTaken)).State);
    }

    [Theory, EachDatabase]
    public async Task After_its_time_it_has_no_sense_and_stays(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.PersonOfAsync(await town.VolunteerAsync());
        await town.SaysAsync(MessageKind.SignInCode, anne, new MessageValues.SignInCode("123456", 15, null), "code", uselessAfter: town.Now + Duration.FromMinutes(15));
        town.ItIs("2026-11-30T09:15");

        Assert.Equal(0, await town.SendsAsync());
        Assert.Empty(sms.Carried);
    }

    [Theory, EachDatabase]
    public async Task A_sender_that_dies_leaves_one_repetition_under_the_same_identity(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.PersonOfAsync(await town.VolunteerAsync());
        await town.SaysAsync(MessageKind.PlaceTaken, anne, Thanks, "thanks");
        sms.Answers = () => throw new OperationCanceledException();          // the machine stops with the message in its hands
        await Assert.ThrowsAnyAsync<OperationCanceledException>(town.SendsAsync);
        sms.Answers = () => new Delivery.Delivered();

        Assert.Equal(0, await town.DoAsync((RecoverSending recover) => recover.RunDueAsync(town.Now, Ct)));
        Assert.Equal(0, await town.SendsAsync());
        town.ItIs("2026-11-30T09:02");
        Assert.Equal(1, await town.DoAsync((RecoverSending recover) => recover.RunDueAsync(town.Now, Ct)));
        Assert.Equal(1, await town.SendsAsync());

        Assert.Equal(2, sms.Carried.Count);
        Assert.Single(sms.Carried.DistinctBy(c => c.Id));
    }

    [Theory, EachDatabase]
    public async Task An_unforeseen_fault_of_a_channel_is_tried_again(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.PersonOfAsync(await town.VolunteerAsync());
        await town.SaysAsync(MessageKind.PlaceTaken, anne, Thanks, "thanks");
        sms.Answers = () => throw new InvalidOperationException("out of order");

        Assert.Equal(0, await town.SendsAsync());
        var message = await town.OnlyMessageAsync(anne, MessageKind.PlaceTaken);
        Assert.Equal((MessageState.Waiting, "InvalidOperationException", town.Now + Duration.FromMinutes(1)), (message.State, message.FailureCode, message.NextTryAt));
    }
}
