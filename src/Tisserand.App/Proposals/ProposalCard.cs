using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.France;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>Where a question put to a volunteer stands, as she sees it.</summary>
public enum QuestionState
{
    /// <summary>Her answer is awaited.</summary>
    Waiting,

    /// <summary>She said no, and a yes would still help.</summary>
    SaidNo,

    SaidYes,

    /// <summary>Somebody else comes.</summary>
    Taken,

    /// <summary>Its time has passed, or the need has changed or gone.</summary>
    Over,
}

/// <summary>What a volunteer sees before she answers: never a name, a street or a number.</summary>
/// <param name="Travel">Rough length of the way there; null when unknown.</param>
public sealed record ProposalCard(
    ProposalId Id, VolunteerId Volunteer, QuestionState State, string Activity, string When, string Length,
    string? Place, string? Destination, string? Travel, bool WaitsThere, bool SomebodyComesAlong, IReadOnlyList<string> ToForesee, string AnswerBefore);

/// <summary>Shows the questions put to a volunteer.</summary>
public sealed class ProposalCards(TisserandDb db, TimeProvider time, NeedCatalogue needs, StandsAgainst against)
{
    private const int LongestSecret = 100;

    /// <summary>The question a message's link leads to; null when the link leads nowhere.</summary>
    public async Task<ProposalCard?> OfLinkAsync(string secret, CultureInfo language, CancellationToken ct)
    {
        if (secret.Length is 0 or > LongestSecret) return null;
        var key = db.Keys.IndexOf(secret);
        return (await ReadAsync(db.Proposals.Where(p => p.AnswerKey == key), language, ct)).FirstOrDefault();
    }

    /// <summary>One question put to her; somebody else's does not exist for her.</summary>
    public async Task<ProposalCard?> OfAsync(ProposalId id, VolunteerId volunteer, CultureInfo language, CancellationToken ct) =>
        (await ReadAsync(db.Proposals.Where(p => p.Id == id && p.VolunteerId == volunteer && p.NotifiedAt != null), language, ct)).FirstOrDefault();

    /// <summary>The questions that wait for her answer, soonest first.</summary>
    public async Task<IReadOnlyList<ProposalCard>> WaitingAsync(VolunteerId volunteer, CultureInfo language, CancellationToken ct) =>
        [.. (await ReadAsync(db.Proposals.Where(p => p.VolunteerId == volunteer && p.State == ProposalState.Notified && p.Request.State == RequestState.Open), language, ct))
            .Where(c => c.State == QuestionState.Waiting)];

    /// <summary>What stands against her yes now.</summary>
    public async Task<IReadOnlyList<Obstacle>> ObstaclesAsync(ProposalCard card, CancellationToken ct)
    {
        var request = await db.HelpRequests.AsNoTracking().Include(r => r.Visits).Include(r => r.Beneficiary!.Person).AsSplitQuery()
            .SingleOrDefaultAsync(r => r.Proposals.Any(p => p.Id == card.Id), ct);
        return request?.Beneficiary is null ? [] : (await against.ReadAsync(request, card.Volunteer, time.Now(), ct)).Obstacles;
    }

    private async Task<List<ProposalCard>> ReadAsync(IQueryable<Proposal> which, CultureInfo language, CancellationToken ct)
    {
        var now = time.Now();
        var found = await which.AsNoTracking().OrderBy(p => p.Request.EarliestStart).Take(20).Select(p => new
        {
            p.Id, p.VolunteerId, p.State, p.NotifiedAt, p.Figures, Home = p.Volunteer.Person.Insee, p.Volunteer.Transport,
            p.Request.NeedType, RequestState = p.Request.State, p.Request.NeedChangedAt, p.Request.EarliestStart, p.Request.LatestStart, p.Request.NoticeMinutes,
            p.Request.UsualMinutes, p.Request.PlaceInsee, p.Request.DestinationInsee, p.Request.Trip, p.Request.People, p.Request.PlacesTaken,
            Practical = p.Request.Beneficiary!.PracticalNeedCodes,
        }).ToListAsync(ct);

        var taxonomy = await needs.CurrentAsync(ct);
        var words = new RequestWords(taxonomy, language.TwoLetterISOLanguageName);
        return [.. found.Select(p => new ProposalCard(p.Id, p.VolunteerId,
            StateOf(p.State, p.RequestState, isStale: p.NotifiedAt is null || p.NotifiedAt < p.NeedChangedAt || p.LatestStart <= now, isFree: p.PlacesTaken < p.People),
            words.Activity(p.NeedType), words.When(p.EarliestStart, p.LatestStart), words.Length(p.UsualMinutes),
            RequestWords.Commune(p.PlaceInsee), RequestWords.Commune(p.DestinationInsee),
            Minutes(p.Figures, p.Home, p.PlaceInsee, p.Transport) is { } minutes ? words.Length(minutes) : null,
            p.Trip == TripKind.ReturnWithWaiting, p.People > 1, VolunteerVisits.ToForesee(p.Practical, taxonomy, language),
            words.At(p.LatestStart - Duration.FromMinutes(p.NoticeMinutes))))];
    }

    private static QuestionState StateOf(ProposalState answer, RequestState request, bool isStale, bool isFree) => answer switch
    {
        ProposalState.Accepted => QuestionState.SaidYes,
        _ when isStale => QuestionState.Over,
        _ when request is RequestState.Matched || (request is RequestState.Open && !isFree) => QuestionState.Taken,
        _ when request is not RequestState.Open => QuestionState.Over,
        ProposalState.Declined => QuestionState.SaidNo,
        ProposalState.Notified or ProposalState.Lapsed or ProposalState.Withdrawn => QuestionState.Waiting,
        _ => QuestionState.Over,
    };

    private static int? Minutes(string figures, string home, string place, Transport transport)
    {
        if (ProposalFigures.Read(figures)?.AboutMinutes is { } shown) return shown;
        var mode = transport switch { Transport.OnFoot => TravelMode.Foot, Transport.Bicycle => TravelMode.Bicycle, Transport.Bus => TravelMode.Bus, _ => TravelMode.Car };
        var way = Travel.Between(CommuneTable.Shipped, new Place(home, null), new Place(place, null), mode);
        return way.IsKnown ? way.AboutMinutes : null;
    }
}
