using NodaTime;
using Tisserand.France;

namespace Tisserand.Matching.Tests;

/// <summary>One volunteer and one need that suit each other, to be spoilt by each test.</summary>
internal static class People
{
    /// <summary>Monday 9:00 in Paris; the visit asked for is on Thursday 14:00.</summary>
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 30, 8, 0);
    public static readonly Instant Thursday14 = Instant.FromUtc(2026, 12, 3, 13, 0);
    public static readonly Guid Beneficiary = Number(900);

    public static readonly Place Redon = new("35236", new GeoPoint(47.6515, -2.0841));
    public static readonly Place StNicolas = new("44185", new GeoPoint(47.6472, -2.0660));
    public static readonly Place Rennes = new("35238", new GeoPoint(48.1113, -1.6800));

    public static readonly IndexOptions Index = new() { Horizon = new Interval(Now, Now + Duration.FromDays(14)) };

    public static Guid Number(int n) => new(n, 0, 0, new byte[8]);

    public static Interval Hours(int from, int until) =>
        new(Thursday14 + Duration.FromHours(from - 14), Thursday14 + Duration.FromHours(until - 14));

    public static Interval At(Instant instant) => new(instant, instant);

    public static Candidate Anne(int number = 1) => new()
    {
        Id = Number(number),
        Home = StNicolas,
        Mode = TravelMode.Car,
        TravelBudget = Duration.FromMinutes(20),
        Availability = [Hours(13, 18)],
    };

    public static Need Shopping() => new()
    {
        Id = Number(800),
        BeneficiaryId = Beneficiary,
        Type = "courses.pharmacie",
        FirstLevel = "courses",
        AsOf = Now,
        StartWindows = [At(Thursday14)],
        Booked = Duration.FromMinutes(90),
        From = Redon,
        To = Redon,
    };

    public static IReadOnlySet<T> Set<T>(params T[] values) => values.ToHashSet();
}
