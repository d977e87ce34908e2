using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Language;

namespace Tisserand.App.Visits;

/// <summary>A sentence said after a visit, sorted.</summary>
/// <param name="Parts">Her words, cut where they were recognised.</param>
public sealed record SaidAfterVisit(
    VisitId Visit, HelpRequestId Request, FeedbackSide Side, string Beneficiary, string Volunteer, string Activity, Instant At, int? Rating,
    IReadOnlyList<FeedbackSort> Sorts, IReadOnlyList<(string Text, bool Counts)> Parts);

/// <summary>An address or a task with problems.</summary>
/// <param name="Problems">Visits with one.</param>
/// <param name="Visits">All its visits.</param>
/// <param name="Person">The person helped there; null for a task.</param>
public sealed record ProblemSource(string Name, Guid? Person, int Problems, int Visits);

/// <param name="Problems">Visits with a problem, of all.</param>
/// <param name="Places">The fewest addresses that make up half of them, each with two at least; empty when they are spread.</param>
/// <param name="Tasks">The same of kinds of need.</param>
public sealed record VisitWords(IReadOnlyList<SaidAfterVisit> Sentences, int Problems, int Visits, IReadOnlyList<ProblemSource> Places, IReadOnlyList<ProblemSource> Tasks);

/// <summary>What both sides said after visits, sorted, and where most problems come from.</summary>
public sealed class ReadVisitWords(TisserandDb db, TimeProvider time, NeedCatalogue needs)
{
    public const int Days = 90;

    private const int Most = 200, MostVisits = 5000;

    private static readonly VisitState[] Ended = [VisitState.Done, VisitState.NobodyHome, VisitState.VolunteerAbsent];

    /// <summary>The last ninety days, the newest sentences first.</summary>
    /// <param name="territory">Whose visits.</param>
    /// <param name="only">Sentences good for this; null = all.</param>
    /// <param name="language">Of the reader.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<VisitWords> ReadAsync(TerritoryId territory, FeedbackSort? only, string language, CancellationToken ct)
    {
        var since = time.Now() - Duration.FromDays(Days);
        var words = new RequestWords(await needs.CurrentAsync(ct), language);
        var visits = await db.Visits.AsNoTracking().Where(v => v.TerritoryId == territory && v.Start >= since && Ended.Contains(v.State))
            .OrderByDescending(v => v.Start).ThenBy(v => v.Id)
            .Select(v => new
            {
                v.Id, v.RequestId, v.State, v.Request.NeedType, Person = v.Request.Beneficiary!.PersonId,
                Helped = new { v.Request.Beneficiary.Person.FirstName, v.Request.Beneficiary.Person.LastName }, Helper = new { v.Volunteer.Person.FirstName, v.Volunteer.Person.LastName },
                Feedback = v.Feedback.Select(f => new { f.Side, f.Words, f.Rating, f.Again, f.At }).ToList(),
            }).Take(MostVisits).ToListAsync(ct);

        var sentences = new List<SaidAfterVisit>();
        var troubled = new HashSet<VisitId>();
        foreach (var visit in visits)
        {
            if (visit.State != VisitState.Done || visit.Feedback.Exists(f => f.Rating <= 2 || f.Again == false)) troubled.Add(visit.Id);
            foreach (var said in visit.Feedback.Where(f => !string.IsNullOrWhiteSpace(f.Words)))
            {
                var found = ReadFeedback.In(ReadText.From(said.Words!));
                if (found.Sorts.Contains(FeedbackSort.Problem) || found.Sorts.Contains(FeedbackSort.Danger)) troubled.Add(visit.Id);
                if (only is not { } wanted || found.Sorts.Contains(wanted))
                    sentences.Add(new SaidAfterVisit(visit.Id, visit.RequestId, said.Side, $"{visit.Helped.FirstName} {visit.Helped.LastName}".Trim(), $"{visit.Helper.FirstName} {visit.Helper.LastName}".Trim(),
                        words.Activity(visit.NeedType), said.At, said.Rating, found.Sorts, [.. CutText.By(said.Words!, found.Words)]));
            }
        }

        var places = visits.GroupBy(v => v.Person).Select(g => new ProblemSource($"{g.First().Helped.FirstName} {g.First().Helped.LastName}".Trim(), g.Key.Value, g.Count(v => troubled.Contains(v.Id)), g.Count()));
        var tasks = visits.GroupBy(v => v.NeedType).Select(g => new ProblemSource(words.Activity(g.Key), null, g.Count(v => troubled.Contains(v.Id)), g.Count()));
        return new VisitWords([.. sentences.OrderByDescending(s => s.At).Take(Most)], troubled.Count, visits.Count, MostOf(places, troubled.Count), MostOf(tasks, troubled.Count));
    }

    /// <summary>The fewest that make up half; what happened once is no pattern, and half of all sources are no "few".</summary>
    public static IReadOnlyList<ProblemSource> MostOf(IEnumerable<ProblemSource> sources, int problems)
    {
        var all = sources.Where(s => s.Problems > 0).OrderByDescending(s => s.Problems).ThenBy(s => s.Visits).ThenBy(s => s.Name, StringComparer.Ordinal).ToList();
        var few = new List<ProblemSource>();
        var counted = 0;
        foreach (var source in all.TakeWhile(s => s.Problems > 1))
        {
            if (counted * 2 >= problems) break;
            few.Add(source);
            counted += source.Problems;
        }

        return counted * 2 >= problems && few.Count * 2 <= all.Count + 1 ? few : [];
    }
}
