using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.Visits;

/// <summary>What one side said of a past visit.</summary>
public sealed record PastFeedback(FeedbackSide Side, int? Rating, bool? Again, string? Words, Instant At);

/// <summary>A need of the time before Tisserand, with what became of it.</summary>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="Start">When it took place, or should have.</param>
/// <param name="Volunteer">Who said yes; null when nobody was found.</param>
/// <param name="MatchedAt">When she said yes; null when it is not known.</param>
/// <param name="State">How the visit ended; without a volunteer it says nothing.</param>
public sealed record PastVisit(
    BeneficiaryId Beneficiary, string NeedType, Instant RequestedAt, Instant Start, string? DestinationInsee, VolunteerId? Volunteer,
    Instant? MatchedAt, VisitState State, IReadOnlyList<PastFeedback> Feedback, string? Text = null);

/// <summary>What keeping past visits led to.</summary>
public abstract record PastVisitsOutcome
{
    private PastVisitsOutcome() { }

    public sealed record Recorded(int Requests, int Visits) : PastVisitsOutcome;

    /// <summary>Nothing of the batch was kept: which line, and what is wrong.</summary>
    public sealed record Refused(int Line, FieldError Error) : PastVisitsOutcome;
}

/// <summary>Keeps finished visits as they were lived without Tisserand: nobody is asked, told or reminded of anything. A batch is kept whole or not at all.</summary>
public sealed class RecordPastVisit(TisserandDb db, TimeProvider time, IdSource ids, NeedCatalogue needs)
{
    public Task<PastVisitsOutcome> RunAsync(IReadOnlyList<PastVisit> batch, Actor by, CancellationToken ct) =>
        db.DecideAsync<PastVisitsOutcome>(async () =>
        {
            var now = time.Now();
            var taxonomy = await needs.CurrentAsync(ct);
            var wanted = batch.Select(p => p.Beneficiary).Distinct().ToList();
            var beneficiaries = await db.Beneficiaries.Include(b => b.Person).Where(b => wanted.Contains(b.Id)).ToDictionaryAsync(b => b.Id, ct);
            var helpers = batch.Where(p => p.Volunteer is not null).Select(p => p.Volunteer!.Value).Distinct().ToList();
            var volunteers = (await db.Volunteers.Where(v => helpers.Contains(v.Id)).Select(v => v.Id).ToListAsync(ct)).ToHashSet();

            for (var line = 0; line < batch.Count; line++)
            {
                var past = batch[line];
                if (Mistake(past, taxonomy, beneficiaries, volunteers, now) is { } error) return Refuse(line, error);
                Keep(past, taxonomy.Find(past.NeedType)!, beneficiaries[past.Beneficiary], now, by);
            }

            return new PastVisitsOutcome.Recorded(batch.Count, batch.Count(p => p.Volunteer is not null));
        }, ct);

    private PastVisitsOutcome.Refused Refuse(int line, FieldError error)
    {
        db.ChangeTracker.Clear();                             // the lines before it are not kept either
        return new PastVisitsOutcome.Refused(line, error);
    }

    private static FieldError? Mistake(PastVisit past, Taxonomy taxonomy, Dictionary<BeneficiaryId, Beneficiary> beneficiaries, HashSet<VolunteerId> volunteers, Instant now) =>
        !beneficiaries.ContainsKey(past.Beneficiary) ? new("beneficiary", FieldProblem.UnknownPerson)
        : past.Volunteer is { } who && !volunteers.Contains(who) ? new("volunteer", FieldProblem.UnknownPerson)
        : taxonomy.Find(past.NeedType) is null ? new("needType", FieldProblem.UnknownNeedType)
        : past.DestinationInsee is { } to && CommuneTable.Shipped.Find(to) is null ? new("destination", FieldProblem.UnknownCommune)
        : past.Start < past.RequestedAt || past.MatchedAt < past.RequestedAt ? new("time", FieldProblem.EndBeforeBeginning)
        : past.Start > now || past.State == VisitState.Planned ? new("time", FieldProblem.OutOfRange)
        : null;

    private void Keep(PastVisit past, NeedTypeDefinition type, Beneficiary beneficiary, Instant now, Actor by)
    {
        var end = past.Start + Duration.FromMinutes(type.LongMinutes);
        var request = new HelpRequest(ids.New<HelpRequestId>(), beneficiary.TerritoryId, beneficiary.Id, type.Code, RequestSource.Past, past.RequestedAt);
        request.Takes(past.Start, past.Start, null, type.UsualMinutes, type.LongMinutes, type.NoticeHours * 60);
        request.Happens(new Place(beneficiary.Person.Insee, beneficiary.Person.StreetPoint), beneficiary.Person.Street, past.DestinationInsee, null,
            past.DestinationInsee is null ? TripKind.None : TripKind.Simple, null);
        request.Says(past.Text, null);
        request.Open(past.RequestedAt);
        db.Add(request);
        db.Add(new AuditLine("record-past", "request", request.Id.Value, past.Volunteer is null ? "Unmet" : past.State.ToString(), by, now));
        if (past.Volunteer is not { } volunteer)
        {
            request.End(RequestState.Unmet, EndReason.NoVolunteer, null, past.Start);
            return;
        }

        var matched = past.MatchedAt ?? past.RequestedAt;
        request.TryTakePlace(matched);
        var visit = Visit.Of(request, volunteer, null, past.Start, ids, matched);
        visit.EndAs(past.State, null, end);
        request.End(past.State == VisitState.Done ? RequestState.Done : RequestState.NotDone, EndReason.None, null, end);
        foreach (var said in past.Feedback)
        {
            var feedback = new Feedback(ids.New<FeedbackId>(), visit.Id, said.Side, past.State == VisitState.Done, said.Rating, said.Again, said.Words, said.At);
            visit.Hears(feedback);
            db.Add(feedback);
        }

        db.Add(visit);
    }
}
