using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>Once a night the curves from scores to chances are fitted anew on a year of the cooperative's own answers, visits and lists.
/// A new version is stored, with the cases behind each curve; proposals and lists use it from then on, and what was decided keeps its own.</summary>
/// <remarks>Fitted from the cards' own prior each time, so that nothing is counted twice. Few cases move a curve little
/// (<see cref="PlattCalibration"/>), and fewer than <see cref="FewestCases"/> not at all.</remarks>
public sealed class Recalibrate(TisserandDb db, CardsInForce cards, PastCases past)
{
    public const int FewestCases = 30;

    /// <summary>The prior weighs about as much as eight answers, half of them yes.</summary>
    private const double TrustInPrior = 2;

    private static readonly Duration Memory = Duration.FromDays(365);

    /// <returns>The new version; null when this night's is there already.</returns>
    public Task<CalibrationVersion?> RunDueAsync(Instant now, CancellationToken ct) =>
        db.DecideAsync(async () =>
        {
            var last = await db.Documents.AsNoTracking().Where(d => d.Name == CooperativeDocument.Calibration)
                .OrderByDescending(d => d.Version).Select(d => new { d.Version, d.At }).FirstOrDefaultAsync(ct);
            if (last?.At.LocalDay() >= now.LocalDay()) return null;

            var prior = CalibrationVersion.Prior(await cards.AsWrittenAsync(ct));
            var since = now - Memory;
            var fitted = prior with
            {
                Version = (last?.Version ?? 0) + 1,
                At = now,
                Yes = Fit(await past.AnswersAsync(prior.Cards, since, now, ct), prior.Yes),
                GoodVisit = Fit(await past.VisitsAsync(prior.Cards, since, now, ct), prior.GoodVisit),
            };
            fitted = fitted with { Lists = Fit(await past.ListsAsync(fitted, since, now, ct), prior.Lists) };
            db.Add(new CooperativeDocument(CooperativeDocument.Calibration, fitted.Version, fitted.Write(), by: null, now));
            return fitted;
        }, ct);

    private static Calibration Fit(List<(double Score, bool Happened)> cases, Calibration prior) =>
        cases.Count < FewestCases ? prior : PlattCalibration.Fit(cases, prior, TrustInPrior);
}
