using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Volunteers;

/// <summary>What an absence led to.</summary>
public abstract record AbsenceOutcome
{
    private AbsenceOutcome() { }

    /// <param name="Reopened">Visits to find somebody else for, in order of their start; see <see cref="AbsenceReplacements"/>.</param>
    public sealed record Recorded(VolunteerAbsenceId Absence, IReadOnlyList<VisitId> Reopened) : AbsenceOutcome;

    public sealed record Refused(IReadOnlyList<FieldError> Errors) : AbsenceOutcome;

    public sealed record NotPossible(PersonState State) : AbsenceOutcome;

    public sealed record NotFound : AbsenceOutcome;

    public sealed record Busy : AbsenceOutcome;
}

/// <summary>A volunteer is away (illness, holidays): each of her visits in it waits for somebody else, and beneficiaries are told. Her series
/// stay hers, and come back to her afterwards.</summary>
public sealed class RecordAbsence(TisserandDb db, TimeProvider time, IdSource ids, TakingBack takingBack, Attention attention, RequestNews news)
{
    /// <param name="id">Who is away.</param>
    /// <param name="from">First day away.</param>
    /// <param name="until">Last day away.</param>
    /// <param name="reason">In words; encrypted, and told to nobody.</param>
    /// <param name="by">The coordinator, or herself.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<AbsenceOutcome> RunAsync(VolunteerId id, LocalDate from, LocalDate until, string? reason, Actor by, CancellationToken ct) =>
        db.DecideAsync<AbsenceOutcome>(async () =>
        {
            var now = time.Now();
            if (until < from) return new AbsenceOutcome.Refused([new("until", FieldProblem.EndBeforeBeginning)]);
            if (until < now.LocalDay()) return new AbsenceOutcome.Refused([new("until", FieldProblem.TimePassed)]);
            var volunteer = await db.Volunteers.Include(v => v.Absences).SingleOrDefaultAsync(v => v.Id == id, ct);
            if (volunteer is null) return new AbsenceOutcome.NotFound();
            if (volunteer.State is PersonState.Left or PersonState.Deceased) return new AbsenceOutcome.NotPossible(volunteer.State);

            var absence = new VolunteerAbsence(ids.New<VolunteerAbsenceId>(), id, from, until, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
            volunteer.WillBeAway(absence);
            db.Add(absence);

            var (first, end) = (Instant.Max(now, from.StartInParis()), until.PlusDays(1).StartInParis());
            var requests = await db.Whole().Where(r => r.Visits.Any(v => v.VolunteerId == id && v.State == VisitState.Planned && v.Start >= first && v.Start < end)).ToListAsync(ct);
            var visits = requests.SelectMany(r => r.Visits).Where(v => v.VolunteerId == id && v.IsPlanned && v.Start >= first && v.Start < end).OrderBy(v => v.Start).ToList();
            await takingBack.ApplyAsync(visits, VisitEndReasons.Absence, null, by, now, ct);
            await WithdrawAsync(id, first, end, ct);
            await news.CalledOffToBeneficiariesAsync(visits, weLook: true, ct);
            if (visits.Count > 0)
                await attention.RaiseAsync(volunteer.TerritoryId, AttentionReasons.AbsenceReplacements, KeyOf(absence.Id), now, volunteer: id, ct: ct);
            db.Add(new AuditLine("absence", "volunteer", id.Value, "Recorded", by, now));
            return new AbsenceOutcome.Recorded(absence.Id, [.. visits.Select(v => v.Id)]);
        }, () => new AbsenceOutcome.Busy(), ct);

    /// <summary>She is not asked any more for what can only take place while she is away.</summary>
    private async Task WithdrawAsync(VolunteerId id, Instant first, Instant end, CancellationToken ct)
    {
        foreach (var proposal in await db.Proposals.Include(p => p.Request).Where(p => p.VolunteerId == id
                     && (p.State == ProposalState.Suggested || p.State == ProposalState.Validated || p.State == ProposalState.Notified)
                     && p.Request.EarliestStart >= first && p.Request.LatestStart < end).ToListAsync(ct))
        {
            proposal.Withdraw();
        }
    }

    internal static string KeyOf(VolunteerAbsenceId absence) => $"absence/{absence.Value:N}";
}
