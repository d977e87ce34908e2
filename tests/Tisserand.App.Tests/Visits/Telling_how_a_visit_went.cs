using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Tests.Notifications;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Visits;

public sealed class Telling_how_a_visit_went
{
    [Theory, EachDatabase]
    public async Task She_says_it_took_place_so_it_is_done_and_the_other_is_still_asked(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var story = await Story.OnAsync(town);

        Assert.Equal(VisitState.Done, await story.TellAsync(FeedbackSide.Volunteer, new FeedbackForm(TookPlace: true, Rating: 4, Again: true, Words: " Très bien ")));

        var visit = await town.VisitAsync(story.Visit);
        Assert.Equal((VisitState.Done, false), (visit.State, visit.IsUnconfirmed));
        Assert.Equal(RequestState.Done, (await town.RequestAsync(story.Request)).State);
        await town.LivesUntilAsync("2026-12-04T10:00");
        Assert.Empty(await town.MessagesToAsync(await town.PersonOfAsync(story.Anne), MessageKind.AfterVisitVolunteer));
        await town.OnlyMessageAsync(await town.PersonOfAsync(story.Yvonne), MessageKind.AfterVisitBeneficiary);
        Assert.Empty(await town.DutyListAsync());
        Assert.Equal("Très bien", Assert.Single(await town.LookAsync(db => db.Feedback.ToListAsync(Ct))).Words);
    }

    [Theory, EachDatabase]
    public async Task What_she_says_later_completes_what_she_said(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var story = await Story.OnAsync(town);

        await story.TellAsync(FeedbackSide.Volunteer, new FeedbackForm(TookPlace: true));
        await story.TellAsync(FeedbackSide.Volunteer, new FeedbackForm(Rating: 5));

        var told = Assert.Single(await town.LookAsync(db => db.Feedback.ToListAsync(Ct)));
        Assert.Equal((true, 5), (told.TookPlace, told.Rating));
    }

    [Theory, EachDatabase]
    public async Task Nobody_was_home_so_it_is_not_done_and_somebody_looks(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var story = await Story.OnAsync(town);

        Assert.Equal(VisitState.NobodyHome, await story.TellAsync(FeedbackSide.Volunteer, new FeedbackForm(TookPlace: false, WhyNot: VisitState.NobodyHome)));

        Assert.Equal(RequestState.NotDone, (await town.RequestAsync(story.Request)).State);
        Assert.Equal(story.Visit, Assert.Single(await town.DutyListAsync(AttentionReasons.VisitNotDone)).VisitId);
    }

    [Theory, EachDatabase]
    public async Task A_bare_no_is_never_counted_as_done_until_a_person_knows_why(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var story = await Story.OnAsync(town);

        Assert.Equal(VisitState.Planned, await story.TellAsync(FeedbackSide.Beneficiary, new FeedbackForm(TookPlace: false)));
        await town.LivesUntilAsync("2026-12-08T10:00");
        Assert.Equal(VisitState.Planned, (await town.VisitAsync(story.Visit)).State);
        Assert.Single(await town.DutyListAsync(AttentionReasons.VisitNotDone));

        await town.DoAsync((RecordFeedback record) => record.RunAsync(story.Visit, FeedbackSide.Beneficiary, null,
            new FeedbackForm(TookPlace: false, WhyNot: VisitState.VolunteerAbsent), town.Coordinator, Ct));
        Assert.Equal(VisitState.VolunteerAbsent, (await town.VisitAsync(story.Visit)).State);
        Assert.Empty(await town.DutyListAsync(AttentionReasons.VisitNotDone));
    }

    [Theory, EachDatabase]
    public async Task Two_stories_of_one_visit_are_a_matter_for_a_person(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var story = await Story.OnAsync(town);

        await story.TellAsync(FeedbackSide.Volunteer, new FeedbackForm(TookPlace: true));
        Assert.Equal(VisitState.Done, await story.TellAsync(FeedbackSide.Beneficiary, new FeedbackForm(TookPlace: false)));

        Assert.Single(await town.DutyListAsync(AttentionReasons.VisitDisputed));
    }

