using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Visits;

/// <summary>A visit as its volunteer may see it now. What <see cref="Level"/> does not allow is null.</summary>
/// <param name="Name">First name and initial.</param>
/// <param name="IsToTell">It has begun, and she has not yet said whether it took place.</param>
/// <param name="IsToConfirm">Its time or place has changed, and she has not said that it suits her.</param>
public sealed record VolunteerVisit(
    VisitId Id, VisitState State, DisclosureLevel Level, string Activity, string When, string Length, string Name, string? Place, string? Destination,
    bool WaitsThere, bool SomebodyComesAlong, IReadOnlyList<string> ToForesee, string? Address, string? Phone, bool HasDoorCode,
    bool IsOfSeries, bool IsToTell, bool IsToConfirm, bool MayCancel, bool MayReportClosedDoor);

/// <summary>One line of her own history: no address, no full name.</summary>
public sealed record OwnPastVisit(VisitId Id, VisitState State, string Activity, string When, string Name, bool IsUnconfirmed);

/// <summary>The visits of one volunteer, each as far as she may see it.</summary>
public sealed class VolunteerVisits(TisserandDb db, TimeProvider time, NeedCatalogue needs)
{
    private const int Most = 30;
    private static readonly Duration AskedFor = Duration.FromDays(10), Early = Duration.FromHours(1);

    /// <summary>What is planned and not over, soonest first.</summary>
    public Task<IReadOnlyList<VolunteerVisit>> ComingAsync(VolunteerId volunteer, CultureInfo language, CancellationToken ct)
    {
        var now = time.Now();
        return ReadAsync(volunteer, v => v.Where(x => x.State == VisitState.Planned && x.End > now).OrderBy(x => x.Start), language, now, ct);
    }

    /// <summary>Visits that are over, and of which she has not said whether they took place.</summary>
    public Task<IReadOnlyList<VolunteerVisit>> ToTellAsync(VolunteerId volunteer, CultureInfo language, CancellationToken ct)
    {
        var now = time.Now();
        var since = now - AskedFor;
        return ReadAsync(volunteer, v => v.Where(x => x.End <= now && x.End > since && (x.State == VisitState.Planned || (x.State == VisitState.Done && x.IsUnconfirmed))
            && !x.Feedback.Any(f => f.Side == FeedbackSide.Volunteer && f.TookPlace != null)).OrderBy(x => x.Start), language, now, ct);
    }

    /// <summary>One visit of hers; somebody else's does not exist for her.</summary>
    public async Task<VolunteerVisit?> OfAsync(VisitId id, VolunteerId volunteer, CultureInfo language, CancellationToken ct) =>
        (await ReadAsync(volunteer, v => v.Where(x => x.Id == id).OrderBy(x => x.Start), language, time.Now(), ct)) is [var visit] ? visit : null;

    /// <summary>First name and initial of whom she will visit by her yes to this proposal; null when there is no such visit.</summary>
    public async Task<VolunteerVisit?> OfProposalAsync(Proposals.ProposalId proposal, VolunteerId volunteer, CultureInfo language, CancellationToken ct) =>
        (await ReadAsync(volunteer, v => v.Where(x => x.ProposalId == proposal).OrderByDescending(x => x.PlannedAt), language, time.Now(), ct)) is [var latest, ..] ? latest : null;

    /// <param name="volunteer">Whose history.</param>
    /// <param name="page">From 1; the newest first.</param>
    /// <param name="perPage">Lines of a page; one more is read, which says that there is a next page.</param>
    /// <param name="language">Of the reader.</param>
    /// <param name="ct">Stops the look-up.</param>
    public async Task<IReadOnlyList<OwnPastVisit>> PastAsync(VolunteerId volunteer, int page, int perPage, CultureInfo language, CancellationToken ct)
    {
        var now = time.Now();
        var found = await db.Visits.AsNoTracking().Where(v => v.VolunteerId == volunteer && (v.End <= now || v.State != VisitState.Planned))
            .OrderByDescending(v => v.Start).ThenBy(v => v.Id).Skip((page - 1) * perPage).Take(perPage + 1)
            .Select(v => new { v.Id, v.State, v.Start, v.IsUnconfirmed, v.Request.NeedType, v.Request.Beneficiary!.Person.FirstName, v.Request.Beneficiary.Person.LastName }).ToListAsync(ct);
        var words = new RequestWords(await needs.CurrentAsync(ct), language.TwoLetterISOLanguageName);
        return [.. found.Select(v => new OwnPastVisit(v.Id, v.State, words.Activity(v.NeedType), words.At(v.Start), ShortName(v.FirstName, v.LastName), v.IsUnconfirmed))];
    }

