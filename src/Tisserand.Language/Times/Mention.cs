using Tisserand.Language.Grammar;

namespace Tisserand.Language;

/// <summary>How a time bounds another.</summary>
internal enum Side { None, Before, Until, From, After, FromNow, Lasting }

/// <summary>A day or an hour that the message names, before it is laid on the calendar.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
internal sealed record Mention(int First, int Last)
{
    /// <summary>Null when only an hour is said.</summary>
    public Meaning? Date { get; init; }

    public IReadOnlyList<Meaning> Times { get; init; } = [];

    /// <summary>One of the times, not all.</summary>
    public bool AnyTime { get; init; }

    public (Meaning From, Meaning To)? Range { get; init; }

    public Side Side { get; init; }

    /// <summary>Mentions of which only one is meant share a number above 0.</summary>
    public int Choice { get; init; }

    /// <summary>Given up for another time.</summary>
    public bool Old { get; init; }

    /// <summary>Said not to suit.</summary>
    public bool Not { get; init; }

    /// <summary>Told of what somebody else does.</summary>
    public bool IsOfOthers { get; init; }

    public bool IsPlainDay => Date is not null && Times.Count == 0 && Range is null && Side == Side.None && !Date.Has(Feature.Hours) && !Date.Has(Feature.Minutes);

    /// <summary>Nothing but a day of the week, perhaps with its hour.</summary>
    public bool IsWeekday => Date is not null && Range is null && Side == Side.None && IsBareWeekday(Date);

    private static bool IsBareWeekday(Meaning date) => date.Has(Feature.Days)
        && !date.HasAny(Feature.Day, Feature.Month, Feature.Next, Feature.Weeks, Feature.InWeeks, Feature.InMonths, Feature.Unit, Feature.Feast, Feature.Ranks);

    /// <summary>What one thing found says: a day, a range, a list or a choice of days.</summary>
    /// <param name="choice">The number a choice takes.</param>
    public static IEnumerable<Mention> From(Found found, int choice)
    {
        var said = found.Meaning;
        var (first, last) = (found.Start, found.End - 1);
        var or = said.Has(Feature.Or);
        var items = Shared([.. said.Parts(Role.Item)]);
        var given = said.Parts(Role.Old).ToList();
        if (items.Count + given.Count == 0)
        {
            yield return Single(said, first, last) with { Side = (Side)(said[Feature.Side] ?? 0), Old = said.Has(Feature.Old), Not = said.Has(Feature.Not), IsOfOthers = said.Has(Feature.Aside) };
            yield break;
        }
        foreach (var item in items) yield return Single(item, first, last) with { Choice = or ? choice : 0 };
        // "de lundi 10 h à 11 h": the new hour of the day that was.
        if (items.Count == 0 && said.Part(Role.Time) is { } hour) yield return Single(given[0], first, last) with { Times = [hour] };
        foreach (var old in given) yield return Single(old, first, last) with { Old = true };
    }

    private static Mention Single(Meaning said, int first, int last)
    {
        var day = said.Without(Role.Time).Without(Role.From).Without(Role.To).Without(Role.Aside).Without(Feature.Kind, Feature.Side, Feature.Or, Feature.Old, Feature.Not, Feature.Aside);
        return new(first, last)
        {
            Date = day.Equals(Meaning.Nothing) || day.Equals(Meaning.Nothing.With(Feature.Half, day[Feature.Half] ?? 0)) ? null : day,
            Times = [.. said.Parts(Role.Time)],
            AnyTime = said.Has(Feature.Or),
            Range = said.Part(Role.From) is { } from && said.Part(Role.To) is { } to ? (from, to) : null,
        };
    }

    /// <summary>"Les 5 et 12 novembre à 9 h": the month and the hour said last hold for those before.</summary>
    private static List<Meaning> Shared(List<Meaning> items)
    {
        for (var i = items.Count - 2; i >= 0; i--)
        {
            var (item, next) = (items[i], items[i + 1]);
            var lends = item.Has(Feature.Day) && !item.Has(Feature.Month) ? (Feature[])[Feature.Month, Feature.Year, Feature.InMonths]
                : IsBareWeekday(item) ? [Feature.InWeeks, Feature.Next] : [];
            foreach (var name in lends)
                if (next[name] is { } value) item = item.With(name, value);
            if (item.Part(Role.Time) is null && next.Part(Role.Time) is { } time && !items.Take(i).Any(m => m.Part(Role.Time) is not null))
                item = item.With(Role.Time, time);
            items[i] = item;
        }
        return items;
    }
}