    [Theory, EachDatabase]
    public async Task A_dispute_corrects_what_had_only_been_counted(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var story = await Story.OnAsync(town);
        await town.LivesUntilAsync("2026-12-06T10:00");
        Assert.True((await town.VisitAsync(story.Visit)).IsUnconfirmed);

        Assert.Equal(VisitState.VolunteerAbsent, await story.TellAsync(FeedbackSide.Beneficiary, new FeedbackForm(TookPlace: false, WhyNot: VisitState.VolunteerAbsent)));
        Assert.Equal(RequestState.NotDone, (await town.RequestAsync(story.Request)).State);
    }

    [Theory, EachDatabase]
    public async Task Never_again_and_a_poor_mark_are_looked_at_without_a_word_to_the_other(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var story = await Story.OnAsync(town);
        var before = (await town.MessagesToAsync(await town.PersonOfAsync(story.Anne))).Count;

        await story.TellAsync(FeedbackSide.Beneficiary, new FeedbackForm(TookPlace: true, Rating: 2, Again: false));

        Assert.Equal(story.Anne, Assert.Single(await town.DutyListAsync(AttentionReasons.NotAgain)).VolunteerId);
        Assert.Single(await town.DutyListAsync(AttentionReasons.PoorRating));
        Assert.Equal(before, (await town.MessagesToAsync(await town.PersonOfAsync(story.Anne))).Count);
    }

    [Theory, EachDatabase]
    public async Task Bad_input_early_words_and_other_peoples_visits_change_nothing(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var story = await Story.OnAsync(town, at: "2026-12-03T09:59");
        var anne = await town.PersonOfAsync(story.Anne);
        Task<FeedbackOutcome> TellAsync(PersonId who, FeedbackForm form) =>
            town.DoAsync((RecordFeedback record) => record.RunAsync(story.Visit, FeedbackSide.Volunteer, who, form, Actor.Of(who), Ct));

        Assert.Equal("Rating", Assert.IsType<FeedbackOutcome.Refused>(await TellAsync(anne, new FeedbackForm(true, Rating: 6))).Field);
        Assert.Equal("WhyNot", Assert.IsType<FeedbackOutcome.Refused>(await TellAsync(anne, new FeedbackForm(true, WhyNot: VisitState.NobodyHome))).Field);
        Assert.Equal("TookPlace", Assert.IsType<FeedbackOutcome.Refused>(await TellAsync(anne, new FeedbackForm())).Field);
        Assert.IsType<FeedbackOutcome.NotFound>(await TellAsync(await town.PersonOfAsync(story.Yvonne), new FeedbackForm(true)));
        Assert.IsType<FeedbackOutcome.TooEarly>(await TellAsync(anne, new FeedbackForm(true)));
        Assert.Empty(await town.LookAsync(db => db.Feedback.ToListAsync(Ct)));
    }

    [Theory, EachDatabase]
    public async Task A_closed_door_has_a_ladder_and_leaves_a_line_in_the_file(Database database)
    {
        await using var town = await Town.OnAsync(database);
        var story = await Story.OnAsync(town, at: "2026-12-03T08:00");
        await town.CaresForAsync(story.Yvonne, "Julie", CarerKind.Relative, isEmergency: false);
        await town.CaresForAsync(story.Yvonne, "Marc", CarerKind.Neighbour, isEmergency: true);
        await town.CaresForAsync(story.Yvonne, "Mairie", CarerKind.TownHall, isEmergency: false);
        Task<ClosedDoorOutcome> ReportAsync(VolunteerId who) => town.DoAsync((ReportClosedDoor report) => report.RunAsync(story.Visit, who, Actor.Machine, Ct));

        Assert.IsType<ClosedDoorOutcome.NotFound>(await ReportAsync(new(Guid.NewGuid())));
        Assert.IsType<ClosedDoorOutcome.NotNow>(await ReportAsync(story.Anne));
        town.ItIs("2026-12-03T10:05");
        var ladder = Assert.IsType<ClosedDoorOutcome.Ladder>(await ReportAsync(story.Anne));

        Assert.Equal(["Marc E.", "Julie E."], ladder.Relatives.Select(r => r.Name));
        Assert.Equal(("02 99 71 00 00", "15"), (ladder.Coordination, ladder.Emergency[0]));
        Assert.Single(await town.DutyListAsync(AttentionReasons.ClosedDoor));
        Assert.Equal(1, await town.LookAsync(db => db.AuditLines.CountAsync(a => a.Act == "closed_door" && a.Subject == story.Yvonne.Value, Ct)));
    }

