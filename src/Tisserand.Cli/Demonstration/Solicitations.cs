using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;

namespace Tisserand.Cli.Demonstration;

/// <summary>The next step of open requests: a list that the coordinator validates when she comes to it, questions that leave at once, a look when it is due.</summary>
internal sealed class Solicitations(Town town, Acts acts, Agenda agenda)
{
    private readonly HashSet<HelpRequestId> _toValidate = [];

    /// <summary>Called when messages have left.</summary>
    public Func<Task> Sent { get; set; } = () => Task.CompletedTask;

    public async Task AdvanceAsync(HelpRequestId id)
    {
        var outcome = await acts.DoAsync((AdvanceSolicitation advance) => advance.RunAsync(id, acts.Ct));
        if (outcome is AdvanceOutcome.Asked or AdvanceOutcome.Coordinator)
        {
            await acts.DoAsync((SendDueMessages send) => send.RunDueAsync(agenda.Now, acts.Ct));
            await Sent();
        }

        await FollowAsync(id, outcome is AdvanceOutcome.ToValidate or AdvanceOutcome.Coordinator);
    }

    /// <summary>A list that waits is validated; the next look is taken when it is due.</summary>
    public async Task FollowAsync(HelpRequestId id, bool mayWaitForHer = true)
    {
        var open = await acts.LookAsync(db => db.HelpRequests.Where(r => r.Id == id && r.State == RequestState.Open)
            .Select(r => new { r.NextStepAt, r.ValidatedAt }).SingleOrDefaultAsync(acts.Ct));
        if (open is null) return;
        if (mayWaitForHer && open.ValidatedAt is null && _toValidate.Add(id))
        {
            var at = town.Office.After(agenda.Now, Duration.FromMinutes((int)(60 * town.Chance.Of("validating").Of(agenda.Now.ToUnixTimeTicks()).LogNormal(town.Options.LooksMedianHours, 0.8))));
            if (at < town.LeftToVisitor) agenda.At(at, () => ValidateAsync(id));
        }

        if (open.NextStepAt is { } due && due > agenda.Now) agenda.At(due, () => AdvanceIfDueAsync(id, due));
        else if (open.NextStepAt is not null) agenda.At(agenda.Now + Duration.FromSeconds(1), () => AdvanceAsync(id));
    }

    private async Task ValidateAsync(HelpRequestId id)
    {
        _toValidate.Remove(id);
        var list = await acts.LookAsync(db => db.Proposals.Where(p => p.RequestId == id && p.State == ProposalState.Suggested && p.Request.State == RequestState.Open && p.Request.ValidatedAt == null)
            .OrderBy(p => p.Rank).Select(p => p.VolunteerId).ToListAsync(acts.Ct));
        if (list.Count == 0) return;
        await acts.DoAsync((ValidateList validate) => validate.RunAsync(id, list, null, town.Coordinator, acts.Ct));
        await AdvanceAsync(id);
    }

    private async Task AdvanceIfDueAsync(HelpRequestId id, Instant due)
    {
        if (await acts.LookAsync(db => db.HelpRequests.AnyAsync(r => r.Id == id && r.State == RequestState.Open && r.NextStepAt == due, acts.Ct))) await AdvanceAsync(id);
    }
}
