using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Requests.Series;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Beneficiaries;

public sealed record RequestLine(HelpRequestId Id, string Activity, string When, RequestState State);

public sealed record SeriesLine(RecurringNeedId Id, string Activity, string Rhythm, LocalDate FirstDate, LocalDate? LastDate, string? Main, SeriesState State);

public sealed record ExclusionLine(ExclusionId Id, string Volunteer, ExcludedBy By, string? Reason);

/// <summary>All a coordinator sees of a person who is helped.</summary>
/// <param name="Who">Her file, with contacts, carers and pauses; not tracked.</param>
/// <param name="Requests">The latest first.</param>
/// <param name="Volunteers">Those of her territory, to choose one.</param>
public sealed record BeneficiaryFile(
    Beneficiary Who, IReadOnlyList<RequestLine> Requests, IReadOnlyList<SeriesLine> Series, IReadOnlyList<ExclusionLine> Exclusions,
    IReadOnlyList<(VolunteerId Id, string Name)> Volunteers)
{
    public string Name => Who.Person.FullName;

    /// <summary>Of today or announced; ended ones are history.</summary>
    public IEnumerable<BeneficiaryPause> Pauses => Who.Pauses.Where(p => p.EndedAt is null).OrderBy(p => p.From);
}

/// <inheritdoc cref="BeneficiaryFile"/>
public sealed class BeneficiaryFiles(TisserandDb db, NeedCatalogue needs)
{
    private const int MostRequests = 40, MostSeries = 40, MostVolunteers = 1000;

    /// <returns>Null where it is none of these territories'.</returns>
    public async Task<BeneficiaryFile?> ReadAsync(BeneficiaryId id, IReadOnlyList<TerritoryId> territories, string language, CancellationToken ct)
    {
        var who = await db.Beneficiaries.AsNoTracking()
            .Include(b => b.Person).ThenInclude(p => p.Contacts).Include(b => b.Pauses)
            .Include(b => b.Carers).ThenInclude(c => c.Person).ThenInclude(p => p.Contacts)
            .AsSplitQuery().SingleOrDefaultAsync(b => b.Id == id && territories.Contains(b.TerritoryId), ct);
        if (who is null) return null;

        var words = new RequestWords(await needs.CurrentAsync(ct), language);
        var people = await db.Volunteers.AsNoTracking().Where(v => v.TerritoryId == who.TerritoryId).OrderBy(v => v.Id).Take(MostVolunteers)
            .Select(v => new { v.Id, v.State, v.Person.FirstName, v.Person.LastName }).ToListAsync(ct);
        var names = people.ToDictionary(v => v.Id, v => $"{v.FirstName} {v.LastName}".Trim());
        var excluded = await db.Exclusions.AsNoTracking().Where(e => e.BeneficiaryId == id).ToListAsync(ct);
        return new BeneficiaryFile(
            who, await RequestsAsync(id, words, ct), await SeriesAsync(id, words, names, ct),
            [.. excluded.Select(e => new ExclusionLine(e.Id, names.GetValueOrDefault(e.VolunteerId, ""), e.By, e.Reason)).OrderBy(e => e.Volunteer, StringComparer.CurrentCulture)],
            [.. people.Where(v => v.State is PersonState.Active or PersonState.Paused).Select(v => (v.Id, names[v.Id])).OrderBy(v => v.Item2, StringComparer.CurrentCulture)]);
    }

    private async Task<IReadOnlyList<RequestLine>> RequestsAsync(BeneficiaryId id, RequestWords words, CancellationToken ct)
    {
        var rows = await db.HelpRequests.AsNoTracking().Where(r => r.BeneficiaryId == id).OrderByDescending(r => r.EarliestStart).ThenBy(r => r.Id)
            .Take(MostRequests).Select(r => new { r.Id, r.NeedType, r.EarliestStart, r.LatestStart, r.State }).ToListAsync(ct);
        return [.. rows.Select(r => new RequestLine(r.Id, words.Activity(r.NeedType), words.When(r.EarliestStart, r.LatestStart), r.State))];
    }

    private async Task<IReadOnlyList<SeriesLine>> SeriesAsync(BeneficiaryId id, RequestWords words, Dictionary<VolunteerId, string> names, CancellationToken ct)
    {
        var series = await db.RecurringNeeds.AsNoTracking().Where(s => s.BeneficiaryId == id).OrderBy(s => s.State).ThenBy(s => s.FirstDate).Take(MostSeries).ToListAsync(ct);
        return
        [
            .. series.Select(s => new SeriesLine(s.Id, words.Activity(s.NeedType), SeriesRule.Say(s.Rule, s.FirstDate, s.StartsAt, words.Culture),
                s.FirstDate, s.LastDate, s.MainVolunteerId is { } main ? names.GetValueOrDefault(main) : null, s.State)),
        ];
    }
}
