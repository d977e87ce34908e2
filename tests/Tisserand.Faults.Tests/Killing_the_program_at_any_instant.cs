using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.Faults.Tests;

/// <summary>A real process, killed with SIGKILL while it works; then the books are checked.</summary>
public sealed class Killing_the_program_at_any_instant
{
    private const int Seed = 20261125, Rounds = 40;

    [Fact]
    public async Task Loses_no_request_leaves_no_half_transition_and_repeats_at_most_one_message()
    {
        var folder = Directory.CreateTempSubdirectory("tisserand-faults-").FullName;
        var chance = new Random(Seed);
        var (asked, left) = (new HashSet<Guid>(), new List<Guid>());
        await using (var here = new Cooperative(folder)) await here.OpenAsync();
        for (var round = 1; round <= Rounds; round++)
        {
            await WorkAndKillAsync(folder, round, chance, asked, left);
            await using var here = new Cooperative(folder);
            var wrong = await here.LookAsync(db => MistakesAsync(db, asked));
            Assert.True(wrong.Count == 0, $"Seed {Seed}, round {round}: {string.Join("; ", wrong)}");
            var repeated = left.Count - left.Distinct().Count();
            Assert.True(repeated <= round, $"Seed {Seed}, round {round}: {repeated} messages were repeated by {round} kills");
        }

        Assert.True(asked.Count > Rounds && left.Count > Rounds, $"Too little happened: {asked.Count} requests, {left.Count} messages.");
        await using (var here = new Cooperative(folder, post: new Workday(folder, Seed)))
        {
            var later = await here.LookAsync(db => db.AuditLines.MaxAsync(a => a.At)) + RecoverSending.LongestTry + Duration.FromMinutes(1);
            here.Clock.ItIs(later);
            await here.Due.RunAsync(later, TestContext.Current.CancellationToken);
            Assert.Equal(0, await here.LookAsync(db => db.OutgoingMessages.CountAsync(m => m.State == MessageState.Sending)));
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Mostly it dies at a drawn write or commit; every fourth time at a drawn instant, whatever it is doing.</summary>
    private static async Task WorkAndKillAsync(string folder, int round, Random chance, HashSet<Guid> asked, List<Guid> left)
    {
        var atAnInstant = round % 4 == 0;
        var start = new ProcessStartInfo("dotnet", [typeof(Workday).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[Workday.Variable] = $"{folder}|{Seed + round}|{(atAnInstant ? int.MaxValue : chance.Next(5, 250))}";
        using var process = Process.Start(start)!;
        var blow = atAnInstant ? chance.Next(3, 20) : int.MaxValue;
        for (var lines = 1; await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line; lines++)
        {
            if (line.StartsWith(Workday.Asked, StringComparison.Ordinal)) asked.Add(Guid.Parse(line[Workday.Asked.Length..]));
            if (line.StartsWith(Workday.Left, StringComparison.Ordinal)) left.Add(Guid.Parse(line[Workday.Left.Length..]));
            if (lines != blow) continue;
            for (var until = Stopwatch.GetTimestamp() + chance.Next((int)(Stopwatch.Frequency / 25)); Stopwatch.GetTimestamp() < until;) Thread.SpinWait(100);
            process.Kill();                          // SIGKILL
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(137, process.ExitCode);
    }

    private static async Task<List<string>> MistakesAsync(TisserandDb db, HashSet<Guid> asked)
    {
        var wrong = new List<string>();
        var requests = await db.HelpRequests.AsNoTracking().Include(r => r.Visits).Include(r => r.Proposals).AsSplitQuery().ToListAsync();
        var lines = (await db.AuditLines.AsNoTracking().ToListAsync()).ToLookup(a => (a.Act, a.Subject));
        var messages = await db.OutgoingMessages.AsNoTracking().ToListAsync();

        if (await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").FirstAsync() is var state && state != "ok") wrong.Add("the file is damaged: " + state);
        wrong.AddRange(asked.Except(requests.Select(r => r.Id.Value)).Select(id => $"request {id} is lost"));
        foreach (var request in requests)
        {
            var kept = request.Visits.Where(v => Visit.Kept.Contains(v.State)).ToList();
            Check(request.PlacesTaken == kept.Count, $"request {request.Id}: {request.PlacesTaken} places for {kept.Count} visits");
            Check(request.State != RequestState.Matched || kept.Count == request.People, $"request {request.Id} is matched with {kept.Count} of {request.People}");
            Check(lines[("capture", request.Id.Value)].Count() == 1, $"request {request.Id} has no line of its capture");
            Check(request.ValidatedAt is null || lines[("validate", request.Id.Value)].Any(), $"request {request.Id} was validated without a line");
            Check(request.State is not RequestState.Cancelled || lines[("end", request.Id.Value)].Any(), $"request {request.Id} ended without a line");
            foreach (var proposal in request.Proposals)
            {
                Check((proposal.State == ProposalState.Accepted) == kept.Any(v => v.ProposalId == proposal.Id), $"proposal {proposal.Id} is {proposal.State}, its visit says otherwise");
                Check(proposal.State != ProposalState.Accepted || lines[("accept", proposal.Id.Value)].Any(a => a.Outcome == nameof(AcceptOutcome.Planned)), $"proposal {proposal.Id} was accepted without a line");
            }

            foreach (var visit in request.Visits)
            {
                Check(messages.Exists(m => m.VisitId == visit.Id), $"visit {visit.Id} was agreed and nobody is told");
                Check(visit.State != VisitState.CancelledByVolunteer || lines[("take_back", visit.Id.Value)].Any(), $"visit {visit.Id} was taken back without a line");
            }
        }

        Check(messages.Select(m => m.Key).Distinct().Count() == messages.Count, "a message is there twice");
        Check(messages.Count(m => m.State == MessageState.Sending) <= 1, "several messages are half sent");
        return wrong;

        void Check(bool isRight, string otherwise)
        {
            if (!isRight) wrong.Add(otherwise);
        }
    }
}
