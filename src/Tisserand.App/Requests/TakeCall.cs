using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Learning;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests.Series;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Requests;

/// <summary>How a need comes back.</summary>
/// <param name="Rule">RFC 5545 rule in days.</param>
/// <param name="At">When help begins, or she is fetched; null = early enough for the appointment that the need names.</param>
/// <param name="ReturnAt">Hour of the way back, where the trip has two legs.</param>
public sealed record Rhythm(
    string Rule, LocalDate First, LocalDate? Last, LocalTime? At, int FlexibleMinutes, LocalTime? ReturnAt, bool NotInSchoolHolidays, bool NotOnPublicHolidays);

/// <summary>All of a telephone call, from one page.</summary>
/// <param name="Once">Identity of the form: sent twice, it acts once.</param>
/// <param name="Territory">Where a new file is opened.</param>
/// <param name="Beneficiary">Her file; null opens one from <paramref name="NewPerson"/>.</param>
/// <param name="Rhythm">Null = this once.</param>
/// <param name="Agreed">The wording was read to her and she agreed.</param>
/// <param name="Reading">See <see cref="CapturedCall"/>.</param>
public sealed record TelephoneCall(
    Guid Once, TerritoryId Territory, BeneficiaryId? Beneficiary, PersonForm? NewPerson, NeedInput Need, Rhythm? Rhythm, bool Agreed, string? Reading = null);

/// <summary>What taking a call led to.</summary>
public abstract record TakeCallOutcome
{
    private TakeCallOutcome() { }

    /// <param name="First">The request, or the first of a series; null when a series has none within 28 days.</param>
    /// <param name="Listed">Volunteers on the first request's list.</param>
    public sealed record Taken(BeneficiaryId Beneficiary, HelpRequestId? First, int Listed) : TakeCallOutcome;

    /// <summary>Nothing was stored; everything that is wrong with the person and with the need.</summary>
    public sealed record Refused(IReadOnlyList<People.FieldProblem> Person, IReadOnlyList<FieldError> Need) : TakeCallOutcome;

    public sealed record NotFound : TakeCallOutcome;

    public sealed record Busy : TakeCallOutcome;
}

