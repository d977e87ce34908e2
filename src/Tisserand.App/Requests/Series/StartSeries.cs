using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.Requests.Series;

/// <summary>A need that comes back, as somebody fills it in.</summary>
public sealed record SeriesInput
{
    /// <summary>Identity of the form: sent twice, it makes one series.</summary>
    public required Guid Once { get; init; }

    public required BeneficiaryId Beneficiary { get; init; }

    public required string NeedType { get; init; }

    /// <summary>RFC 5545 rule in days, such as <c>FREQ=WEEKLY;BYDAY=TH</c>.</summary>
    public required string Rule { get; init; }

    public required LocalDate FirstDate { get; init; }

    public LocalDate? LastDate { get; init; }

    /// <summary>When help begins, or she is fetched; null = early enough for the journey to the appointment.</summary>
    public LocalTime? StartsAt { get; init; }

    /// <summary>Hour of the appointment; null without one.</summary>
    public LocalTime? AppointmentAt { get; init; }

    public int FlexibleMinutes { get; init; }

    public bool NotInSchoolHolidays { get; init; }

    public bool NotOnPublicHolidays { get; init; }

    public string? Text { get; init; }

    public WantedPlace? Place { get; init; }

    public WantedDestination? Destination { get; init; }

    /// <summary>Of a trip; the two legs of one are two series.</summary>
    public TripKind Trip { get; init; }

    /// <summary>She has already said yes to the series.</summary>
    public VolunteerId? Main { get; init; }

    /// <summary>Last day of her promise; null = until she says otherwise.</summary>
    public LocalDate? MainUntil { get; init; }

    /// <summary>Asked first when the main volunteer cannot come.</summary>
    public VolunteerId? Second { get; init; }
}

/// <summary>What starting a series led to.</summary>
public abstract record StartSeriesOutcome
{
    private StartSeriesOutcome() { }

    public sealed record Started(RecurringNeedId Series) : StartSeriesOutcome;

    public sealed record Refused(IReadOnlyList<FieldError> Errors) : StartSeriesOutcome;

    public sealed record Busy : StartSeriesOutcome;
}

/// <summary>Notes a need that comes back; its requests are made 28 days ahead by <see cref="CreateOccurrences"/>.</summary>
public sealed class StartSeries(TisserandDb db, TimeProvider time, NeedCatalogue needs, SeriesNews news)
{
    public Task<StartSeriesOutcome> RunAsync(SeriesInput input, Actor by, CancellationToken ct) =>
        db.DecideAsync<StartSeriesOutcome>(async () =>
        {
            var id = new RecurringNeedId(input.Once);
            if (await db.RecurringNeeds.AnyAsync(s => s.Id == id, ct)) return new StartSeriesOutcome.Started(id);

            var beneficiary = await db.Beneficiaries.Include(b => b.Person).ThenInclude(p => p.Contacts).SingleOrDefaultAsync(b => b.Id == input.Beneficiary, ct);
            var type = (await needs.CurrentAsync(ct)).Find(input.NeedType);
            var place = input.Place ?? (beneficiary is null ? null : NewRequests.HomeOf(beneficiary));
            var now = time.Now();
            var startsAt = input.StartsAt ?? PickUp(input, place);
            var errors = Errors(input, beneficiary, type, place, startsAt, now.LocalDay()).ToList();
            if (await UnknownVolunteersAsync(input, ct) is { Count: > 0 } unknown) errors.AddRange(unknown);
            if (errors.Count > 0) return new StartSeriesOutcome.Refused(errors);

            var series = new RecurringNeed(id, beneficiary!.TerritoryId, beneficiary.Id, type!.Code, input.Rule.Trim(), input.FirstDate, startsAt!.Value);
            series.IsExpectedAt(input.AppointmentAt);
            series.Takes(input.FlexibleMinutes, type.UsualMinutes, type.LongMinutes, type.NoticeHours * 60, input.NotInSchoolHolidays, input.NotOnPublicHolidays, input.LastDate);
            series.Happens(new Place(place!.Insee, place.Point), place.Street, input.Destination?.Insee, input.Destination?.Address, TripOf(input, type), input.Text);
            series.HasMain(input.Main, input.MainUntil);
            series.HasSecond(input.Second);
            db.Add(series);
            db.Add(new AuditLine("start", "series", id.Value, "Started", by, now));
            if (input.Main is { } main) await news.AgreedAsync(series, beneficiary, main, ct);
            return new StartSeriesOutcome.Started(id);
        }, () => new StartSeriesOutcome.Busy(), ct);

