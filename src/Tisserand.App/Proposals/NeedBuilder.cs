using System.Collections.Frozen;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Requests;
using Tisserand.App.Visits;
using Tisserand.France;
using Tisserand.Matching;

namespace Tisserand.App.Proposals;

/// <summary>Turns a request into what matching sees of it. The one place where that happens.</summary>
internal static class NeedBuilder
{
    /// <param name="request">With its beneficiary and visits loaded.</param>
    /// <param name="taxonomy">In force.</param>
    /// <param name="now">The instant of the matching.</param>
    public static Need Of(HelpRequest request, Taxonomy taxonomy, Instant now)
    {
        var type = taxonomy.Find(request.NeedType);
        var beneficiary = request.Beneficiary ?? throw new InvalidOperationException("A draft has nobody to match for.");
        return new Need
        {
            Id = request.Id.Value,
            BeneficiaryId = beneficiary.Id.Value,
            Type = request.NeedType,
            FirstLevel = type?.FirstLevel ?? request.NeedType,
            AsOf = now,
            StartWindows = [StartWindow(request, now)],
            Booked = Duration.FromMinutes(request.BookedMinutes),
            From = request.Place,
            To = request.DestinationInsee is { } destination ? new Place(destination, null) : request.Place,
            Zone = Territories.Calendars.Paris,
            RequiredSkills = Codes(type?.RequiredSkills),
            UsefulSkills = Codes(type?.UsefulSkills),
            RequiredChecks = Codes(type?.RequiredChecks),
            AnimalOnSite = beneficiary.PracticalNeeds.Contains("animal_au_domicile"),
            Conditions = new NeedConditions
            {
                Language = beneficiary.RequiresLanguage,
                Sex = Sexes.ForMatching(beneficiary.RequiresSex),
                NoAnimals = beneficiary.RequiresNoAnimal,
            },
            Wishes = new NeedWishes
            {
                Languages = Codes(beneficiary.LikesToSpeak),
                Interests = Codes(beneficiary.Interests),
                Continuity = beneficiary.WishesSameFace,
                Volunteers = request.AskFirst is { } first ? FrozenSet.Create(first.Value) : FrozenSet<Guid>.Empty,
            },
            Priority = new NeedPriority
            {
                BaseSteps = type?.BasePriority ?? 0,
                Waiting = Duration.Max(Duration.Zero, now - request.WaitingSince),
                FixedAppointment = request.AppointmentAt is not null,
                Reopened = request.TimesReopened > 0,
                AloneWithoutRelatives = beneficiary.LivesAlone && !beneficiary.HasRelativesNear,
            },
        };
    }

    /// <summary>Several people come together: once one has said yes, the others begin with her.</summary>
    private static Interval StartWindow(HelpRequest request, Instant now)
    {
        if (request.Visits.FirstOrDefault(v => v.State == VisitState.Planned) is { } together)
            return new Interval(together.Start, together.Start);
        var earliest = Instant.Max(request.EarliestStart, Instant.Min(now, request.LatestStart));
        return new Interval(earliest, request.LatestStart);
    }

    public static FrozenSet<string> Codes(IReadOnlyList<string>? codes) =>
        codes is null or { Count: 0 } ? FrozenSet<string>.Empty : codes.ToFrozenSet(StringComparer.Ordinal);
}

internal static class Sexes
{
    public static Sex? ForMatching(People.Sex sex) => sex switch
    {
        People.Sex.Female => Sex.Female,
        People.Sex.Male => Sex.Male,
        _ => null,
    };
}
