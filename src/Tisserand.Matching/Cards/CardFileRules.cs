namespace Tisserand.Matching;

/// <summary>What a card file must hold to be used; finds every problem.</summary>
internal static class CardFileRules
{
    private const int MostPoints = 1000;

    public static IReadOnlyList<CardProblem> Check(CardFile file) =>
    [
        .. Format(file),
        .. OfCard("$.acceptance", file.Acceptance, AcceptanceFeatures.All),
        .. OfCard("$.visit", file.Visit, VisitFeatures.All),
        .. OfPolicy("$.policy", file.Policy),
        .. OfPriority("$.priority", file.Priority, file.Policy),
    ];

    /// <summary>Nulls inside lists and rules, which the reader lets through; nothing else can be checked before they are gone.</summary>
    public static IReadOnlyList<CardProblem> Holes(CardFile file)
    {
        return [
            .. OfList("$.acceptance.features", file.Acceptance.Features), .. OfList("$.visit.features", file.Visit.Features),
            .. OfBins("$.acceptance.features", file.Acceptance.Features), .. OfBins("$.visit.features", file.Visit.Features),
            .. Of("$.policy.fairness.rule", file.Policy.Fairness.Rule), .. OfList("$.policy.fairness.rule", file.Policy.Fairness.Rule),
            .. Of("$.policy.forgotten.rule", file.Policy.Forgotten.Rule), .. Of("$.policy.reserve.rule", file.Policy.Reserve.Rule),
            .. OfList("$.priority.waitingHours", file.Priority.WaitingHours)];

        static IEnumerable<CardProblem> Of(string path, object? value) => value is null ? [new CardProblem.Empty(path)] : [];

        static IEnumerable<CardProblem> OfList<T>(string path, IReadOnlyList<T?>? list) where T : class =>
            (list ?? []).Index().SelectMany(x => Of($"{path}[{x.Index}]", x.Item));

        static IEnumerable<CardProblem> OfBins(string path, IReadOnlyList<CardFeature?> list) =>
            list.Index().SelectMany(x => OfList($"{path}[{x.Index}].bins", x.Item?.Bins));
    }

    private static IEnumerable<CardProblem> Format(CardFile file)
    {
        if (file.Format != CardFile.CurrentFormat)
            yield return new CardProblem.UnknownFormat("$.format", file.Format, CardFile.CurrentFormat);
        if (string.IsNullOrWhiteSpace(file.Version)) yield return new CardProblem.Empty("$.version");
    }

    private static IEnumerable<CardProblem> OfCard(string path, Card card, IReadOnlyList<Feature> known)
    {
        foreach (var problem in Within($"{path}.base", card.Base, -MostPoints, MostPoints)) yield return problem;
        foreach (var problem in Within($"{path}.calibration.slope", card.Calibration.Slope, 1e-6, 10)) yield return problem;
        foreach (var problem in Within($"{path}.calibration.intercept", card.Calibration.Intercept, -100, 100)) yield return problem;
        foreach (var problem in Within($"{path}.calibration.cases", card.Calibration.Cases, 0, int.MaxValue)) yield return problem;
        foreach (var problem in NoneTwice($"{path}.features", card.Features.Select(f => f.Feature))) yield return problem;
        for (var i = 0; i < card.Features.Count; i++)
        {
            var at = $"{path}.features[{i}]";
            var rule = card.Features[i];
            if (known.FirstOrDefault(f => f.Key == rule.Feature) is not { } feature)
                yield return new CardProblem.UnknownFeature($"{at}.feature", rule.Feature, string.Join(", ", known.Select(f => f.Key)));
            else
                foreach (var problem in OfBins($"{at}.bins", rule.Bins, feature)) yield return problem;
        }
    }

    private static IEnumerable<CardProblem> OfBins(string path, IReadOnlyList<Bin> bins, Feature feature)
    {
        for (var i = 0; i < bins.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(bins[i].Key)) yield return new CardProblem.Empty($"{path}[{i}].key");
            foreach (var problem in Within($"{path}[{i}].points", bins[i].Points, -MostPoints, MostPoints)) yield return problem;
            if (bins[i].Case is { } name && !feature.Cases.Contains(name))
                yield return new CardProblem.UnknownCase($"{path}[{i}].case", name, string.Join(", ", feature.Cases));
        }
        foreach (var problem in NoneTwice(path, bins.Select(b => b.Key))) yield return problem;
        foreach (var problem in NoneTwice(path, bins.Where(b => b.Case is not null).Select(b => b.Case!))) yield return problem;
        foreach (var missing in feature.Cases.Where(c => bins.All(b => b.Case != c))) yield return new CardProblem.CaseMissing(path, missing);

