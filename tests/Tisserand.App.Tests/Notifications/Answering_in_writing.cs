using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Notifications;

public sealed class Answering_in_writing
{
    [Theory, EachDatabase]
    public async Task Yes_with_its_number_is_a_yes_to_that_request_and_told_at_once(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        var person = await town.PersonOfAsync(anne);
        await town.AsksAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne, 46);
        var wanted = await town.AsksForHelpAsync(await town.BeneficiaryAsync("Jeanne"), "2026-12-04T10:00");
        await town.AsksAsync(wanted, anne, 47);

        var understood = Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(person, "OUI 47"));

        Assert.IsType<Answered.Planned>(understood.Result);
        Assert.Equal(RequestState.Matched, (await town.RequestAsync(wanted)).State);
        Assert.Equal(town.Now, (await town.OnlyMessageAsync(person, MessageKind.VisitAgreedVolunteer)).NotBefore);
        var kept = Assert.Single(await town.LookAsync(db => db.IncomingMessages.ToListAsync(Ct)));
        Assert.Equal(("yes", "OUI 47", town.Now), (kept.ReadAs, kept.Text, kept.HandledAt));
    }

    [Theory, EachDatabase]
    public async Task A_bare_yes_is_enough_when_one_question_waits(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        await town.AsksAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne, 47);

        var understood = Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(await town.PersonOfAsync(anne), "oui merci"));
        Assert.IsType<Answered.Planned>(understood.Result);
    }

    [Theory, EachDatabase]
    public async Task A_bare_yes_to_two_questions_is_asked_back_and_never_guessed(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        var person = await town.PersonOfAsync(anne);
        await town.AsksAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne, 47);
        await town.AsksAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync("Jeanne"), "2026-12-04T10:00"), anne, 48);

        var back = Assert.IsType<ReplyOutcome.AskedBack>(await town.WritesAsync(person, "oui"));

        Assert.Equal([47, 48], back.Numbers.Order());
        var question = await town.OnlyMessageAsync(person, MessageKind.UnclearReply);
        Assert.Contains("47 : ", question.Body);
        Assert.Contains("48 : ", question.Body);
        Assert.Empty(await town.LookAsync(db => db.Visits.ToListAsync(Ct)));
    }

    [Theory, EachDatabase]
    public async Task A_yes_after_somebody_elses_is_thanked_and_remembered(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var request = await town.AsksForHelpAsync(await town.BeneficiaryAsync());
        var (anne, paul) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var (first, second) = (await town.AsksAsync(request, anne, 47), await town.AsksAsync(request, paul, 47));
        await town.SaysYesAsync(first, anne);

        var understood = Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(await town.PersonOfAsync(paul), "Oui !"));

        Assert.IsType<Answered.TooLate>(understood.Result);
        await town.OnlyMessageAsync(await town.PersonOfAsync(paul), MessageKind.PlaceTaken);
        Assert.Equal(town.Now, await town.LookAsync(db => db.Proposals.Where(p => p.Id == second).Select(p => p.LateYesAt).SingleAsync(Ct)));
    }

    [Theory, EachDatabase]
    public async Task A_yes_to_a_question_that_had_lapsed_still_counts_while_the_place_is_open(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        var asked = await town.AsksAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne, 47);
        await town.LookAsync(async db =>
        {
            Assert.True((await db.Proposals.Include(p => p.Request).SingleAsync(p => p.Id == asked, Ct)).Lapse());
            return await db.SaveChangesAsync(Ct);
        });

        var understood = Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(await town.PersonOfAsync(anne), "finalement oui"));
        Assert.IsType<Answered.Planned>(understood.Result);
    }

    [Theory, EachDatabase]
    public async Task Finally_I_can_is_heard_by_its_number_after_a_no(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        var person = await town.PersonOfAsync(anne);
        await town.AsksAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne, 47);

        Assert.IsType<Answered.Noted>(Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(person, "NON 47")).Result);
        Assert.IsType<Answered.Planned>(Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(person, "OUI 47")).Result);
        Assert.IsType<Answered.AlreadyAnswered>(Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(person, "OUI 47")).Result);
        Assert.IsType<ReplyOutcome.ToCoordinator>(await town.WritesAsync(person, "NON 47"));        // a cancellation is heard by a person
    }

    [Theory, EachDatabase]
    public async Task Why_a_yes_cannot_be_kept_says_nothing_of_the_other_person(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        var person = await town.PersonOfAsync(anne);
        var yvonne = await town.BeneficiaryAsync();
        await town.AsksAsync(await town.AsksForHelpAsync(yvonne), anne, 47);
        await town.LookAsync(async db =>
        {
            db.Add(new Tisserand.App.Beneficiaries.Exclusion(new(Guid.NewGuid()), anne, yvonne, Tisserand.App.Beneficiaries.ExcludedBy.Beneficiary, "mots", town.Now));
            return await db.SaveChangesAsync(Ct);
        });

        var understood = Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(person, "oui"));

        Assert.Equal("La demande a changé", Assert.IsType<Answered.NoLongerPossible>(understood.Result).Reason);
        Assert.Contains("La demande a changé.", (await town.OnlyMessageAsync(person, MessageKind.NoLongerPossible)).Body);
    }

    [Theory, EachDatabase]
    public async Task Stop_ends_all_questions_and_is_confirmed_by_the_channel_it_came_from(Database database)
    {
        var (town, sms, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        var person = await town.PersonOfAsync(anne);
        var asked = await town.AsksAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne, 47);

        Assert.IsType<ReplyOutcome.Stopped>(await town.WritesAsync(person, "STOP"));
        await town.SendsAsync();

        Assert.Contains("vous ne recevrez plus de demandes", Assert.Single(sms.Carried).Body);
        Assert.Equal((true, PersonState.Paused, ProposalState.Withdrawn), await town.LookAsync(async db => (
            await db.People.Where(p => p.Id == person).Select(p => p.NoSms).SingleAsync(Ct),
            await db.Volunteers.Where(v => v.Id == anne).Select(v => v.State).SingleAsync(Ct),
            await db.Proposals.Where(p => p.Id == asked).Select(p => p.State).SingleAsync(Ct))));
        Assert.Single(await town.DutyListAsync(AttentionReasons.StopWritten));
    }

    [Theory, EachDatabase]
    public async Task Anything_else_is_read_by_a_person(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        await town.AsksAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne, 47);

        Assert.IsType<ReplyOutcome.ToCoordinator>(await town.WritesAsync(await town.PersonOfAsync(anne), "Oui mais pas avant 15h"));

        var waits = Assert.Single(await town.DoAsync((RepliesToRead inbox) => inbox.ReadAsync(town.Territory, Ct)));
        Assert.Equal(("Anne Essai", "Oui mais pas avant 15h"), (waits.From, waits.Text));
        Assert.Single(await town.DutyListAsync(AttentionReasons.ReplyToRead));
        Assert.True(await town.DoAsync((MarkReplyRead read) => read.RunAsync(town.Territory, waits.Id, town.Coordinator, Ct)));
        Assert.False(await town.DoAsync((MarkReplyRead read) => read.RunAsync(new(Guid.NewGuid()), waits.Id, town.Coordinator, Ct)));
        Assert.Empty(await town.DoAsync((RepliesToRead inbox) => inbox.ReadAsync(town.Territory, Ct)));
        Assert.Empty(await town.DutyListAsync());
    }

    [Theory, EachDatabase]
    public async Task A_number_shared_by_two_means_the_one_who_was_asked(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var (anne, paul) = (await town.VolunteerAsync("Anne"), await town.VolunteerAsync("Paul"));
        var shared = "+33639980177";
        foreach (var person in new[] { await town.PersonOfAsync(anne), await town.PersonOfAsync(paul) })
        {
            await town.LookAsync(async db =>
            {
                db.Add(new ContactPoint(new ContactPointId(Guid.NewGuid()), person, ContactKind.Mobile, shared, db.Keys));
                return await db.SaveChangesAsync(Ct);
            });
        }

        await town.AsksAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), paul, 47);
        var understood = Assert.IsType<ReplyOutcome.Understood>(await town.DoAsync((ReceiveReply receive) => receive.RunAsync("06 39 98 01 77", MessageChannel.Sms, "oui", Ct)));
        Assert.Equal(await town.PersonOfAsync(paul), understood.Question.Person);

        // Both are asked, under the same number: nobody can tell who wrote.
        var next = await town.AsksForHelpAsync(await town.BeneficiaryAsync("Jeanne"), "2026-12-04T10:00");
        await town.AsksAsync(next, anne, 51);
        await town.AsksAsync(next, paul, 51);
        Assert.IsType<ReplyOutcome.ToCoordinator>(await town.DoAsync((ReceiveReply receive) => receive.RunAsync(shared, MessageChannel.Sms, "OUI 51", Ct)));
    }

    [Theory, EachDatabase]
    public async Task A_strangers_message_is_read_by_a_person_too(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;

        Assert.IsType<ReplyOutcome.ToCoordinator>(await town.DoAsync((ReceiveReply receive) => receive.RunAsync("+33639980199", MessageChannel.Sms, "oui", Ct)));
        Assert.Null(Assert.Single(await town.DoAsync((RepliesToRead inbox) => inbox.ReadAsync(town.Territory, Ct))).From);
    }

    [Theory, EachDatabase]
    public async Task Ok_thank_you_to_news_troubles_nobody(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne);
        await town.SendsAsync();

        Assert.IsType<ReplyOutcome.Acknowledged>(await town.WritesAsync(await town.PersonOfAsync(anne), "ok merci"));
        Assert.Empty(await town.DutyListAsync(AttentionReasons.ReplyToRead));
    }

    [Theory, EachDatabase]
    public async Task After_a_visit_yes_no_or_a_mark_is_the_feedback(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        var person = await town.PersonOfAsync(anne);
        var visit = await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne);
        town.ItIs("2026-12-04T10:00");
        await town.DoAsync((VisitStepsDue steps) => steps.RunDueAsync(town.Now, Ct));
        await town.SendsAsync();

        Assert.IsType<Answered.Noted>(Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(person, "5")).Result);

        var told = Assert.Single(await town.LookAsync(db => db.Feedback.ToListAsync(Ct)));
        Assert.Equal((FeedbackSide.Volunteer, true, 5), (told.Side, told.TookPlace, told.Rating));
        Assert.Equal((VisitState.Done, false), ((await town.VisitAsync(visit)).State, (await town.VisitAsync(visit)).IsUnconfirmed));
    }

    [Theory, EachDatabase]
    public async Task A_question_for_help_and_one_after_a_visit_are_told_apart_by_number(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var anne = await town.VolunteerAsync();
        var person = await town.PersonOfAsync(anne);
        var visit = await town.PlansAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync()), anne);
        town.ItIs("2026-12-04T10:00");
        await town.DoAsync((VisitStepsDue steps) => steps.RunDueAsync(town.Now, Ct));
        await town.AsksAsync(await town.AsksForHelpAsync(await town.BeneficiaryAsync("Jeanne"), "2026-12-07T10:00"), anne, 48);

        var number = Assert.IsType<ReplyOutcome.AskedBack>(await town.WritesAsync(person, "oui")).Numbers.Single(n => n != 48);
        Assert.InRange(number, 700, 799);
        Assert.IsType<Answered.Noted>(Assert.IsType<ReplyOutcome.Understood>(await town.WritesAsync(person, $"oui {number}")).Result);
        Assert.Equal(VisitState.Done, (await town.VisitAsync(visit)).State);
    }
}