    internal static IReadOnlyList<string> ToForesee(string? codes, Taxonomy taxonomy, CultureInfo language) =>
        [.. (codes ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(taxonomy.PracticalNeeds.Find).OfType<ListEntry>()
            .Select(e => language.TwoLetterISOLanguageName == "en" ? e.En : e.Fr)];

    private async Task<IReadOnlyList<VolunteerVisit>> ReadAsync(VolunteerId volunteer, Func<IQueryable<Visit>, IQueryable<Visit>> which, CultureInfo language, Instant now, CancellationToken ct)
    {
        var found = await which(db.Visits.AsNoTracking().Where(v => v.VolunteerId == volunteer)).Take(Most)
            .Include(v => v.Request).ThenInclude(r => r.Beneficiary!).ThenInclude(b => b.Person).ThenInclude(p => p.Contacts)
            .Include(v => v.Feedback).AsSplitQuery().ToListAsync(ct);
        if (found.Count == 0) return [];

        var people = found.Select(v => v.BeneficiaryId).ToList();
        var standing = await db.RecurringNeeds.Where(s => s.MainVolunteerId == volunteer && s.State == SeriesState.Active && people.Contains(s.BeneficiaryId))
            .Select(s => s.BeneficiaryId).ToListAsync(ct);
        var keys = found.Select(v => ConfirmChangedVisit.KeyOf(v.Id)).ToList();
        var toConfirm = await db.AttentionItems.Where(a => a.DoneAt == null && keys.Contains(a.Key)).Select(a => a.VisitId).ToListAsync(ct);
        var taxonomy = await needs.CurrentAsync(ct);
        var words = new RequestWords(taxonomy, language.TwoLetterISOLanguageName);
        return [.. found.Select(v => Seen(v, Disclosure.At(v, now, standing.Contains(v.BeneficiaryId)), toConfirm.Contains(v.Id), words, taxonomy, language, now))];
    }

    private static VolunteerVisit Seen(Visit visit, DisclosureLevel level, bool isToConfirm, RequestWords words, Taxonomy taxonomy, CultureInfo language, Instant now)
    {
        var (request, beneficiary) = (visit.Request, visit.Request.Beneficiary!);
        var near = level == DisclosureLevel.Near;
        var told = visit.Feedback.Any(f => f.Side == FeedbackSide.Volunteer && f.TookPlace is not null);
        return new VolunteerVisit(visit.Id, visit.State, level, words.Activity(request.NeedType), words.At(visit.Start), words.Length(request.UsualMinutes),
            ShortName(beneficiary.Person.FirstName, beneficiary.Person.LastName), RequestWords.Commune(request.PlaceInsee), RequestWords.Commune(request.DestinationInsee),
            request.Trip == TripKind.ReturnWithWaiting, request.People > 1, ToForesee(beneficiary.PracticalNeedCodes, taxonomy, language),
            near ? VisitQuestions.AddressOf(request, beneficiary.Person) : null, near ? VisitQuestions.PhoneOf(beneficiary.Person) : null,
            near && !string.IsNullOrEmpty(beneficiary.DoorCode), request.RecurringNeedId is not null,
            IsToTell: !told && now >= visit.Start && (visit.IsPlanned || (visit.State == VisitState.Done && visit.IsUnconfirmed)),
            isToConfirm && visit.IsPlanned, MayCancel: visit.IsPlanned && now < visit.Start,
            MayReportClosedDoor: visit.IsPlanned && now >= visit.Start - Early && now < visit.End + Disclosure.Afterwards);
    }

    // Somebody whose first name is not known stays without a name.
    private static string ShortName(string first, string last) =>
        string.IsNullOrWhiteSpace(first) ? "" : last.Length == 0 ? first : $"{first} {last[0]}.";
}
