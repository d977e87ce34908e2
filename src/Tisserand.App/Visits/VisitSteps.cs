using NodaTime;
using Tisserand.App.Territories;
using Tisserand.Matching.Solicitation;

namespace Tisserand.App.Visits;

public enum VisitStepKind { GiveAddress, RemindVolunteer, RemindBeneficiary, AskVolunteer, AskBeneficiary, CountAsDone }

/// <summary>Something that becomes due around a visit.</summary>
/// <param name="Reminder">Which reminder, where it is one.</param>
/// <param name="HowWasIt">The question also asks how it was.</param>
public readonly record struct VisitStep(VisitStepKind Kind, Instant DueAt, ReminderKind Reminder = default, bool HowWasIt = false);

/// <summary>One of the two people of a visit.</summary>
public sealed record VisitSide(ReachedBy By, MessageHours Hours, bool RemindersWanted, bool HasAnswered, Instant? LastSatisfactionAskedAt);

/// <summary>What decides of the steps of one visit.</summary>
/// <param name="MeetingsBefore">Visits these two have had.</param>
/// <param name="KeepsAddress">She knows the way: a standing pair after its first meetings.</param>
/// <param name="ProblemReported">Somebody reported a problem with it.</param>
public sealed record VisitFacts(
    VisitState State, Instant Start, Instant End, Instant AgreedAt, int MeetingsBefore, bool IsMedical, bool KeepsAddress, bool ProblemReported,
    VisitSide Volunteer, VisitSide Beneficiary);

/// <summary>The steps of a visit from agreement to counting: address, reminders, questions. Pure.</summary>
public static class VisitSteps
{
    /// <summary>Every step of a visit that is planned, or counts as done and still has its questions; earliest first. None for one that ended otherwise.</summary>
    public static IReadOnlyList<VisitStep> Plan(VisitFacts facts, Func<LocalDate, bool> isPublicHoliday)
    {
        if (facts.State is not (VisitState.Planned or VisitState.Done)) return [];
        var steps = new List<VisitStep>();
        var questions = new[] { (facts.Volunteer, VisitStepKind.AskVolunteer), (facts.Beneficiary, VisitStepKind.AskBeneficiary) }
            .Select(side => (Side: side.Item1, Kind: side.Item2, Question: QuestionAfterVisit.For(
                new VisitOver(facts.End, side.Item1.By, facts.MeetingsBefore + 1, facts.IsMedical, facts.ProblemReported, side.Item1.LastSatisfactionAskedAt), side.Item1.Hours)))
            .ToList();
        foreach (var (side, kind, question) in questions)
            if (question.AskAt is { } at && !side.HasAnswered) steps.Add(new VisitStep(kind, at, HowWasIt: question.AsksSatisfaction));

        if (facts.State == VisitState.Planned)
        {
            if (!facts.KeepsAddress) steps.Add(new VisitStep(VisitStepKind.GiveAddress, Instant.Max(facts.AgreedAt, facts.Start - Disclosure.Before)));
            steps.AddRange(Reminded(facts, facts.Volunteer, VisitStepKind.RemindVolunteer, isPublicHoliday));
            steps.AddRange(Reminded(facts, facts.Beneficiary, VisitStepKind.RemindBeneficiary, isPublicHoliday));
            steps.Add(new VisitStep(VisitStepKind.CountAsDone, questions[0].Question.CountsAsDoneAt));
        }

        return [.. steps.OrderBy(s => s.DueAt).ThenBy(s => s.Kind)];
    }

    private static IEnumerable<VisitStep> Reminded(VisitFacts facts, VisitSide side, VisitStepKind kind, Func<LocalDate, bool> isPublicHoliday) =>
        Reminders.For(new ReminderFacts(facts.Start, facts.AgreedAt, side.By, facts.MeetingsBefore, facts.IsMedical, side.RemindersWanted), Calendars.Paris, isPublicHoliday)
            .Select(r => new VisitStep(kind, r.DueAt, r.Kind));
}