    [Theory, EachDatabase]
    public async Task After_a_closed_door_nothing_counts_as_done_by_itself(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var story = await Story.OnAsync(town, at: "2026-12-03T10:05");
        await town.DoAsync((ReportClosedDoor report) => report.RunAsync(story.Visit, story.Anne, Actor.Machine, Ct));

        await town.LivesUntilAsync("2026-12-08T10:00");
        Assert.Equal(VisitState.Planned, (await town.VisitAsync(story.Visit)).State);
    }

    [Theory, EachDatabase]
    public async Task A_visit_that_overruns_warns_the_next_person_of_the_day(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        var story = await Story.OnAsync(town, at: "2026-11-30T09:00");
        var jeanne = await town.BeneficiaryAsync("Jeanne");
        var end = (await town.VisitAsync(story.Visit)).End.Plus(Duration.FromMinutes(30));
        var next = await town.PlansAsync(await town.AsksForHelpAsync(jeanne, end.InZone(Tisserand.App.Territories.Calendars.Paris).ToString("uuuu-MM-dd'T'HH:mm", null)), story.Anne);
        Task<OverrunOutcome> ReportAsync(int minutes) => town.DoAsync((ReportOverrun report) => report.RunAsync(story.Visit, story.Anne, minutes, Actor.Machine, Ct));

        Assert.IsType<OverrunOutcome.NotNow>(await ReportAsync(60));
        town.Clock.SetUtcNow((await town.VisitAsync(story.Visit)).End.ToDateTimeOffset());
        Assert.IsType<OverrunOutcome.OutOfRange>(await ReportAsync(1000));
        Assert.IsType<OverrunOutcome.NobodyWaits>(await ReportAsync(10));
        var warned = Assert.IsType<OverrunOutcome.NextWarned>(await ReportAsync(60));

        Assert.Equal(next, warned.Next);
        Assert.True(warned.Expected >= town.Now + Duration.FromMinutes(60));
        Assert.Contains("Un peu de retard", (await town.OnlyMessageAsync(await town.PersonOfAsync(jeanne), MessageKind.OverrunWarning)).Subject);
        Assert.Equal(town.Now, (await town.VisitAsync(story.Visit)).OverrunSaidAt);
    }

    /// <summary>Anne visits Yvonne on Thursday 3 December at 10:00; it is noon that day, unless told otherwise.</summary>
    private sealed record Story(Town Town, HelpRequestId Request, VisitId Visit, VolunteerId Anne, BeneficiaryId Yvonne)
    {
        public static async Task<Story> OnAsync(Town town, string at = "2026-12-03T12:00")
        {
            var (yvonne, anne) = (await town.BeneficiaryAsync(), await town.VolunteerAsync());
            await town.HasMobileAsync(await town.PersonOfAsync(yvonne));
            var request = await town.AsksForHelpAsync(yvonne);
            var visit = await town.PlansAsync(request, anne);
            town.ItIs(at);
            return new Story(town, request, visit, anne, yvonne);
        }

        public async Task<VisitState> TellAsync(FeedbackSide side, FeedbackForm form)
        {
            var self = side == FeedbackSide.Volunteer ? await Town.PersonOfAsync(Anne) : await Town.PersonOfAsync(Yvonne);
            return Assert.IsType<FeedbackOutcome.Noted>(await Town.DoAsync((RecordFeedback record) => record.RunAsync(Visit, side, self, form, Actor.Of(self), Ct))).State;
        }
    }
}
