using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.People;
using Tisserand.App.Requests;
using Tisserand.App.Safety;
using Tisserand.App.Territories;
using Tisserand.App.Tests.Notifications;
using Tisserand.App.Tests.Storage;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Safety;

public sealed class A_worrying_message
{
    private const string Fall = "je suis tombée dans la cuisine et je n'arrive pas à me relever", SundayNight = "2026-11-29T23:10";

    [Theory, EachDatabase]
    public async Task Is_answered_at_once_on_its_channel_even_in_a_quiet_night(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database, SundayNight);
        await using var closing = town;
        var writer = await town.PersonOfAsync(await YvonneAsync(town));
        await OnCallAsync(town, "Claire");

        Assert.IsType<ReplyOutcome.Alarmed>(await town.WritesAsync(writer, Fall));
        await town.SendsAsync();

        var answer = Assert.Single(sms.Carried, m => m.Address == Mobile);
        Assert.Contains("appelez maintenant le 15 ou le 112", answer.Body, StringComparison.Ordinal);
        Assert.Contains("114", answer.Body, StringComparison.Ordinal);
        Assert.Contains("vous rappelle", answer.Body, StringComparison.Ordinal);
        Assert.InRange(answer.Body.Length, 1, 320);
    }

    [Theory, EachDatabase]
    public async Task Says_when_somebody_reads_next_where_nobody_does_now(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database, SundayNight);
        await using var closing = town;
        var claire = await CoordinatorAsync(town, "Claire");
        await town.DoAsync((AddDuty duty) => duty.RunAsync(town.Territory, claire, DutyKind.Regular, "Mo-Fr 09:00-17:00", null, null, town.Coordinator, Ct));

        await town.WritesAsync(await town.PersonOfAsync(await YvonneAsync(town)), Fall);
        await town.SendsAsync();

        Assert.Contains("ne lira pas ce message avant lundi 30 novembre à 9 h", Spaced(Assert.Single(sms.Carried, m => m.Address == Mobile).Body), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Calls_the_next_person_until_one_takes_it_in_hand(Database database)
    {
        var (town, sms, email) = await Post.OnAsync(database, SundayNight);
        await using var closing = town;
        var claire = await OnCallAsync(town, "Claire", "06 39 98 02 01");
        await CoordinatorAsync(town, "Malo");
        var writer = await town.PersonOfAsync(await YvonneAsync(town));

        var alert = Assert.IsType<ReplyOutcome.Alarmed>(await town.WritesAsync(writer, Fall)).Alert;
        await town.SendsAsync();
        Assert.Single(sms.Carried, m => m.Address == "+33639980201" && m.Body.Contains("06 39 98 01 99", StringComparison.Ordinal));
        Assert.Equal(["claire@exemple.fr"], email.Carried.Select(m => m.Address));

        town.ItIs("2026-11-29T23:15");
        await DueAsync(town);
        await DueAsync(town);                                            // however often the minute comes round
        Assert.Equal(["claire@exemple.fr", "malo@exemple.fr"], email.Carried.Select(m => m.Address));

        var number = QuestionNumbers.Of(alert);
        var claireSheet = (await town.LookAsync(db => db.Accounts.SingleAsync(a => a.Id == claire, Ct))).PersonId!.Value;
        Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(claireSheet, $"OUI {number}"));
        town.ItIs("2026-11-29T23:45");
        await DueAsync(town);
        Assert.Equal(2, email.Carried.Count);
        var taken = await AlertAsync(town);
        Assert.Equal((claire, Local("2026-11-29T23:15")), (taken.TakenBy, taken.TakenAt));
    }

    [Theory, EachDatabase]
    public async Task Stands_on_every_screen_after_a_quarter_of_an_hour(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var claire = await OnCallAsync(town, "Claire");
        var alert = Assert.IsType<ReplyOutcome.Alarmed>(await town.WritesAsync(await town.PersonOfAsync(await YvonneAsync(town)), Fall)).Alert;

        Assert.False(Assert.Single(await OpenAsync(town)).OnEveryScreen);
        town.ItIs("2026-11-30T09:15");
        var late = Assert.Single(await OpenAsync(town));
        Assert.Equal((true, "Yvonne Morvan"), (late.OnEveryScreen, late.Name));

        Assert.IsType<AlertOutcome.Done>(await town.DoAsync((AnswerAlert act) => act.TakeAsync(alert, [town.Territory], claire, Ct)));
        Assert.Equal((false, "Claire"), ((await OpenAsync(town))[0].OnEveryScreen, (await OpenAsync(town))[0].TakenBy));
        Assert.IsType<AlertOutcome.AlreadyTaken>(await town.DoAsync((AnswerAlert act) => act.TakeAsync(alert, [town.Territory], claire, Ct)));
        Assert.IsType<AlertOutcome.Done>(await town.DoAsync((AnswerAlert act) => act.FinishAsync(alert, [town.Territory], DangerEnd.SpokenWith, claire, Ct)));
        Assert.Empty(await OpenAsync(town));
        Assert.Empty(await town.LookAsync(db => db.AttentionItems.Where(a => a.DoneAt == null).ToListAsync(Ct)));
    }

    [Theory, EachDatabase]
    public async Task Goes_on_to_the_next_at_once_when_somebody_cannot(Database database)
    {
        var (town, _, email) = await Post.OnAsync(database);
        await using var closing = town;
        var claire = await OnCallAsync(town, "Claire");
        await CoordinatorAsync(town, "Malo");
        var alert = Assert.IsType<ReplyOutcome.Alarmed>(await town.WritesAsync(await town.PersonOfAsync(await YvonneAsync(town)), Fall)).Alert;

        await town.DoAsync((AnswerAlert act) => act.CannotAsync(alert, [town.Territory], claire, Ct));
        await town.SendsAsync();

        Assert.Contains(email.Carried, m => m.Address == "malo@exemple.fr");
    }

    [Theory, EachDatabase]
    public async Task Can_be_answered_by_a_tap_in_the_demonstration_while_nobody_has_it(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var claire = await OnCallAsync(town, "Claire");
        var alert = Assert.IsType<ReplyOutcome.Alarmed>(await town.WritesAsync(await town.PersonOfAsync(await YvonneAsync(town)), Fall)).Alert;
        await town.SendsAsync();
        var number = QuestionNumbers.Of(alert);

        Assert.Contains(await DeliveredAsync(town), m => m.Answers.SequenceEqual([$"OUI {number}", $"NON {number}"]));
        await town.DoAsync((AnswerAlert act) => act.TakeAsync(alert, [town.Territory], claire, Ct));
        Assert.DoesNotContain(await DeliveredAsync(town), m => m.Answers.Count > 0);
    }

    private static async Task<IReadOnlyList<DeliveredMessage>> DeliveredAsync(Town town) => (await town.DoAsync((DemonstrationMessages messages) => messages.ReadAsync(1, Ct))).Messages;

    [Theory, EachDatabase]
    public async Task Of_another_territory_does_not_exist_for_her(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var claire = await OnCallAsync(town, "Claire");
        var alert = Assert.IsType<ReplyOutcome.Alarmed>(await town.WritesAsync(await town.PersonOfAsync(await YvonneAsync(town)), Fall)).Alert;
        TerritoryId[] elsewhere = [new(Guid.NewGuid())];

        Assert.IsType<AlertOutcome.NotFound>(await town.DoAsync((AnswerAlert act) => act.TakeAsync(alert, elsewhere, claire, Ct)));
        Assert.Null(await town.DoAsync((AlertList list) => list.ReadAsync(alert, elsewhere, Ct)));
        Assert.Empty(await town.DoAsync((AlertList list) => list.OpenAsync(elsewhere, Ct)));
    }

    [Theory, EachDatabase]
    public async Task From_a_number_nobody_knows_is_answered_too(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;

        Assert.IsType<ReplyOutcome.Alarmed>(await town.DoAsync((ReceiveReply receive) => receive.RunAsync("06 39 98 03 33", MessageChannel.Sms, "j'ai plus envie de vivre", Ct)));
        await town.SendsAsync();

        Assert.Contains("3114", Assert.Single(sms.Carried, m => m.Address == "+33639980333").Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Comes_before_a_stop_and_leaves_no_trace_of_her_words_outside_them(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var writer = await town.PersonOfAsync(await YvonneAsync(town));
        await town.WritesAsync(writer, "STOP");

        Assert.IsType<ReplyOutcome.Alarmed>(await town.WritesAsync(writer, Fall));
        await town.SendsAsync();

        Assert.Contains(sms.Carried, m => m.Address == Mobile && m.Body.Contains("112", StringComparison.Ordinal));
        Assert.DoesNotContain(await town.LookAsync(db => db.AuditLines.ToListAsync(Ct)), a => a.Outcome.Contains("tomb", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Does_not_ring_for_boredom(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;

        Assert.IsType<ReplyOutcome.ToCoordinator>(await town.WritesAsync(await town.PersonOfAsync(await YvonneAsync(town)), "je meurs d'ennui, quelqu'un pourrait passer ?"));
        Assert.Empty(await town.LookAsync(db => db.DangerAlerts.ToListAsync(Ct)));
    }

    [Theory, EachDatabase]
    public async Task In_a_request_made_online_calls_those_on_call_too(Database database)
    {
        var (town, _, email) = await Post.OnAsync(database);
        await using var closing = town;
        await OnCallAsync(town, "Claire");
        var who = new Stranger("Odile Le Gall", "02 99 71 44 55", null, null, Redon, null);

        Assert.IsType<AskOutcome.Received>(await town.DoAsync((AskOnline ask) => ask.RunAsync(new OnlineRequest(Guid.NewGuid(), who,
            new NeedInput { NeedType = "courses", Time = new WantedTime.At(Said("2026-12-03T10:00")), Text = "Je n'ai plus rien à manger depuis deux jours." }), Ct)));
        await town.SendsAsync();

        Assert.Single(email.Carried, m => m.Address == "claire@exemple.fr");
        Assert.NotNull((await AlertAsync(town)).RequestId);
    }

    private const string Mobile = "+33639980199";

    private static async Task<BeneficiaryId> YvonneAsync(Town town)
    {
        var yvonne = await town.BeneficiaryAsync();
        await town.ChangeAsync(await town.PersonOfAsync(yvonne), (person, db) =>
        {
            person.IsKnownAs("Yvonne", "Morvan", Sex.Female, null);
            var mobile = new ContactPoint(new ContactPointId(Guid.NewGuid()), person.Id, ContactKind.Mobile, Mobile, db.Keys);
            db.Add(mobile);
        });
        return yvonne;
    }

    private static async Task<AccountId> OnCallAsync(Town town, string name, string? mobile = null)
    {
        var account = await CoordinatorAsync(town, name);
        await town.DoAsync((AddDuty duty) => duty.RunAsync(town.Territory, account, DutyKind.OnCall, "", null, null, town.Coordinator, Ct));
        if (mobile is not null) Assert.True(await town.DoAsync((AlertContacts contacts) => contacts.SetMobileAsync(account, town.Territory, mobile, town.Coordinator, Ct)));
        return account;
    }

    private static Task<AccountId> CoordinatorAsync(Town town, string name) => town.LookAsync(async db =>
    {
        var email = $"{name.ToLowerInvariant()}@exemple.fr";
        var account = new Account(new AccountId(Guid.NewGuid()), Role.Coordinator, [town.Territory], name, email, db.Keys.IndexOf(email), town.Now);
        db.Add(account);
        await db.SaveChangesAsync(Ct);
        return account.Id;
    });

    private static async Task DueAsync(Town town)
    {
        await town.DoAsync((DangerAlertsDue due) => due.RunDueAsync(town.Now, Ct));
        await town.SendsAsync();
    }

    private static Task<IReadOnlyList<OpenAlert>> OpenAsync(Town town) => town.DoAsync((AlertList list) => list.OpenAsync([town.Territory], Ct));

    private static Task<DangerAlert> AlertAsync(Town town) => town.LookAsync(db => db.DangerAlerts.SingleAsync(Ct));

    private static string Spaced(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
