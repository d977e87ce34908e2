using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Visits;
using Tisserand.Cli.Demonstration;
using Tisserand.Cli.Serving;

namespace Tisserand.Cli.Tests;

public sealed partial class Building_the_demonstration
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 11, 25, 9, 0);
    private static readonly TownSize Small = new() { Volunteers = 40, Beneficiaries = 40, NeedsPerWorkingDay = 2.5, MonthsByHand = 2, MonthsWithTisserand = 1 };

    [Fact]
    public async Task The_same_seed_and_day_give_the_same_cooperative_and_another_seed_another()
    {
        var (first, again, other) = (await OnceAsync(1), await BuildAsync(1), await BuildAsync(2));

        Assert.Equal(first.Summary, again.Summary);
        Assert.Equal(first.Story, again.Story);
        Assert.NotEqual(first.Story, other.Story);
    }

    [Fact]
    public async Task Whoever_opens_it_finds_something_of_everything_to_do()
    {
        var (summary, story, facts) = await OnceAsync(1);

        Assert.NotEmpty(story);
        Assert.True(summary.ByHandMedianHours > 0 && summary.MedianHours > 0);
        Assert.True(summary.MedianHours <= summary.ByHandMedianHours / 2, $"{summary.MedianHours} h against {summary.ByHandMedianHours} h");
        Assert.True(facts.Drafts >= 2, "Strangers have asked.");
        Assert.True(facts.Absences > 0, "A volunteer is ill.");
        Assert.True(facts.Waiting > 0, "Somebody is asked and has not answered.");
        Assert.True(facts.LandlineOnly * 2 > Small.Beneficiaries, "Most beneficiaries have only a landline.");
        Assert.True(facts.PastFeedback > 0, "The year by hand left cards that tell how it was.");
    }

    [Fact]
    public async Task Needs_that_come_back_have_somebody_who_said_yes_once()
    {
        var (summary, _, facts) = await OnceAsync(1);

        Assert.True(summary.Series > 0 && summary.SeriesVisits > 0);
        Assert.True(facts.SeriesDaysAhead > 0, "The days to come are her visits already.");
        Assert.True(facts.AskedForSeries == 0, "Nobody was asked for what is the main volunteer's.");
    }

    [Fact]
    public async Task People_answer_by_the_way_they_were_asked()
    {
        var (_, _, facts) = await OnceAsync(1);

        Assert.True(facts.Understood > 0, "Text messages were read and acted upon.");
        Assert.True(facts.ToRead > 0, "Some wait for a person to read them.");
        Assert.True(facts.CallTimes > 10, "Calls were made one after the other.");
    }

    [Fact]
    public async Task The_desk_has_what_came_up_since_yesterday()
    {
        var (_, _, facts) = await OnceAsync(1);

        Assert.True(facts.ClosedDoors > 0, "Nobody opened a door since yesterday.");
        Assert.True(facts.LateCancellations > 0, "Somebody cannot come after all.");
    }

    [Fact]
    public async Task What_people_wrote_by_themselves_waits_for_a_call_and_last_nights_alert_was_dealt_with()
    {
        var (_, _, facts) = await OnceAsync(1);

        Assert.Equal((2, 1, 0), (facts.WrittenDrafts, facts.AlertsEnded, facts.AlertsOpen));
    }

    [Fact]
    public async Task Its_messages_lead_to_the_address_it_is_served_at()
    {
        var (_, _, facts) = await OnceAsync(1);

        Assert.Equal("http://localhost:6080/reponse/", Assert.Single(facts.LinkStarts));
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_left_as_it_is()
    {
        using var here = new TemporaryInstallation();
        Directory.CreateDirectory(here.Data);
        var file = Path.Combine(here.Data, "lettres.txt");
        await File.WriteAllTextAsync(file, "à garder", TestContext.Current.CancellationToken);

        var answer = await here.RunAsync("demo", "--no-serve");

        Assert.Equal(2, answer.Code);
        Assert.Contains(here.Data, answer.Error, StringComparison.Ordinal);
        Assert.Equal("à garder", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Single(Directory.EnumerateFileSystemEntries(here.Data));
    }

    [Fact]
    public async Task A_real_installation_is_never_replaced()
    {
        using var here = new TemporaryInstallation();
        Assert.Equal(0, (await here.RunAsync("account", "add", "--role", "admin", "--email", "claire@exemple.fr")).Code);

        Assert.Equal(2, (await here.RunAsync("demo", "--no-serve")).Code);

        using var kept = OpenedInstallation.Open(new Installation(here.Data, here.Keys, null));
        await using var db = kept.OpenDatabase();
        Assert.Equal("claire@exemple.fr", (await db.Accounts.SingleAsync(TestContext.Current.CancellationToken)).Email);
    }

    private static readonly ConcurrentDictionary<int, Lazy<Task<(Summary Summary, IReadOnlyList<string> Story, Facts Facts)>>> Built = new();

    /// <summary>Each seed's cooperative is built once for all tests.</summary>
    private static Task<(Summary Summary, IReadOnlyList<string> Story, Facts Facts)> OnceAsync(int seed) =>
        Built.GetOrAdd(seed, s => new(() => BuildAsync(s))).Value;

    private static async Task<(Summary Summary, IReadOnlyList<string> Story, Facts Facts)> BuildAsync(int seed)
    {
        using var here = new TemporaryInstallation();
        var ct = TestContext.Current.CancellationToken;
        using var installation = OpenedInstallation.Create(here.Data, here.Keys, null, isDemonstration: true, Morning.ToDateTimeOffset());
        await installation.MigrateAsync(ct);
        await new Builder(installation, seed, Morning, Small, new Uri("http://localhost:6080"), _ => { }).BuildAsync(ct);
        await using var db = installation.OpenDatabase();
        var built = (await Summary.OfAsync(db, Morning, Morning - Duration.FromDays(31), ct), await StoryAsync(db, ct), await Facts.OfAsync(db, ct));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return built;
    }

    /// <summary>Every act, its subject and instant, and everybody's name.</summary>
    private static async Task<IReadOnlyList<string>> StoryAsync(TisserandDb db, CancellationToken ct) =>
    [
        .. (await db.People.OrderBy(p => p.Id).ToListAsync(ct)).Select(p => $"{p.Id} {p.FullName}"),
        .. (await db.AuditLines.OrderBy(a => a.Id).ToListAsync(ct)).Select(a => $"{a.At} {a.Act} {a.Subject} {a.Outcome}"),
        .. (await db.OutgoingMessages.OrderBy(m => m.Id).ToListAsync(ct)).Select(m => $"{m.Id} {m.State} {m.Body}"),
    ];

    [GeneratedRegex("https?://.*?/.*?/")]
    private static partial Regex Link();

    private sealed record Facts(
        int Drafts, int Absences, int Waiting, int LandlineOnly, int PastFeedback, int SeriesDaysAhead, int AskedForSeries, int Understood, int ToRead, int CallTimes,
        int ClosedDoors, int LateCancellations, IReadOnlyList<string> LinkStarts, int WrittenDrafts, int AlertsEnded, int AlertsOpen)
    {
        public static async Task<Facts> OfAsync(TisserandDb db, CancellationToken ct) => new(
            await db.HelpRequests.CountAsync(r => r.State == RequestState.Draft, ct),
            await db.Volunteers.CountAsync(v => v.Absences.Any(), ct),
            await db.Proposals.CountAsync(p => p.State == ProposalState.Notified, ct),
            await db.Beneficiaries.CountAsync(b => b.Person.Contacts.All(c => c.Kind == App.People.ContactKind.Landline), ct),
            await db.Visits.CountAsync(v => v.Request.Source == RequestSource.Past && v.Feedback.Any(), ct),
            await db.Visits.CountAsync(v => v.Request.RecurringNeedId != null && v.State == VisitState.Planned && v.Start > Morning, ct),
            await db.OutgoingMessages.CountAsync(m => m.Kind == MessageKind.Solicitation && db.Proposals.Any(p => p.Id == m.ProposalId && p.Wave == 0), ct),
            await db.IncomingMessages.CountAsync(m => m.HandledAt != null && m.ProposalId != null, ct),
            await db.IncomingMessages.CountAsync(m => m.HandledAt == null, ct),
            await db.AuditLines.Where(a => a.Act == "call").Select(a => a.At).Distinct().CountAsync(ct),
            await db.AttentionItems.CountAsync(a => a.Reason == AttentionReasons.ClosedDoor && a.DoneAt == null, ct),
            await db.Visits.CountAsync(v => v.State == VisitState.CancelledByVolunteer && v.Start > Morning && v.EndedAt > Morning - Duration.FromHours(1), ct),
            [.. (await db.OutgoingMessages.Where(m => m.Kind == MessageKind.Solicitation).OrderBy(m => m.Id).ToListAsync(ct))
                .SelectMany(m => Link().Matches(m.Body)).Select(m => m.Value).Distinct()],
            await db.HelpRequests.CountAsync(r => r.State == RequestState.Draft && r.Source == RequestSource.Sms, ct),
            await db.DangerAlerts.CountAsync(a => a.EndedAt != null, ct), await db.DangerAlerts.CountAsync(a => a.EndedAt == null, ct));
    }
}
