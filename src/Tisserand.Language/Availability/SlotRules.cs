using Tisserand.France;

namespace Tisserand.Language;

/// <summary>From slots to opening hours: a week, then what holds on some days only, then what is closed.</summary>
internal sealed class SlotRules(List<Slot> slots, List<Slot> offs)
{
    private const int AllDays = 127;

    private readonly bool[] _open = new bool[7], _named = new bool[7];
    private readonly DayHours[]?[] _hours = new DayHours[]?[7];        // null: not said

    /// <summary>Every day, when only what is closed was said.</summary>
    public void OpenAlways() => slots.Add(new() { Days = AllDays });

    public OpeningHours ToOpeningHours()
    {
        foreach (var slot in slots.Where(s => s.IsPlain)) OpenWeek(slot);
        foreach (var off in offs.Where(o => o.IsPlain)) CloseWeek(off);
        var rules = Week().Concat(slots.Where(s => !s.IsPlain).SelectMany(Special)).Concat(Closed()).ToList();
        return rules.Count == 0 || rules.TrueForAll(r => r.IsOff) ? OpeningHours.Never : new(rules);
    }

    private void OpenWeek(Slot slot)
    {
        var hours = slot.Hours is null ? null : Merged(slot.Hours);
        for (var day = 0; day < 7; day++)
        {
            if (slot.Days == 0 ? _named[day] : (slot.Days & (1 << day)) == 0) continue;
            // Hours of every day give way to those of a day that is named.
            _hours[day] = !_open[day] || (slot.Days != 0 && !_named[day]) ? hours
                : _hours[day] is null || hours is null ? null : Merged([.. _hours[day]!, .. hours]);
            _open[day] = true;
            _named[day] |= slot.Days != 0;
        }
    }

    private void CloseWeek(Slot off)
    {
        for (var day = 0; day < 7; day++)
        {
            if (off.Days != 0 && (off.Days & (1 << day)) == 0) continue;
            if (off.Hours is null) _open[day] = false;
            else if (_open[day])
            {
                _hours[day] = [.. off.Hours.Aggregate(_hours[day] ?? [DayHours.Usual], (left, gone) => [.. left.SelectMany(h => Without(h, gone))])];
                if (_hours[day]!.Length == 0) _open[day] = false;
            }
        }
    }

    private static IEnumerable<DayHours> Without(DayHours hours, DayHours gone)
    {
        if (gone.UntilMinute <= hours.FromMinute || hours.UntilMinute <= gone.FromMinute) yield return hours;
        else
        {
            if (hours.FromMinute < gone.FromMinute) yield return hours with { UntilMinute = gone.FromMinute };
            if (gone.UntilMinute < hours.UntilMinute) yield return hours with { FromMinute = gone.UntilMinute };
        }
    }

    private IEnumerable<OpeningRule> Week()
    {
        for (var left = Enumerable.Range(0, 7).Where(d => _open[d]).ToList(); left.Count > 0;)
        {
            var alike = left.Where(d => Same(_hours[d], _hours[left[0]])).ToList();
            var set = (Weekdays)alike.Aggregate(0, (s, d) => s | (1 << d));
            yield return new(set == Weekdays.All && _hours[left[0]] is not null && !Array.Exists(_named, n => n) ? DaySelector.EveryDay : new(set), _hours[left[0]]);
            left.RemoveAll(alike.Contains);
        }
    }

    private IEnumerable<OpeningRule> Special(Slot slot)
    {
        var days = slot.Days & ~offs.Where(o => o.IsPlain && o.Hours is null).Aggregate(0, (s, o) => s | o.Days);
        if (slot.Days != 0 && days == 0) yield break;
        var selector = slot.Ranks == 0 ? new DaySelector((Weekdays)days, null, slot.Holidays)
            : new DaySelector(Weekdays.None, Nths(days, slot.Ranks), slot.Holidays);
        var dates = slot.Dates.Concat(Runs(slot.Months)).Cast<DateRange?>().DefaultIfEmpty(null);
        foreach (var range in dates)
            yield return new(selector.IsEveryDay && slot.Hours is null ? new(Weekdays.All) : selector, slot.Hours, range, Weeks(slot.Weeks));
    }

    private IEnumerable<OpeningRule> Closed()
    {
        var holidays = offs.Aggregate(HolidayKinds.None, (set, o) => set | (o.Days == 0 ? o.Holidays : HolidayKinds.None));
        if (holidays != HolidayKinds.None) yield return new(new(Weekdays.None, null, holidays), []);
        foreach (var off in offs.Where(o => o.Days != 0 && (o.Holidays != HolidayKinds.None || o.Ranks != 0)))
            yield return new(off.Ranks == 0 ? new((Weekdays)off.Days, null, off.Holidays) : new(Weekdays.None, Nths(off.Days, off.Ranks), off.Holidays), []);
        foreach (var range in Runs([.. offs.SelectMany(o => o.Months)]).Concat(offs.SelectMany(o => o.Dates)))
            yield return new(DaySelector.EveryDay, [], range);
    }

    private static WeekRange[]? Weeks(int weeks) => weeks == 2 ? [new(2, 52, 2)] : weeks == 1 ? [new(1, 53, 2)] : null;

    private static IEnumerable<NthWeekday> Nths(int days, int ranks) =>
        from day in Enumerable.Range(0, 7)
        where (days & (1 << day)) != 0
        from rank in Enumerable.Range(0, 7)
        where (ranks & (1 << rank)) != 0
        select new NthWeekday((NodaTime.IsoDayOfWeek)(day + 1), rank < 5 ? rank + 1 : 4 - rank);

    /// <summary>Months in a row as one range, over New Year too.</summary>
    private static IEnumerable<DateRange> Runs(List<int> months)
    {
        var set = months.ToHashSet();
        if (set.Count == 12) return [];
        return set.Where(m => !set.Contains((m + 10) % 12 + 1)).Order().Select(first =>
        {
            var last = first;
            while (set.Contains(last % 12 + 1)) last = last % 12 + 1;
            return new DateRange(new(first), new(last));
        });
    }

    private static bool Same(DayHours[]? a, DayHours[]? b) => a is null ? b is null : b is not null && a.AsSpan().SequenceEqual(b);

    private static DayHours[] Merged(IEnumerable<DayHours> hours) => [.. new OpeningRule(DaySelector.EveryDay, hours).Hours!];
}
