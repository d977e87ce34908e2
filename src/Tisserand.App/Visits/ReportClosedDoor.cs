using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.Visits;

/// <summary>A relative to call, as the volunteer before the door sees her: first name, initial, number.</summary>
public sealed record RelativeToCall(string Name, CarerKind Kind, string Phone);

/// <summary>What reporting a closed door led to.</summary>
public abstract record ClosedDoorOutcome
{
    private ClosedDoorOutcome() { }

    /// <summary>The ladder, from the first rung to the last.</summary>
    /// <param name="Relatives">To call first; the emergency contact leads.</param>
    /// <param name="Coordination">Then the cooperative, which has already been alerted.</param>
    /// <param name="Emergency">When there is any sign of distress, or nobody answers: SAMU, fire brigade, European number, by text.</param>
    public sealed record Ladder(IReadOnlyList<RelativeToCall> Relatives, string Coordination, IReadOnlyList<string> Emergency) : ClosedDoorOutcome;

    /// <summary>Only around the visit's own time.</summary>
    public sealed record NotNow : ClosedDoorOutcome;

    public sealed record NotFound : ClosedDoorOutcome;

    public sealed record Busy : ClosedDoorOutcome;
}

/// <summary>Nobody opens. Whoever is on duty is alerted, the file keeps a line, and the volunteer sees whom to call, in order.</summary>
public sealed class ReportClosedDoor(TisserandDb db, TimeProvider time, VisitAround around, Attention attention)
{
    private const int Rungs = 3;

    /// <summary>Shown, never called by the program.</summary>
    public static readonly IReadOnlyList<string> EmergencyNumbers = ["15", "18", "112", "114"];

    private static readonly Duration Early = Duration.FromHours(1);

    /// <param name="id">The visit.</param>
    /// <param name="volunteer">Whose visit it is.</param>
    /// <param name="by">Herself, or the coordinator she called.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<ClosedDoorOutcome> RunAsync(VisitId id, VolunteerId volunteer, Actor by, CancellationToken ct) =>
        db.DecideAsync<ClosedDoorOutcome>(async () =>
        {
            if (await around.LoadAsync(id, ct) is not { } visit || visit.VolunteerId != volunteer) return new ClosedDoorOutcome.NotFound();
            var now = time.Now();
            if (!visit.IsPlanned || now < visit.Start - Early || now >= visit.End + Disclosure.Afterwards) return new ClosedDoorOutcome.NotNow();

            await attention.RaiseAsync(visit.TerritoryId, AttentionReasons.ClosedDoor, KeyOf(id), now, visit.RequestId, id, volunteer, visit.BeneficiaryId, ct: ct);
            db.Add(new AuditLine("closed_door", "beneficiary", visit.BeneficiaryId.Value, "Reported", by, now));
            db.Add(new AuditLine("closed_door", "visit", id.Value, "Reported", by, now));
            var phone = await db.Territories.Where(t => t.Id == visit.TerritoryId).Select(t => t.Phone).SingleAsync(ct);
            return new ClosedDoorOutcome.Ladder(await RelativesAsync(visit.BeneficiaryId, ct), FrenchPhone.Shown(phone), EmergencyNumbers);
        }, () => new ClosedDoorOutcome.Busy(), ct);

    internal static string KeyOf(VisitId id) => $"closed-door/{id.Value:N}";

    private async Task<IReadOnlyList<RelativeToCall>> RelativesAsync(BeneficiaryId id, CancellationToken ct)
    {
        var carers = await db.Set<Carer>().AsNoTracking().Include(c => c.Person).ThenInclude(p => p.Contacts)
            .Where(c => c.BeneficiaryId == id && (c.IsEmergency || c.Kind == CarerKind.Relative || c.Kind == CarerKind.Neighbour)).ToListAsync(ct);
        return [.. carers.OrderByDescending(c => c.IsEmergency).ThenByDescending(c => c.IsReferent).ThenBy(c => c.Kind).ThenBy(c => c.Id.Value)
            .Where(c => VisitQuestions.PhoneOf(c.Person) is not null)
            .Take(Rungs).Select(c => new RelativeToCall(c.Person.ShortName, c.Kind, VisitQuestions.PhoneOf(c.Person)!))];
    }
}
