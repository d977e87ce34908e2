using NodaTime;
using Tisserand.Simulation.People;

namespace Tisserand.Simulation.Town;

/// <summary>What a volunteer does when she is asked: whether she would, and when she says so.</summary>
public sealed class Willingness(Chance chance, LifeOptions options)
{
    /// <summary>Latent chance of a yes, 0–1, before her hours are looked at.</summary>
    /// <param name="who">Who is asked.</param>
    /// <param name="needCode">For what.</param>
    /// <param name="km">From her home, as the crow flies.</param>
    /// <param name="recentAsks">Questions put to her in the last seven days.</param>
    /// <param name="known">She has visited that person before.</param>
    public double ChanceOfYes(Helper who, string needCode, double km, int recentAsks, bool known)
    {
        var liked = who.Likes.Any(l => needCode == l || needCode.StartsWith(l + ".", StringComparison.Ordinal));
        var logit = options.YesAtHome + who.Kindness + options.YesPerKm * km * (who.HasCar ? 1 : 3) + options.YesPerRecentAsk * recentAsks
            + (liked ? options.YesWhenLiked : 0) + (known ? options.YesWhenKnown : 0);
        return 1 / (1 + SteadyMath.Exp(-logit));
    }

    /// <summary>Her answer to a need; the same question gets the same answer.</summary>
    public bool SaysYes(Helper who, int errand, double chanceOfYes) => Stream("yes", who, errand).Bernoulli(chanceOfYes);

    /// <summary>Time until she answers a message; null when she never does.</summary>
    public Duration? AnswersAfter(Helper who, int errand)
    {
        var own = Stream("answer", who, errand);
        if (who.NeverAnswers || own.Bernoulli(options.Forgets)) return null;
        return Duration.FromMinutes(Math.Clamp((int)(60 * who.DelayFactor * own.LogNormal(options.AnswerMedianHours, options.AnswerSigma)), 2, 4 * 24 * 60));
    }

    /// <summary>She answers in words that nobody can be sure of.</summary>
    public bool IsUnclear(Helper who, int errand) => Stream("unclear", who, errand).Bernoulli(options.Unclear);

    public Refusal Refusal(Helper who, int errand) => Sayings.Refusal(Stream("refusal", who, errand), who.Name.Sex);

    private Chance Stream(string subject, Helper who, int errand) => chance.Of(subject).Of(who.Index).Of(errand);
}
