using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;

namespace Tisserand.App.Proposals;

/// <summary>Who validated which ordered list, with its figures, rule and version: enough to replay it from what is stored here.</summary>
public sealed class ValidationDecision
{
    private ValidationDecision() { }

    public ValidationDecision(ValidationDecisionId id, HelpRequestId request, AccountId? by, Instant at, double confidence, double? threshold, string rule, string list)
    {
        Id = id;
        RequestId = request;
        By = by;
        At = at;
        Confidence = confidence;
        Threshold = threshold;
        Rule = rule;
        List = list;
    }

    public ValidationDecisionId Id { get; private set; }

    public HelpRequestId RequestId { get; private set; }

    /// <summary>The coordinator; null = automatic.</summary>
    public AccountId? By { get; private set; }

    [NotPersonal("instant")]
    public Instant At { get; private set; }

    public double Confidence { get; private set; }

    public double? Threshold { get; private set; }

    /// <summary>The rule with its version, then those of cards and calibration, such as "automatique/1 2026-11 c12".</summary>
    [NotPersonal("version of a rule")]
    public string Rule { get; private set; } = "";

    /// <summary>The ordered list as <see cref="DecisionFigures"/> writes it; ids only.</summary>
    [Personal(Purpose.Accountability, LegalBasis.LegitimateInterest, Retention.RequestYear, Recipients.Coordinators, Encrypted = false)]
    public string List { get; private set; } = "";

    [NotPersonal("instant")]
    public Instant? StoppedAt { get; private set; }

    public void Stop(Instant at) => StoppedAt = at;

    internal static void Map(ModelBuilder model) => model.Entity<ValidationDecision>(d =>
    {
        d.ToTable("validation_decisions");
        d.HasOne<HelpRequest>().WithMany().HasForeignKey(x => x.RequestId);
    });
}
