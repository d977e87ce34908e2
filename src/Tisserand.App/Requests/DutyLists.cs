using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Requests;

/// <summary>What an open request waits for.</summary>
public enum WaitsFor { ToPropose, ToValidate, InGrace, Answers, NextWave, ToCall }

/// <summary>An open request on the lists of the day.</summary>
/// <param name="Since">Since when somebody waits.</param>
/// <param name="Answers">Volunteers asked who have not answered.</param>
/// <param name="Listed">People on the list who may still be asked.</param>
/// <param name="IsLate">Its deadline is near, or it has waited long.</param>
public sealed record OpenRequest(
    HelpRequestId Id, string Activity, string When, string? Commune, string Name, WaitsFor WaitsFor, Instant Since, int Answers, int Listed, Instant? GraceEndsAt, bool IsUrgent, bool IsLate);

/// <summary>Something that waits for a human voice.</summary>
public sealed record ToCallBack(
    AttentionItemId Id, string Reason, string? Name, Guid? Person, HelpRequestId? Request, bool IsDraft, string? Activity, string? When, Instant Since, bool IsLate);

/// <summary>The coordinator's day: three lists with the age of each line, the most pressing first.</summary>
public sealed record DutyDay(
    string Territory, IReadOnlyList<string> OnDuty, IReadOnlyList<OpenRequest> ToServe, IReadOnlyList<OpenRequest> ToValidate, IReadOnlyList<ToCallBack> ToCall);

/// <inheritdoc cref="DutyDay"/>
public sealed class DutyLists(TisserandDb db, TimeProvider time, NeedCatalogue needs, DutyRoster roster)
{
    private const int Most = 200;
    private static readonly Duration DeadlineIsNear = Duration.FromHours(24), WaitedLong = Duration.FromHours(48), CallIsLate = Duration.FromHours(24);

    /// <returns>Null where there is no such territory.</returns>
    public async Task<DutyDay?> ReadAsync(TerritoryId territory, string language, CancellationToken ct)
    {
        if (await db.Territories.Where(t => t.Id == territory).Select(t => t.Name).SingleOrDefaultAsync(ct) is not { } name) return null;
        var now = time.Now();
        var words = new RequestWords(await needs.CurrentAsync(ct), language);
        var open = await OpenAsync(territory, words, now, ct);
        var duty = await roster.OnDutyAsync(territory, now, ct);
        var onDuty = await db.Accounts.Where(a => duty.Contains(a.Id)).Select(a => a.Name).ToListAsync(ct);
        return new DutyDay(name, onDuty,
            [.. open.Where(o => o.WaitsFor is not (WaitsFor.ToValidate or WaitsFor.InGrace))],
            [.. open.Where(o => o.WaitsFor is WaitsFor.ToValidate or WaitsFor.InGrace)],
            await ToCallAsync(territory, words, now, ct));
    }

    private async Task<List<OpenRequest>> OpenAsync(TerritoryId territory, RequestWords words, Instant now, CancellationToken ct)
    {
        var rows = await db.HelpRequests.AsNoTracking().Where(r => r.TerritoryId == territory && r.State == RequestState.Open)
            .OrderBy(r => r.LatestStart).ThenBy(r => r.Id)
            .Select(r => new
            {
                r.Id, r.NeedType, r.EarliestStart, r.LatestStart, r.NoticeMinutes, r.PlaceInsee, r.WaitingSince, r.ValidatedAt, r.GraceEndsAt, r.IsUrgent,
                r.Beneficiary!.Person.FirstName, r.Beneficiary.Person.LastName,
                Answers = r.Proposals.Count(p => p.State == ProposalState.Notified),
                Listed = r.Proposals.Count(p => p.State == ProposalState.Suggested || p.State == ProposalState.Validated),
                Called = db.AttentionItems.Any(a => a.RequestId == r.Id && a.DoneAt == null),
            }).Take(Most).ToListAsync(ct);
        return
        [
            .. rows.Select(r =>
            {
                var deadline = r.LatestStart - Duration.FromMinutes(r.NoticeMinutes);
                return new OpenRequest(r.Id, words.Activity(r.NeedType), words.When(r.EarliestStart, r.LatestStart), RequestWords.Commune(r.PlaceInsee),
                    $"{r.FirstName} {r.LastName}".Trim(), StateOf(r.ValidatedAt, r.GraceEndsAt, r.Answers, r.Listed, r.Called, now), r.WaitingSince,
                    r.Answers, r.Listed, r.GraceEndsAt > now ? r.GraceEndsAt : null, r.IsUrgent,
                    deadline - now < DeadlineIsNear || now - r.WaitingSince > WaitedLong);
            }).OrderByDescending(o => o.IsUrgent),
        ];
    }

