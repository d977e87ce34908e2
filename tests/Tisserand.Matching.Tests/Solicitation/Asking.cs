using NodaTime;
using NodaTime.Text;
using Tisserand.Matching.Solicitation;

namespace Tisserand.Matching.Tests.Asking;

/// <summary>A request to be matched, said in few words. Local times are those of Redon.</summary>
internal static class Redon
{
    public static DateTimeZone Paris { get; } = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public static WakingHours Usual { get; } = WakingHours.Daily(DailyHours.Solicitation, Paris, IsHoliday);

    public static WakingHours EveryDay { get; } = WakingHours.Daily(DailyHours.Solicitation.EveryDay, Paris, IsHoliday);

    /// <summary>All Saints, Armistice, Christmas, New Year, Easter Monday and Labour Day are enough here.</summary>
    public static bool IsHoliday(LocalDate date) =>
        (date.Month, date.Day) is (11, 1) or (11, 11) or (12, 25) or (1, 1) or (5, 1) || date == new LocalDate(2026, 4, 6);

    /// <summary>2026-11-24 09:00, a Tuesday, as an instant.</summary>
    public static Instant At(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value.InZoneLeniently(Paris).ToInstant();

    public static string Local(Instant? instant) =>
        instant is { } at ? LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(at.InZone(Paris).LocalDateTime) : "never";

    /// <summary>A request whose visit begins at a local time; two hours of notice, no history.</summary>
    public static SolicitationState Request(string now, string visit, params IReadOnlyList<ListedVolunteer> list) => new()
    {
        Now = At(now),
        VisitStart = At(visit),
        Deadline = At(visit) - Duration.FromHours(2),
        NeedChangedAt = At(now) - Duration.FromHours(1),
        Hours = Usual,
        List = list,
    };

    public static ListedVolunteer Person(int rank, double chance = 0.5) =>
        new() { Volunteer = Id(rank), Rank = rank, ChanceOfYes = new(chance) };

    public static IReadOnlyList<ListedVolunteer> People(int count, double chance = 0.5) =>
        [.. Enumerable.Range(1, count).Select(rank => Person(rank, chance))];

    public static Guid Id(int rank) => new(rank, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static SolicitationStep Next(SolicitationState state, SolicitationOptions? options = null) =>
        Matching.Solicitation.Solicitation.Next(state, options ?? SolicitationOptions.Default);

    /// <summary>The step in one line: "ask 1 2 FirstWave, look 2026-11-24 12:30".</summary>
    public static string Say(this SolicitationStep? step) => step switch
    {
        SolicitationStep.Ask ask => $"ask {string.Join(' ', ask.Questions.Select(q => Rank(q.Volunteer) + (q.Outside is null ? "" : "!")))} {ask.Reason}, look {Local(ask.NextLookAt)}",
        SolicitationStep.Wait wait => $"wait {wait.Reason}, look {Local(wait.Until)}",
        SolicitationStep.CallCoordinator call => $"call {call.Reason}" + (call.Meanwhile is null ? "" : $", {call.Meanwhile.Say()}"),
        _ => "nothing",
    };

    public static int Rank(Guid volunteer) => BitConverter.ToInt32(volunteer.ToByteArray());

    public static IReadOnlyList<Question> Asked(this SolicitationStep? step) => step switch
    {
        SolicitationStep.Ask ask => ask.Questions,
        SolicitationStep.CallCoordinator call => call.Meanwhile.Asked(),
        _ => [],
    };

    public static ListedVolunteer AskedAt(this ListedVolunteer who, string local) => who with { AskedAt = At(local) };

    public static ListedVolunteer Said(this ListedVolunteer who, Answer answer, string local) =>
        who with { Answer = answer, AnsweredAt = At(local) };

    public static SolicitationState With(this SolicitationState state, int rank, Func<ListedVolunteer, ListedVolunteer> change) =>
        state with { List = [.. state.List.Select(v => v.Rank == rank ? change(v) : v)] };

    public static SolicitationState Later(this SolicitationState state, string now) => state with { Now = At(now) };

    /// <summary>The questions have left.</summary>
    public static SolicitationState After(this SolicitationState state, SolicitationStep step)
    {
        var asked = step.Asked().ToDictionary(q => q.Volunteer, q => q.Outside);
        return state with
        {
            List = [.. state.List.Select(v => !asked.TryGetValue(v.Volunteer, out var outside) ? v : v with
            {
                AskedAt = state.Now, Answer = Answer.None, AnsweredAt = null,
                RecentAsks = outside is null ? [.. v.RecentAsks, state.Now] : v.RecentAsks,
            })],
        };
    }
}
