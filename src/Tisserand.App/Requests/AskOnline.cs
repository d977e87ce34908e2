using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Safety;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Requests;

/// <summary>A request typed on the public site, without an account.</summary>
/// <param name="For">The person it is for, when somebody who has come in chose her.</param>
/// <param name="By">Who has come in: the beneficiary herself or one of her carers; anybody else's choice counts for nothing.</param>
public sealed record OnlineRequest(Guid Once, Stranger Who, NeedInput Need, BeneficiaryId? For = null, PersonId? By = null);

/// <summary>What asking online led to. The answer is the same whether she is known or not.</summary>
public abstract record AskOutcome
{
    private AskOutcome() { }

    public sealed record Received(RequestIds Ids) : AskOutcome;

    public sealed record Refused(IReadOnlyList<FieldError> Errors) : AskOutcome;

    public sealed record Busy : AskOutcome;
}

/// <summary>Somebody asks on the public site: a draft, until a coordinator has spoken with her.</summary>
public sealed class AskOnline(TisserandDb db, TimeProvider time, NeedCatalogue needs, NewRequests made, NearestTerritory territories, Attention attention, RequestNews news, RaiseDanger danger)
{
    public Task<AskOutcome> RunAsync(OnlineRequest asked, CancellationToken ct) =>
        db.DecideAsync<AskOutcome>(async () =>
        {
            if (await made.MadeByAsync(asked.Once, ct) is { } already) return new AskOutcome.Received(already);
            var now = time.Now();
            var home = new WantedPlace(asked.Who.Insee, asked.Who.Street);
            var reading = NeedReading.Of(asked.Need, await needs.CurrentAsync(ct), home, now);
            var errors = asked.Who.Errors().Concat(reading is NeedReading.Refused refused ? refused.Errors : []).Distinct().ToList();
            if (errors.Count > 0) return new AskOutcome.Refused(errors);

            var known = await ChosenAsync(asked, ct) ?? await KnownAsync(asked.Who, ct);
            var territory = known?.TerritoryId ?? await territories.OfAsync(asked.Who.Insee, ct);
            var drafts = made.Add(asked.Once, territory, known?.Id, RequestSource.Web, ((NeedReading.Read)reading).Legs, now);
            foreach (var draft in drafts)
            {
                draft.Says(draft.Text, asked.Who.ToJson());
                db.Add(new AuditLine("ask", "request", draft.Id.Value, "Received", Actor.Machine, now));
            }

            await attention.RaiseAsync(territory, AttentionReasons.DraftToCall, $"draft/{drafts[0].Id.Value:N}", now, request: drafts[0].Id, beneficiary: known?.Id, ct: ct);
            if (known is not null) await news.ReceivedAsync(drafts[0], known, ct);
            if (!string.IsNullOrWhiteSpace(asked.Need.Text) && await danger.ReadAsync(new IncomingWords(territory, known?.PersonId, DangerSource.Form, asked.Need.Text), now, ct) is { } alert)
                alert.About(request: drafts[0].Id);
            return new AskOutcome.Received(new RequestIds(drafts[0].Id, drafts.Count > 1 ? drafts[1].Id : null));
        }, () => new AskOutcome.Busy(), ct);

    private async Task<Beneficiary?> ChosenAsync(OnlineRequest asked, CancellationToken ct) => asked is { For: { } chosen, By: { } by }
        ? await db.Beneficiaries.Include(b => b.Person).ThenInclude(p => p.Contacts)
            .Where(OwnHelp.Concerns(by)).SingleOrDefaultAsync(b => b.Id == chosen, ct)
        : null;

    /// <summary>The one beneficiary who is reached there; a number shared by two people decides nothing, nor does that of
    /// somebody who asks for another.</summary>
    private async Task<Beneficiary?> KnownAsync(Stranger who, CancellationToken ct)
    {
        if (who.AsksFor is not null) return null;
        foreach (var index in who.Contacts().Select(db.Keys.IndexOf).ToList())
        {
            var found = await db.Beneficiaries.Include(b => b.Person).ThenInclude(p => p.Contacts)
                .Where(b => b.State != PersonState.Left && b.State != PersonState.Deceased && b.Person.Contacts.Any(c => c.Index == index))
                .OrderBy(b => b.Id).Take(2).ToListAsync(ct);
            if (found.Count == 1) return found[0];
        }

        return null;
    }
}
