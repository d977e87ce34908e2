using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Calls;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Notifications;

public sealed class Working_the_call_list
{
    private static readonly MessageValues Received = new MessageValues.RequestReceived("Courses", "jeudi 3 décembre à 10 h", true, null, null);
    private static readonly MessageValues CalledOff = new MessageValues.VisitCancelledToBeneficiary("Courses", "mardi 1er décembre à 10 h", true);

    [Theory, EachDatabase]
    public async Task Each_line_holds_all_that_is_needed_while_speaking(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var yvonne = await town.PersonOfAsync(await town.BeneficiaryAsync(phone: "+33299711234"));
        await town.ChangeAsync(yvonne, (p, _) => p.IsReached(["call"], false, letItRingLong: true, "entre 8 h et 10 h", "parler à ma fille"));
        await town.SaysAsync(MessageKind.RequestReceived, yvonne, Received, "received");

        var call = Assert.Single(await ListAsync(town));
        Assert.Equal(("Yvonne Essai", "02 99 71 12 34", "entre 8 h et 10 h", true, true, "parler à ma fille"),
            (call.Name, Assert.Single(call.Numbers), call.BestHours, call.IsGoodTime, call.LetItRingLong, call.SpeakTo));
        Assert.StartsWith("Bonjour, je vous appelle de la part de Redon.", call.Script);
        Assert.Equal((town.Now, 0, true), (call.Since, call.Attempts, call.IsDue(town.Now)));
    }

    [Theory, EachDatabase]
    public async Task What_would_harm_comes_first_and_good_hours_before_bad_ones(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var (anne, first, second, third) = (await town.VolunteerAsync(), await town.BeneficiaryAsync("Un"), await town.BeneficiaryAsync("Deux"), await town.BeneficiaryAsync("Trois"));
        var visit = await town.PlansAsync(await town.AsksForHelpAsync(first, "2026-12-01T10:00"), anne);
        await town.EverythingIsSentAsync();
        await town.ChangeAsync(await town.PersonOfAsync(third), (p, _) => p.IsReached(["call"], false, false, "l'après-midi", null));
        await town.SaysAsync(MessageKind.RequestReceived, await town.PersonOfAsync(third), Received, "a");
        await town.SaysAsync(MessageKind.RequestReceived, await town.PersonOfAsync(second), Received, "b");
        await town.SaysAsync(MessageKind.VisitCancelledToBeneficiary, await town.PersonOfAsync(first), CalledOff, "c", visit: visit);

        Assert.Equal(["Un Essai", "Deux Essai", "Trois Essai"], (await ListAsync(town)).Select(c => c.Name));
    }

    [Theory, EachDatabase]
    public async Task Nobody_answers_so_it_comes_back_in_two_hours_and_at_last_somebody_decides(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var yvonne = await town.PersonOfAsync(await town.BeneficiaryAsync());
        await town.SaysAsync(MessageKind.RequestReceived, yvonne, Received, "received");
        var call = Assert.Single(await ListAsync(town)).Id;

        Assert.Equal(Local("2026-11-30T11:00"), Assert.IsType<RecordCallOutcome.Noted>(await NoteAsync(town, call, CallOutcome.NoAnswer)).AgainAt);
        Assert.False(Assert.Single(await ListAsync(town)).IsDue(town.Now));
        town.ItIs("2026-11-30T18:00");
        Assert.Equal(Local("2026-12-01T09:00"), Assert.IsType<RecordCallOutcome.Noted>(await NoteAsync(town, call, CallOutcome.NoAnswer)).AgainAt);
        await NoteAsync(town, call, CallOutcome.NoAnswer);
        Assert.Empty(await town.DutyListAsync());
        await NoteAsync(town, call, CallOutcome.NoAnswer);
        Assert.Single(await town.DutyListAsync(AttentionReasons.CallUnanswered));

        Assert.Null(Assert.IsType<RecordCallOutcome.Noted>(await NoteAsync(town, call, CallOutcome.Reached)).AgainAt);
        Assert.Empty(await town.DutyListAsync());
        Assert.Empty(await ListAsync(town));
        Assert.IsType<RecordCallOutcome.NotWaiting>(await NoteAsync(town, call, CallOutcome.Reached));
    }

    [Theory, EachDatabase]
    public async Task A_call_back_stands_at_the_hour_she_named(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var yvonne = await town.PersonOfAsync(await town.BeneficiaryAsync());
        await town.SaysAsync(MessageKind.RequestReceived, yvonne, Received, "received");
        var call = Assert.Single(await ListAsync(town)).Id;

        await NoteAsync(town, call, CallOutcome.CallBack, Local("2026-12-01T11:30"));
        Assert.Equal((Local("2026-12-01T11:30"), CallOutcome.CallBack), (Assert.Single(await ListAsync(town)).From, Assert.Single(await ListAsync(town)).LastOutcome));
    }