    private static WaitsFor StateOf(Instant? validated, Instant? grace, int answers, int listed, bool called, Instant now) =>
        validated is null ? listed > 0 ? WaitsFor.ToValidate : answers > 0 ? WaitsFor.Answers : called ? WaitsFor.ToCall : WaitsFor.ToPropose
        : grace > now ? WaitsFor.InGrace
        : answers > 0 ? WaitsFor.Answers
        : listed > 0 ? WaitsFor.NextWave
        : WaitsFor.ToCall;

    private async Task<List<ToCallBack>> ToCallAsync(TerritoryId territory, RequestWords words, Instant now, CancellationToken ct)
    {
        var items = await db.AttentionItems.AsNoTracking().Where(a => a.TerritoryId == territory && a.DoneAt == null)
            .OrderBy(a => a.Since).ThenBy(a => a.Id).Take(Most).ToListAsync(ct);
        var requestIds = items.Select(a => a.RequestId).OfType<HelpRequestId>().Distinct().ToList();
        var requests = await db.HelpRequests.AsNoTracking().Where(r => requestIds.Contains(r.Id))
            .Select(r => new { r.Id, r.State, r.NeedType, r.EarliestStart, r.LatestStart, r.BeneficiaryId, r.StrangerContact }).ToDictionaryAsync(r => r.Id, ct);
        var beneficiaryIds = items.Select(a => a.BeneficiaryId).Concat(requests.Values.Select(r => r.BeneficiaryId)).Distinct().ToList();
        var beneficiaries = await db.Beneficiaries.AsNoTracking().Where(b => beneficiaryIds.Contains(b.Id))
            .Select(b => new { b.Id, b.PersonId, b.Person.FirstName, b.Person.LastName }).ToDictionaryAsync(b => b.Id, ct);
        var volunteerIds = items.Select(a => a.VolunteerId).Distinct().ToList();
        var volunteers = await db.Volunteers.AsNoTracking().Where(v => volunteerIds.Contains(v.Id))
            .Select(v => new { v.Id, v.PersonId, v.Person.FirstName, v.Person.LastName }).ToDictionaryAsync(v => v.Id, ct);

        return [.. items.Select(item =>
        {
            var request = item.RequestId is { } r ? requests.GetValueOrDefault(r) : null;
            (string? name, Guid? person) = (item.BeneficiaryId ?? request?.BeneficiaryId) is { } b && beneficiaries.TryGetValue(b, out var helped)
                ? ((string?)$"{helped.FirstName} {helped.LastName}".Trim(), (Guid?)helped.PersonId.Value)
                : item.VolunteerId is { } v && volunteers.TryGetValue(v, out var helper)
                    ? ((string?)$"{helper.FirstName} {helper.LastName}".Trim(), (Guid?)helper.PersonId.Value)
                    : (Stranger.FromJson(request?.StrangerContact)?.Name, null);
            return new ToCallBack(item.Id, AttentionReasons.Sentence(item.Reason, words.Culture), name, person, request?.Id, request?.State == RequestState.Draft,
                request is null ? null : words.Activity(request.NeedType), request is null ? null : words.When(request.EarliestStart, request.LatestStart),
                item.Since, now - item.Since > CallIsLate);
        })];
    }
}
