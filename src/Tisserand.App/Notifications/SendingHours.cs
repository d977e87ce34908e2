using NodaTime;
using Tisserand.App.People;
using Tisserand.App.Territories;
using Tisserand.Matching.Solicitation;

namespace Tisserand.App.Notifications;

/// <summary>When a message may reach a person: quiet hours for questions, daytime for agreed visits, telephone hours for calls.</summary>
public sealed class SendingHours(Calendars calendars)
{
    private readonly Dictionary<TerritoryId, Func<LocalDate, bool>> _holidays = [];

    /// <summary>The earliest instant from <paramref name="ready"/> on.</summary>
    /// <param name="kind">What is said.</param>
    /// <param name="channel">How.</param>
    /// <param name="person">Her own choice about Sundays counts.</param>
    /// <param name="territory">Whose public holidays.</param>
    /// <param name="ready">When it could leave.</param>
    /// <param name="visitStart">Start of the visit it is about: within 12 h of it any hour is right.</param>
    /// <param name="ct">Stops the look-up.</param>
    public async Task<Instant> EarliestAsync(MessageKind kind, MessageChannel channel, Person person, TerritoryId territory, Instant ready, Instant? visitStart, CancellationToken ct)
    {
        if (channel == MessageChannel.Letter || IsAnswer(kind)) return ready;
        var hours = await OfAsync(person, territory, ct);
        var agreed = kind != MessageKind.Solicitation && visitStart >= ready ? visitStart : null;
        if (agreed - ready <= hours.AnyHourWithin) return ready;
        var sending = channel == MessageChannel.Call ? Sending.Call : kind == MessageKind.Solicitation ? Sending.Solicitation : Sending.AgreedVisit;
        return hours.EarliestSend(sending, ready, agreed) ?? ready;
    }

    /// <summary>The hours of one person.</summary>
    public async Task<MessageHours> OfAsync(Person person, TerritoryId territory, CancellationToken ct)
    {
        if (!_holidays.TryGetValue(territory, out var isHoliday))
            _holidays[territory] = isHoliday = (await calendars.OfAsync(territory, ct)).IsPublicHoliday;
        return MessageHours.Of(Calendars.Paris, isHoliday, person.SundaysWelcome ? DailyHours.Solicitation.EveryDay : null);
    }

    /// <summary>She has just acted herself and waits for the answer.</summary>
    private static bool IsAnswer(MessageKind kind) => kind is MessageKind.SignInCode or MessageKind.UnclearReply or MessageKind.StopConfirmed
        or MessageKind.PlaceTaken or MessageKind.NoLongerPossible or MessageKind.CoordinatorAlert or MessageKind.DangerAnswer or MessageKind.DangerAlert;
}
