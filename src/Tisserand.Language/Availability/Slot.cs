using NodaTime;
using Tisserand.France;

namespace Tisserand.Language;

/// <summary>Days and their hours, as one stretch of the text says them.</summary>
internal sealed class Slot
{
    /// <summary>Weekdays as a set, 0 when none is named.</summary>
    public int Days { get; set; }

    public HolidayKinds Holidays { get; set; }

    /// <summary>Ranks within the month as a set, the last as 32, the one before it as 64.</summary>
    public int Ranks { get; set; }

    /// <summary>Null when not said.</summary>
    public List<DayHours>? Hours { get; set; }

    /// <summary>The hours are those of a part of the day, which a bound may still narrow.</summary>
    public bool IsPart { get; set; }

    public List<int> Months { get; } = [];

    public List<DateRange> Dates { get; } = [];

    /// <summary>Ticked, or told not to be.</summary>
    public bool? Ticked { get; set; }

    /// <summary>Even weeks 2, odd weeks 1, every week 0.</summary>
    public int Weeks { get; set; }

    /// <summary>The hours were said before the days: "le matin, lundi et jeudi".</summary>
    public bool HoursCameFirst { get; set; }

    /// <summary>The weekdays named last, which hours that follow may take away: "18 h en semaine et samedi de 9 h à 12 h".</summary>
    public int LastDays { get; set; }

    public bool NamesDays => Days != 0 || Holidays != HolidayKinds.None || Ranks != 0;

    public bool IsEmpty => !NamesDays && Hours is null && Months.Count == 0 && Dates.Count == 0;

    /// <summary>Weekdays of the whole year, with nothing else to it.</summary>
    public bool IsPlain => Holidays == HolidayKinds.None && Ranks == 0 && Weeks == 0 && Months.Count == 0 && Dates.Count == 0;
}
