using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.France;

namespace Tisserand.App.Requests;

/// <summary>A draft as its author typed it, and who it may belong to.</summary>
/// <param name="Phone">As it is dialled.</param>
/// <param name="Is">What she says she is to the person she asks for.</param>
/// <param name="TheyAgree">She says that this person agrees; to be heard on the telephone.</param>
/// <param name="Known">The file already recognised by number or address; to be checked on the telephone.</param>
public sealed record DraftFile(
    HelpRequestId Id, TerritoryId Territory, RequestState State, string? Name, string? Phone, string? Email, string? AsksFor, CarerKind? Is, bool TheyAgree, string? Commune, string? Street,
    string Activity, string When, string? Text, string? Destination, bool IsUrgent, Instant CreatedAt, HelpRequestId? OtherLeg, FoundFile? Known, IReadOnlyList<FoundFile> Found);

/// <summary>A beneficiary's file that a draft may be attached to.</summary>
public sealed record FoundFile(BeneficiaryId Id, string Name, string? Street, string Commune);

/// <inheritdoc cref="DraftFile"/>
public sealed class DraftFiles(TisserandDb db, NeedCatalogue needs, PeopleDirectory directory)
{
    private const int MostFound = 20;

    /// <param name="id">The draft.</param>
    /// <param name="territories">Where she works.</param>
    /// <param name="search">Letters of a name or street, or a number; null looks for what the stranger typed.</param>
    /// <param name="language">Of the reader.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<DraftFile?> ReadAsync(HelpRequestId id, IReadOnlyList<TerritoryId> territories, string? search, string language, CancellationToken ct)
    {
        var draft = await db.HelpRequests.AsNoTracking().Include(r => r.Beneficiary!.Person).SingleOrDefaultAsync(r => r.Id == id && territories.Contains(r.TerritoryId), ct);
        if (draft is null) return null;

        var words = new RequestWords(await needs.CurrentAsync(ct), language);
        var who = Stranger.FromJson(draft.StrangerContact);
        var found = new List<FoundFile>();
        foreach (var text in new[] { search, who?.Phone, who?.Name, who?.AsksFor }.Where(t => !string.IsNullOrWhiteSpace(t)).Take(search is null ? 4 : 1))
            foreach (var person in await directory.SearchAsync(db, draft.TerritoryId, text!, MostFound, ct))
                if (person.BeneficiaryId is { } beneficiary && found.TrueForAll(f => f.Id != beneficiary)) found.Add(new(beneficiary, person.Name, person.Street, person.Commune));

        var known = draft.Beneficiary is { } b ? new FoundFile(b.Id, b.Person.FullName, b.Person.Street, RequestWords.Commune(b.Person.Insee) ?? "") : null;
        return new DraftFile(id, draft.TerritoryId, draft.State, who?.Name ?? known?.Name,
            FrenchPhone.TryParse(who?.Phone, out var phone) ? phone.National : who?.Phone, who?.Email, who?.AsksFor, who?.Is, who?.TheyAgree == true, RequestWords.Commune(who?.Insee ?? draft.PlaceInsee), who?.Street ?? draft.PlaceStreet,
            words.Activity(draft.NeedType), words.When(draft), draft.Text,
            draft.DestinationInsee is null ? null : $"{draft.DestinationAddress} {RequestWords.Commune(draft.DestinationInsee)}".Trim(),
            draft.IsUrgent, draft.CreatedAt, draft.OtherLegId, known, [.. found.Where(f => f.Id != known?.Id).Take(MostFound)]);
    }

    /// <summary>Whether a draft of these territories may be attached to this file: both are hers.</summary>
    public async Task<bool> MayAttachAsync(HelpRequestId id, BeneficiaryId beneficiary, IReadOnlyList<TerritoryId> territories, CancellationToken ct) =>
        await db.HelpRequests.AnyAsync(r => r.Id == id && territories.Contains(r.TerritoryId), ct)
        && await db.Beneficiaries.AnyAsync(b => b.Id == beneficiary && territories.Contains(b.TerritoryId), ct);
}