    [Theory, EachDatabase]
    public async Task A_yes_by_telephone_is_a_yes_and_needs_no_second_call(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        await town.ChangeAsync(await town.PersonOfAsync(anne), (p, _) => p.IsReached(["call"], false, false, null, null));
        var request = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        await town.AsksAsync(request, anne, 47);
        var call = Assert.Single(await ListAsync(town));
        Assert.True(call.AsksYesOrNo);

        var noted = Assert.IsType<RecordCallOutcome.Noted>(await NoteAsync(town, call.Id, CallOutcome.SaidYes));

        Assert.IsType<Answered.Planned>(noted.Result);
        Assert.Equal(RequestState.Matched, (await town.RequestAsync(request)).State);
        Assert.DoesNotContain(await ListAsync(town), c => c.Name == "Anne Essai");
    }

    [Theory, EachDatabase]
    public async Task A_no_by_telephone_is_a_no(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        await town.ChangeAsync(await town.PersonOfAsync(anne), (p, _) => p.IsReached(["call"], false, false, null, null));
        var asked = await town.AsksAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne, 47);

        Assert.IsType<Answered.Noted>(Assert.IsType<RecordCallOutcome.Noted>(await NoteAsync(town, Assert.Single(await ListAsync(town)).Id, CallOutcome.SaidNo)).Result);
        Assert.Equal(Tisserand.App.Proposals.ProposalState.Declined, await town.LookAsync(db => db.Proposals.Where(p => p.Id == asked).Select(p => p.State).SingleAsync(Ct)));
    }

    [Theory, EachDatabase]
    public async Task A_question_for_a_place_that_is_taken_is_no_longer_called(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var request = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var (anne, paul) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        await town.ChangeAsync(await town.PersonOfAsync(anne), (p, _) => p.IsReached(["call"], false, false, null, null));
        await town.AsksAsync(request, anne, 47);
        await town.SaysYesAsync(await town.AsksAsync(request, paul, 48), paul);

        Assert.DoesNotContain(await ListAsync(town), c => c.Kind == MessageKind.Solicitation);
    }

    [Theory, EachDatabase]
    public async Task A_person_only_written_to_is_never_on_it_but_her_letter_is(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var yvonne = await town.PersonOfAsync(await town.BeneficiaryAsync());
        await town.SaysAsync(MessageKind.RequestReceived, yvonne, Received, "before she said so");
        await town.ChangeAsync(yvonne, (p, _) => p.IsReached(["call"], inWritingOnly: true, false, null, null));
        await town.SaysAsync(MessageKind.RequestReceived, yvonne, Received, "after");

        var letter = Assert.Single(await ListAsync(town));
        Assert.Equal(MessageChannel.Letter, letter.Channel);
        Assert.Contains(letter.Numbers, line => line.EndsWith("Redon", StringComparison.Ordinal));
        Assert.IsType<RecordCallOutcome.Noted>(await NoteAsync(town, letter.Id, CallOutcome.Reached));
        Assert.Empty(await ListAsync(town));
    }

    [Theory, EachDatabase]
    public async Task Another_territorys_calls_do_not_exist(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        await town.SaysAsync(MessageKind.RequestReceived, await town.PersonOfAsync(await town.BeneficiaryAsync()), Received, "received");
        var call = Assert.Single(await ListAsync(town)).Id;

        Assert.IsType<RecordCallOutcome.NotFound>(await town.DoAsync((RecordCall record) => record.RunAsync(new(Guid.NewGuid()), call, CallOutcome.Reached, null, town.Coordinator, Ct)));
        Assert.Empty(await town.DoAsync((CallList list) => list.ReadAsync(new(Guid.NewGuid()), town.Now, Ct)));
        Assert.IsType<RecordCallOutcome.AsksNothing>(await NoteAsync(town, call, CallOutcome.SaidYes));
    }

    [Theory]
    [InlineData("entre 10 h et 12 h", 10, 0, 12, 0)]
    [InlineData("de 14h30 à 16h", 14, 30, 16, 0)]
    [InlineData("avant 11 h", 0, 0, 11, 0)]
    [InlineData("plutôt le matin", 0, 0, 12, 0)]
    [InlineData("l'après-midi", 12, 0, 18, 0)]
    public void Best_hours_are_read_from_plain_words(string words, int fromHour, int fromMinute, int untilHour, int untilMinute) =>
        Assert.Equal((new LocalTime(fromHour, fromMinute), new LocalTime(untilHour, untilMinute)), BestHours.Read(words));

    [Theory]
    [InlineData(null)]
    [InlineData("quand vous voulez")]
    [InlineData("10 h")]
    [InlineData("le matin ou le soir")]
    [InlineData("entre 12 h et 10 h")]
    public void Words_without_hours_order_nothing(string? words) => Assert.Null(BestHours.Read(words));

    private static Task<IReadOnlyList<CallToMake>> ListAsync(Town town) => town.DoAsync((CallList list) => list.ReadAsync(town.Territory, town.Now, Ct));

    private static Task<RecordCallOutcome> NoteAsync(Town town, OutgoingMessageId id, CallOutcome outcome, Instant? again = null) =>
        town.DoAsync((RecordCall record) => record.RunAsync(town.Territory, id, outcome, again, town.Coordinator, Ct));
}
