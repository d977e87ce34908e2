using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>A volunteer who could serve a request, with the sentences that placed her there.</summary>
public sealed record SuggestedCandidate(
    VolunteerId VolunteerId,
    string Name,
    string Commune,
    int AboutMinutes,
    double Value,
    double ChanceOfYes,
    string ChanceOfYesSaid,
    string ChanceOfGoodSaid,
    IReadOnlyList<string> Reasons,
    int AskedLast14Days);

/// <summary>The best volunteers for a request as things are now; stores nothing. For screens that compare before acting.</summary>
public sealed class CandidatesFor(TimeProvider time, SuggestProposals suggest, MatchingWords words)
{
    public async Task<IReadOnlyList<SuggestedCandidate>> ReadAsync(HelpRequestId id, int take, CancellationToken ct)
    {
        var request = await suggest.Load(id).AsNoTracking().SingleOrDefaultAsync(ct);
        if (request?.Beneficiary is null) return [];
        var ranked = (await suggest.RankAsync(request, time.Now(), take, ct)).Take(take).ToList();
        var people = await words.NamesAsync([.. ranked.Select(r => new VolunteerId(r.Who.Id))], ct);
        var wording = await words.WordingAsync("fr", ct);
        return [.. ranked.Select(r => new SuggestedCandidate(
            new(r.Who.Id), people[new(r.Who.Id)].Name, people[new(r.Who.Id)].Commune, r.AboutMinutes, r.Value.Total,
            r.Chances.Yes.Of.Value, wording.Of(r.Chances.Yes), wording.Of(r.Chances.GoodVisit), wording.Reasons(r), r.Who.History.AskedLast14Days))];
    }
}

/// <summary>"Pourquoi pas Paul ?": every obstacle and doubt between one volunteer and one request, with its figures.</summary>
public sealed record WhyNotAnswer(string Name, bool IsPossible, IReadOnlyList<string> Obstacles, IReadOnlyList<string> Doubts);

/// <inheritdoc cref="WhyNotAnswer"/>
public sealed class WhyNot(TisserandDb db, TimeProvider time, NeedCatalogue needs, VolunteerPool pool, MatchingWords words)
{
    /// <returns>Null where the request or the volunteer does not exist in this territory.</returns>
    public async Task<WhyNotAnswer?> ReadAsync(HelpRequestId id, VolunteerId volunteer, string language, CancellationToken ct)
    {
        var request = await db.HelpRequests.AsNoTracking().Include(r => r.Beneficiary!.Person).Include(r => r.Visits).AsSplitQuery()
            .SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request?.Beneficiary is null) return null;
        var now = time.Now();
        var candidate = (await pool.ForAsync(request, now, volunteer, ct)).SingleOrDefault();
        var people = await words.NamesAsync([volunteer], ct);
        if (candidate is null || !people.TryGetValue(volunteer, out var person)) return null;

        var verdict = Eligibility.Judge(candidate, NeedBuilder.Of(request, await needs.CurrentAsync(ct), now));
        var wording = await words.WordingAsync(language, ct);
        return new WhyNotAnswer(person.Name, verdict.IsEligible, [.. verdict.Obstacles.Select(wording.Of)], [.. verdict.Doubts.Select(wording.Of)]);
    }
}

/// <summary>Names and sentences that matching's screens share.</summary>
public sealed class MatchingWords(TisserandDb db, NeedCatalogue needs)
{
    public async Task<Wording> WordingAsync(string language, CancellationToken ct)
    {
        var taxonomy = await needs.CurrentAsync(ct);
        var culture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "fr-FR");
        return new Wording(culture, Calendars.Paris, code => NameOf(taxonomy, code, language == "en"));
    }

    public async Task<IReadOnlyDictionary<VolunteerId, (string Name, string Commune)>> NamesAsync(IReadOnlyList<VolunteerId> ids, CancellationToken ct)
    {
        var people = await db.Volunteers.AsNoTracking().Where(v => ids.Contains(v.Id))
            .Select(v => new { v.Id, v.Person.FirstName, v.Person.LastName, v.Person.Insee }).ToListAsync(ct);
        return people.ToDictionary(p => p.Id, p => ($"{p.FirstName} {p.LastName}".Trim(), RequestWords.Commune(p.Insee) ?? ""));
    }

    private static string NameOf(Taxonomy taxonomy, string code, bool english)
    {
        var entry = taxonomy.Skills.Find(code) ?? taxonomy.Checks.Find(code) ?? taxonomy.Interests.Find(code) ?? taxonomy.Skills.Find("langue:" + code);
        return entry is null ? code : english ? entry.En : entry.Fr;
    }
}