/// <summary>A call becomes a file where there is none, a request or a series, and a list of volunteers. All is checked before anything is
/// stored; each step is a transaction that the same form, sent again after a fault, finds done.</summary>
public sealed class TakeCall(
    TisserandDb db, TimeProvider time, NeedCatalogue needs, SaveBeneficiary save, CaptureRequest capture, StartSeries start, CreateOccurrences occurrences, SuggestProposals suggest, KeepCorrection corrections)
{
    /// <summary>Version of the wording read aloud.</summary>
    public const string Wording = "appel/1";

    private const int MostListed = 8;

    /// <param name="call">As filled in.</param>
    /// <param name="hers">Where the coordinator works; a file of elsewhere does not exist for her.</param>
    /// <param name="by">The coordinator.</param>
    /// <param name="ct">Stops between the steps; each is whole.</param>
    public async Task<TakeCallOutcome> RunAsync(TelephoneCall call, IReadOnlyList<TerritoryId> hers, Actor by, CancellationToken ct)
    {
        if (!hers.Contains(call.Territory)) return new TakeCallOutcome.NotFound();
        if (await CheckAsync(call, hers, ct) is { } wrong) return wrong;

        var who = call.Beneficiary;
        if (who is null)
        {
            switch (await save.RunAsync(call.Territory, null, new BeneficiaryForm { Person = call.NewPerson! }, call.Once, by, ct))
            {
                case SaveOutcome<BeneficiaryId>.Saved saved: who = saved.Id; break;
                case SaveOutcome<BeneficiaryId>.Refused no: return new TakeCallOutcome.Refused(no.Problems, []);
                default: return new TakeCallOutcome.Busy();
            }
        }

        db.ChangeTracker.Clear();
        return call.Rhythm is { } rhythm ? await RepeatAsync(call, who.Value, rhythm, by, ct) : await OnceAsync(call, who.Value, by, ct);
    }

    /// <summary>Person and need together, so that she corrects once.</summary>
    private async Task<TakeCallOutcome?> CheckAsync(TelephoneCall call, IReadOnlyList<TerritoryId> hers, CancellationToken ct)
    {
        var now = time.Now();
        WantedPlace? home;
        IReadOnlyList<People.FieldProblem> person = [];
        if (call.Beneficiary is { } id)
        {
            var known = await db.Beneficiaries.AsNoTracking().Include(b => b.Person).SingleOrDefaultAsync(b => b.Id == id && hers.Contains(b.TerritoryId), ct);
            if (known is null) return new TakeCallOutcome.NotFound();
            home = NewRequests.HomeOf(known);
        }
        else
        {
            var form = call.NewPerson ?? throw new ArgumentException("A call is about a known person or a new one.", nameof(call));
            var read = PersonReader.Read(form, contactWanted: true, now.LocalDay());
            person = read.Problems;
            home = new WantedPlace(read.Insee ?? (await db.Territories.Where(t => t.Id == call.Territory).Select(t => t.SeatInsee).SingleAsync(ct)), form.Street);
        }

        var reading = NeedReading.Of(call.Need, await needs.CurrentAsync(ct), home, now);
        List<FieldError> need = reading is NeedReading.Refused refused ? [.. refused.Errors] : [];
        if (call.Rhythm is { ReturnAt: null } && call.Need.Trip is WantedTrip.TwoLegs) need.Add(new("return", FieldProblem.Missing));
        return person.Count + need.Count > 0 ? new TakeCallOutcome.Refused(person, need) : null;
    }

    private async Task<TakeCallOutcome> OnceAsync(TelephoneCall call, BeneficiaryId who, Actor by, CancellationToken ct)
    {
        switch (await capture.RunAsync(new CapturedCall(call.Once, who, call.Need, call.Agreed ? Wording : null, Reading: call.Reading), by, ct))
        {
            case CaptureOutcome.Captured done:
                var listed = await ListAsync(done.Ids.Request, ct);
                if (done.Ids.ReturnLeg is { } back) await ListAsync(back, ct);
                return new TakeCallOutcome.Taken(who, done.Ids.Request, listed);
            case CaptureOutcome.Refused no: return new TakeCallOutcome.Refused([], no.Errors);
            default: return new TakeCallOutcome.Busy();
        }
    }

    private async Task<TakeCallOutcome> RepeatAsync(TelephoneCall call, BeneficiaryId who, Rhythm rhythm, Actor by, CancellationToken ct)
    {
        var there = new SeriesInput
        {
            Once = call.Once, Beneficiary = who, NeedType = call.Need.NeedType, Rule = rhythm.Rule, FirstDate = rhythm.First, LastDate = rhythm.Last,
            StartsAt = rhythm.At, AppointmentAt = (call.Need.Time as WantedTime.Appointment)?.Hour.TimeOfDay, FlexibleMinutes = rhythm.FlexibleMinutes, NotInSchoolHolidays = rhythm.NotInSchoolHolidays, NotOnPublicHolidays = rhythm.NotOnPublicHolidays,
            Text = call.Need.Text, Place = call.Need.Place, Destination = call.Need.Destination, Trip = KindOf(call.Need.Trip),
        };
        List<SeriesInput> series = [there];
        if (call.Need.Trip is WantedTrip.TwoLegs && call.Need.Destination is { } to)
            series.Add(await BackAsync(there, to, rhythm.ReturnAt!.Value, who, ct));

        foreach (var one in series)
        {
            switch (await start.RunAsync(one, by, ct))
            {
                case StartSeriesOutcome.Refused no: return new TakeCallOutcome.Refused([], no.Errors);
                case StartSeriesOutcome.Busy: return new TakeCallOutcome.Busy();
            }

            db.ChangeTracker.Clear();
            await occurrences.RunAsync(new RecurringNeedId(one.Once), time.Now(), ct);
        }

        var made = series.Select(s => (RecurringNeedId?)new RecurringNeedId(s.Once)).ToList();
        var requests = await db.HelpRequests.Where(r => made.Contains(r.RecurringNeedId) && r.State == RequestState.Open)
            .OrderBy(r => r.EarliestStart).ThenBy(r => r.Id).Select(r => r.Id).Take(MostListed).ToListAsync(ct);
        if (call.Reading is not null && requests.Count > 0) await KeepReadingAsync(requests[0], call.Need.Text, ct);
        var listed = 0;
        foreach (var request in requests)
        {
            var count = await ListAsync(request, ct);
            if (request == requests[0]) listed = count;
        }

        return new TakeCallOutcome.Taken(who, requests.Count > 0 ? requests[0] : null, listed);
    }

    /// <summary>Of a series, its first request holds what was read.</summary>
    private async Task KeepReadingAsync(HelpRequestId first, string? text, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await db.DecideAsync(async () =>
        {
            var request = await db.HelpRequests.Include(r => r.Beneficiary).SingleAsync(r => r.Id == first, ct);
            await corrections.AddAsync(request, request.Beneficiary!.PersonId, text, null, time.Now(), ct);
            return request.Id;
        }, ct);
    }

    /// <summary>From where she was taken, home; both legs have their own volunteers.</summary>
    private async Task<SeriesInput> BackAsync(SeriesInput there, WantedDestination to, LocalTime at, BeneficiaryId who, CancellationToken ct)
    {
        var home = there.Place ?? NewRequests.HomeOf(await db.Beneficiaries.AsNoTracking().Include(b => b.Person).SingleAsync(b => b.Id == who, ct));
        return there with
        {
            Once = LegIds.ReturnOf(new HelpRequestId(there.Once)).Value,
            StartsAt = at,
            AppointmentAt = null,
            FlexibleMinutes = 0,
            Trip = TripKind.ReturnLeg,
            Place = new WantedPlace(to.Insee, to.Address),
            Destination = home is null ? null : new WantedDestination(home.Insee, home.Street),
        };
    }

    private async Task<int> ListAsync(HelpRequestId request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await suggest.RunAsync(request, ct) is SuggestOutcome.Listed list ? list.Count : 0;      // else "to propose" stands on the day's list
    }

    private static TripKind KindOf(WantedTrip trip) => trip switch
    {
        WantedTrip.Simple => TripKind.Simple,
        WantedTrip.ReturnWithWaiting => TripKind.ReturnWithWaiting,
        WantedTrip.TwoLegs => TripKind.OutwardLeg,
        _ => TripKind.None,
    };
}
