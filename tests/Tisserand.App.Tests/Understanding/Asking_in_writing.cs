using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Safety;
using Tisserand.App.Territories;
using Tisserand.App.Tests.Notifications;
using Tisserand.App.Tests.Storage;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Understanding;

public sealed class Asking_in_writing
{
    private const string Shopping = "bonjour pouvez vous venir faire mes courses jeudi a 10h merci";

    [Theory, EachDatabase]
    public async Task Becomes_a_draft_of_hers_that_somebody_calls_about_and_she_is_told(Database database)
    {
        var (town, sms, _) = await OpenAsync(database);
        await using var closing = town;
        var yvonne = await WithMobileAsync(town, "Yvonne", "+33639980199");

        Assert.IsType<ReplyOutcome.Drafted>(await town.WritesAsync(await town.PersonOfAsync(yvonne), Shopping));
        await town.SendsAsync();

        var draft = await OnlyDraftAsync(town);
        Assert.Equal((RequestState.Draft, yvonne, "courses", RequestSource.Sms), (draft.State, draft.BeneficiaryId, draft.NeedType, draft.Source));
        Assert.Equal((Local("2026-12-03T10:00"), Shopping), (draft.EarliestStart, draft.Text));
        Assert.Contains(await town.LookAsync(db => db.AttentionItems.ToListAsync(Ct)), a => a.Reason == AttentionReasons.DraftToCall && a.RequestId == draft.Id);
        Assert.Contains("bien reçue", Assert.Single(sms.Carried).Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Outside_the_hours_of_the_desk_the_receipt_says_when_somebody_reads(Database database)
    {
        var (town, sms, _) = await OpenAsync(database);
        await using var closing = town;
        var claire = await town.LookAsync(async db =>
        {
            var account = new Account(new AccountId(Guid.NewGuid()), Role.Coordinator, [town.Territory], "Claire", "claire@exemple.fr", db.Keys.IndexOf("claire@exemple.fr"), town.Now);
            db.Add(account);
            await db.SaveChangesAsync(Ct);
            return account.Id;
        });
        await town.DoAsync((AddDuty duty) => duty.RunAsync(town.Territory, claire, DutyKind.Regular, "Mo-Fr 14:00-17:00", null, null, town.Coordinator, Ct));

        await town.WritesAsync(await town.PersonOfAsync(await WithMobileAsync(town, "Yvonne", "+33639980199")), Shopping);
        await town.SendsAsync();

        Assert.Contains("avant lundi 30 novembre à 14", Assert.Single(sms.Carried).Body.Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Stays_with_a_person_while_the_door_is_closed(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;

        Assert.IsType<ReplyOutcome.ToCoordinator>(await town.WritesAsync(await town.PersonOfAsync(await WithMobileAsync(town, "Yvonne", "+33639980199")), Shopping));
        Assert.Empty(await DraftsAsync(town));
    }

    [Theory, EachDatabase]
    public async Task Two_needs_make_two_drafts(Database database)
    {
        var (town, _, _) = await OpenAsync(database);
        await using var closing = town;
        var yvonne = await town.PersonOfAsync(await WithMobileAsync(town, "Yvonne", "+33639980199"));

        await town.WritesAsync(yvonne, "Bonjour, il me faudrait quelqu'un pour tondre la pelouse samedi matin, et aussi pour changer une ampoule dans la cuisine.");

        Assert.Equal(["bricolage", "jardin_bois"], (await DraftsAsync(town)).Select(d => d.NeedType.Split('.')[0]).Order());
    }

    [Theory, EachDatabase]
    public async Task A_day_that_was_not_said_is_left_open_and_never_guessed(Database database)
    {
        var (town, _, _) = await OpenAsync(database);
        await using var closing = town;

        await town.WritesAsync(await town.PersonOfAsync(await WithMobileAsync(town, "Yvonne", "+33639980199")), "Pourriez-vous m'aider à faire mes courses ?");

        var draft = await OnlyDraftAsync(town);
        Assert.Equal((town.Now, Period.FromDays(13)), (draft.EarliestStart, Period.Between(draft.EarliestStart.InZone(App.Territories.Calendars.Paris).Date, draft.LatestStart.InZone(App.Territories.Calendars.Paris).Date, PeriodUnits.Days)));
    }

    [Theory, EachDatabase]
    public async Task From_a_number_that_two_people_share_belongs_to_neither_until_somebody_has_asked(Database database)
    {
        var (town, _, _) = await OpenAsync(database);
        await using var closing = town;
        await WithMobileAsync(town, "Yvonne", "+33639980199");
        await WithMobileAsync(town, "Marcel", "+33639980199");

        Assert.IsType<ReplyOutcome.Drafted>(await town.DoAsync((ReceiveReply receive) => receive.RunAsync("06 39 98 01 99", MessageChannel.Sms, Shopping, Ct)));

        Assert.Null((await OnlyDraftAsync(town)).BeneficiaryId);
    }

    [Theory, EachDatabase]
    public async Task From_a_stranger_keeps_the_name_she_gives_and_the_number_she_wrote_from(Database database)
    {
        var (town, _, _) = await OpenAsync(database);
        await using var closing = town;

        await town.DoAsync((ReceiveReply receive) => receive.RunAsync("06 39 98 03 33", MessageChannel.Sms, "Bonjour je m'appelle Odile Le Gall, j'aurais besoin qu'on me conduise chez le kiné vendredi à 15h à Redon", Ct));

        var who = Stranger.FromJson((await OnlyDraftAsync(town)).StrangerContact)!;
        Assert.Equal(("Odile Le Gall", "+33639980333"), (who.Name, who.Phone));
    }

    [Theory, EachDatabase]
    public async Task Words_that_ask_for_nothing_sure_are_read_by_a_person(Database database)
    {
        var (town, _, _) = await OpenAsync(database);
        await using var closing = town;
        var yvonne = await town.PersonOfAsync(await WithMobileAsync(town, "Yvonne", "+33639980199"));

        foreach (var text in new[] { "Merci pour tout, Anne a été formidable.", "Je voudrais annuler la visite de jeudi", "🙂", "<b>bonjour</b>", "Hello, where is the station?" })
            Assert.IsType<ReplyOutcome.ToCoordinator>(await town.WritesAsync(yvonne, text));

        Assert.Empty(await DraftsAsync(town));
    }

    [Theory, EachDatabase]
    public async Task Somebody_who_has_a_question_to_answer_is_answering_it(Database database)
    {
        var (town, _, _) = await OpenAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        await town.AsksAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne, 47);

        Assert.IsType<ReplyOutcome.ToCoordinator>(await town.WritesAsync(await town.PersonOfAsync(anne), "je peux faire les courses jeudi mais pas à 10h"));
    }

    private static async Task<(Town Town, FakeChannel Sms, FakeChannel Email)> OpenAsync(Database database)
    {
        var (town, sms, email) = await Post.OnAsync(database);
        await town.DoAsync((DangerAnswers answers) => answers.ApproveAsync(DangerSentences.Shipped, Actor.Machine, Ct));
        Assert.IsType<TextIntakeOutcome.Done>(await town.DoAsync((TextIntake intake) => intake.OpenAsync(town.Territory, saysWhenRead: true, town.Coordinator, Ct)));
        return (town, sms, email);
    }

    private static async Task<BeneficiaryId> WithMobileAsync(Town town, string name, string mobile)
    {
        var who = await town.BeneficiaryAsync(name);
        await town.ChangeAsync(await town.PersonOfAsync(who), (person, db) => db.Add(new ContactPoint(new ContactPointId(Guid.NewGuid()), person.Id, ContactKind.Mobile, mobile, db.Keys)));
        return who;
    }

    private static Task<List<HelpRequest>> DraftsAsync(Town town) => town.LookAsync(db => db.HelpRequests.Where(r => r.State == RequestState.Draft).ToListAsync(Ct));

    private static async Task<HelpRequest> OnlyDraftAsync(Town town) => Assert.Single(await DraftsAsync(town));
}