        var spans = bins.Where(b => b.Case is null).Select(b => b.Below).ToArray();
        foreach (var problem in Bounds(path, spans, feature.IsNumeric)) yield return problem;
    }

    private static IEnumerable<CardProblem> OfPolicy(string path, Policy policy)
    {
        foreach (var problem in Within($"{path}.qualityPoints", policy.QualityPoints, 1, MostPoints)) yield return problem;
        foreach (var problem in OfSteps($"{path}.fairness.rule", policy.Fairness.Rule, -MostPoints)) yield return problem;
        foreach (var problem in Within($"{path}.forgotten.rule.afterDays", policy.Forgotten.Rule.AfterDays, 1, 3660)) yield return problem;
        foreach (var problem in Within($"{path}.forgotten.rule.points", policy.Forgotten.Rule.Points, 0, MostPoints)) yield return problem;
        foreach (var problem in Within($"{path}.reserve.rule.rareShare", policy.Reserve.Rule.RareShare, 0, 1)) yield return problem;
        foreach (var problem in Within($"{path}.reserve.rule.manyCan", policy.Reserve.Rule.ManyCan, 1, MostPoints)) yield return problem;
        foreach (var problem in Within($"{path}.reserve.rule.points", policy.Reserve.Rule.Points, -MostPoints, 0)) yield return problem;
        foreach (var problem in Within($"{path}.continuity.rule", policy.Continuity.Rule, 0, MostPoints)) yield return problem;
        foreach (var problem in Within($"{path}.preferred.rule", policy.Preferred.Rule, 0, MostPoints)) yield return problem;
    }

    private static IEnumerable<CardProblem> OfPriority(string path, PriorityTable table, Policy policy)
    {
        if (policy.Fairness.Rule.Count > 0 && table.StepPoints <= policy.Spread)
            yield return new CardProblem.StepTooSmall($"{path}.stepPoints", table.StepPoints, policy.Spread);
        foreach (var problem in Within($"{path}.mostBaseSteps", table.MostBaseSteps, 0, 100)) yield return problem;
        foreach (var problem in OfSteps($"{path}.waitingHours", table.WaitingHours, 0)) yield return problem;
        foreach (var problem in Within($"{path}.fixedAppointment", table.FixedAppointment, 0, 100)) yield return problem;
        foreach (var problem in Within($"{path}.reopened", table.Reopened, 0, 100)) yield return problem;
        foreach (var problem in Within($"{path}.aloneWithoutRelatives", table.AloneWithoutRelatives, 0, 100)) yield return problem;
    }

    private static IEnumerable<CardProblem> OfSteps(string path, IReadOnlyList<Step> steps, int least)
    {
        for (var i = 0; i < steps.Count; i++)
            foreach (var problem in Within($"{path}[{i}].worth", steps[i].Worth, least, MostPoints)) yield return problem;
        foreach (var problem in Bounds(path, [.. steps.Select(s => s.Below)], isNumeric: true)) yield return problem;
    }

    private static IEnumerable<CardProblem> Bounds(string path, double?[] bounds, bool isNumeric)
    {
        var isComplete = bounds.Length > 0 && bounds[^1] is null && bounds[..^1].All(b => b is not null);
        if (isNumeric ? !isComplete : bounds.Length > 0) yield return new CardProblem.BoundsIncomplete(path);
        for (var i = 1; i < bounds.Length; i++)
            if (bounds[i] is { } bound && bound <= bounds[i - 1]) yield return new CardProblem.BoundsNotRising(path, bound);
    }

    private static IEnumerable<CardProblem> NoneTwice(string path, IEnumerable<string> keys) =>
        keys.GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => new CardProblem.Twice(path, g.Key));

    private static IEnumerable<CardProblem> Within(string path, double value, double least, double most)
    {
        if (!(value >= least && value <= most)) yield return new CardProblem.OutOfRange(path, value, least, most);
    }
}