    private static TripKind TripOf(SeriesInput input, NeedTypeDefinition type) =>
        input.Trip == TripKind.None && type.IsTrip ? TripKind.Simple : input.Trip;

    private static LocalTime? PickUp(SeriesInput input, WantedPlace? place) => input.AppointmentAt is { } hour
        ? NeedReading.PickUpFor(ParisTime.At(input.FirstDate, hour), place, input.Destination).Local().TimeOfDay
        : null;

    private static IEnumerable<FieldError> Errors(
        SeriesInput input, Beneficiary? beneficiary, NeedTypeDefinition? type, WantedPlace? place, LocalTime? startsAt, LocalDate today)
    {
        if (startsAt is null) yield return new("time", FieldProblem.Missing);
        if (input.AppointmentAt < startsAt) yield return new("time", FieldProblem.PickUpAfterAppointment);
        if (beneficiary is null) yield return new("beneficiary", FieldProblem.UnknownPerson);
        else if (beneficiary.State is PersonState.Left or PersonState.Deceased) yield return new("beneficiary", FieldProblem.FileClosed);
        if (type is null) yield return new("needType", FieldProblem.UnknownNeedType);
        else if (input.Destination is null && TripOf(input, type) != TripKind.None) yield return new("destination", FieldProblem.Missing);
        if (input.Destination is { } to && CommuneTable.Shipped.Find(to.Insee) is null) yield return new("destination", FieldProblem.UnknownCommune);
        if (place is null) yield return new("place", FieldProblem.Missing);
        else if (CommuneTable.Shipped.Find(place.Insee) is null) yield return new("place", FieldProblem.UnknownCommune);
        if (input.FlexibleMinutes is < 0 or > 720) yield return new("flexibleMinutes", FieldProblem.OutOfRange);
        if (input.Text?.Length > 2000) yield return new("text", FieldProblem.TooLong);
        if (input.MainUntil < today) yield return new("mainUntil", FieldProblem.TimePassed);
        if (input.Main is { } main && input.Second == main) yield return new("second", FieldProblem.SamePerson);
        if (input.LastDate < input.FirstDate) yield return new("lastDate", FieldProblem.EndBeforeBeginning);
        else if (input.LastDate < today) yield return new("lastDate", FieldProblem.TimePassed);
        else if (!SeriesRule.IsUnderstood(input.Rule)) yield return new("rule", FieldProblem.NotARhythm);
        else if (SeriesRule.Days(input.Rule, input.FirstDate, LocalDate.Max(today, input.FirstDate), input.LastDate ?? LocalDate.Max(today, input.FirstDate).PlusYears(1)).Count == 0)
            yield return new("rule", FieldProblem.NoDayInRhythm);
    }

    private async Task<List<FieldError>> UnknownVolunteersAsync(SeriesInput input, CancellationToken ct)
    {
        var asked = new[] { ("main", input.Main), ("second", input.Second) }.Where(a => a.Item2 is not null).ToList();
        var ids = asked.Select(a => a.Item2!.Value).ToList();
        var known = await db.Volunteers.Where(v => ids.Contains(v.Id) && v.State == PersonState.Active).Select(v => v.Id).ToListAsync(ct);
        return [.. asked.Where(a => !known.Contains(a.Item2!.Value)).Select(a => new FieldError(a.Item1, FieldProblem.UnknownPerson))];
    }
}
