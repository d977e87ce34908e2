using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.Requests;
using Tisserand.App.Storage;

namespace Tisserand.App.Proposals;

/// <summary>Puts one question to one volunteer: the proposal is notified and its message written, in the caller's transaction.</summary>
public sealed class AskVolunteer(TisserandDb db, IdSource ids, NeedCatalogue needs, Outbox outbox, PublicAddress address)
{
    /// <summary>Questions so far back that nobody means them any more.</summary>
    private const int MostRemembered = 200;

    public async Task<bool> AskAsync(Proposal proposal, int wave, bool outsideBudget, Instant now, CancellationToken ct)
    {
        var secret = $"{ids.NewGuid():N}";      // 122 bits of chance, in letters that survive any retyping
        var number = await ShortNumberAsync(proposal, ct);
        if (!proposal.Notify(now, wave, number, db.Keys.IndexOf(secret), outsideBudget)) return false;

        var request = proposal.Request;
        var volunteer = await db.Volunteers.Include(v => v.Person).ThenInclude(p => p.Contacts).SingleAsync(v => v.Id == proposal.VolunteerId, ct);
        var taxonomy = await needs.CurrentAsync(ct);
        var words = new RequestWords(taxonomy, volunteer.Person.Language);
        var practical = request.Beneficiary?.PracticalNeeds.Select(n => Label(taxonomy.PracticalNeeds.Find(n), volunteer.Person.Language)).OfType<string>().ToList() ?? [];
        await outbox.WriteAsync(MessageKind.Solicitation, volunteer.PersonId,
            new MessageValues.Solicitation(
                number, words.Activity(request.NeedType), words.When(request), words.Length(request.UsualMinutes),
                RequestWords.Commune(request.PlaceInsee), RequestWords.Commune(request.DestinationInsee),
                ProposalFigures.Read(proposal.Figures)?.AboutMinutes is { } minutes ? words.Length(minutes) : null,
                WaitsThere: request.Trip == TripKind.ReturnWithWaiting,
                practical.Count == 0 ? null : string.Join(", ", practical), AnswerBefore: words.At(request.Deadline), address.Answer(secret)),
            new MessageAbout(request.TerritoryId, $"ask/{proposal.Id.Value:N}/{wave}", request.Id, proposal.Id, UselessAfter: request.Deadline), ct);
        return true;
    }

    /// <summary>A number that no other question bears of her, or of whoever shares her telephone.</summary>
    private async Task<int> ShortNumberAsync(Proposal proposal, CancellationToken ct)
    {
        var person = await db.Volunteers.Where(v => v.Id == proposal.VolunteerId).Select(v => v.PersonId).SingleAsync(ct);
        var hers = db.ContactPoints.Where(c => c.PersonId == person).Select(c => c.Index);
        var sharing = db.ContactPoints.Where(c => hers.Contains(c.Index)).Select(c => c.PersonId);
        var taken = await db.Proposals
            .Where(p => (p.VolunteerId == proposal.VolunteerId || sharing.Contains(p.Volunteer.PersonId)) && p.Id != proposal.Id && p.ShortCode != null)
            .OrderByDescending(p => p.NotifiedAt).Select(p => p.ShortCode!.Value).Take(MostRemembered).ToListAsync(ct);
        var sameWave = proposal.Request.Proposals.Where(p => p.Id != proposal.Id).Select(p => p.ShortCode).OfType<int>();
        return QuestionNumbers.Of(proposal.Id, taken.Concat(sameWave).ToHashSet());
    }

    private static string? Label(ListEntry? entry, string language) => language == "en" ? entry?.En : entry?.Fr;
}
