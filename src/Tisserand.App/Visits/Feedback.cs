using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Privacy;

namespace Tisserand.App.Visits;

public enum FeedbackSide { Volunteer, Beneficiary }

/// <summary>What one side said of a visit: did it take place, how was it (1–5), again?</summary>
public sealed class Feedback
{
    private Feedback() { }

    public Feedback(FeedbackId id, VisitId visit, FeedbackSide side, bool? tookPlace, int? rating, bool? again, string? words, Instant at)
    {
        if (rating is < 1 or > 5) throw new ArgumentOutOfRangeException(nameof(rating), rating, "A rating lies between 1 and 5.");
        Id = id;
        VisitId = visit;
        Side = side;
        TookPlace = tookPlace;
        Rating = rating;
        Again = again;
        Words = words;
        At = at;
    }

    public FeedbackId Id { get; private set; }

    public VisitId VisitId { get; private set; }

    public FeedbackSide Side { get; private set; }

    [Personal(Purpose.Visit, LegalBasis.LegitimateInterest, Retention.RequestYear, Recipients.Coordinators, Encrypted = false)]
    public bool? TookPlace { get; private set; }

    [Personal(Purpose.Improvement, LegalBasis.LegitimateInterest, Retention.RequestYear, Recipients.Coordinators, Encrypted = false)]
    public int? Rating { get; private set; }

    /// <summary>"Recommenceriez-vous ?"</summary>
    [Personal(Purpose.Proposing, LegalBasis.LegitimateInterest, Retention.RequestYear, Recipients.Coordinators, Encrypted = false)]
    public bool? Again { get; private set; }

    [Personal(Purpose.Improvement, LegalBasis.LegitimateInterest, Retention.RequestYear, Recipients.Coordinators)]
    public string? Words { get; private set; }

    [NotPersonal("instant")]
    public Instant At { get; private set; }

    /// <summary>She says more, or otherwise; what she leaves out stays as she said it before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rating does not lie between 1 and 5.</exception>
    public void SaysMore(bool? tookPlace, int? rating, bool? again, string? words, Instant at)
    {
        if (rating is < 1 or > 5) throw new ArgumentOutOfRangeException(nameof(rating), rating, "A rating lies between 1 and 5.");
        TookPlace = tookPlace ?? TookPlace;
        Rating = rating ?? Rating;
        Again = again ?? Again;
        Words = words ?? Words;
        At = at;
    }

    internal static void Map(ModelBuilder model) => model.Entity<Feedback>(f =>
    {
        f.ToTable("feedback");
        f.HasIndex(x => new { x.VisitId, x.Side }).IsUnique();
    });
}
