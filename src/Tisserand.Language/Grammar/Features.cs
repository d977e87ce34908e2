namespace Tisserand.Language.Grammar;

/// <summary>What rules can say. Minutes of a day are written 14:30 in rule files.</summary>
internal enum Feature
{
    /// <summary>Which sort of thing the whole is, a <see cref="Kind"/>.</summary>
    Kind,

    // A day
    Year, Month, Day,
    Days,               // weekdays, as a set: Monday 1, Tuesday 2, Wednesday 4 …
    Shift,              // days from today
    InWeeks, InMonths, InYears, InMinutes,
    Ranks,              // first 1, second 2, third 4, fourth 8, fifth 16, last 32
    Feast,              // a Feast
    School,             // a school holiday, a SchoolBreak
    Offset,             // days after what is named
    Season,             // spring 1, summer 2, autumn 3, winter 4
    WeekNumber,         // of the year, ISO
    Unit,               // the span meant: day 1, week 2, month 3, year 4, week-end 5, half a month 6
    Vague,              // its beginning 1, middle 2, end 3
    Next, Last,         // "prochain", "dernier"
    NextDay,            // "le lendemain" of the day said before
    Weeks,              // "jeudi en huit": weeks after the coming one
    Bridge,             // "le pont de l'Ascension"
    After, AfterWeeks, AfterMonths, Earlier,    // "trois jours après Noël", "deux semaines avant"

    // A time of day
    Hour, Minute, Minus, Half,          // Half: morning 1, afternoon 2, evening 3
    From, Until,                        // minutes of the day
    Bare,                               // an hour without "h": only a range lends it its unit

    // How they hang together
    Side,               // a Side
    Or,
    Old,                // the time that is given up
    Aside,              // not of the help itself: what somebody else does, when to leave
    Not,

    // Repetition
    Every,              // day 1, week 2, month 3
    Interval, Times, Except,            // Except: school holidays 1, public holidays 2, others that no rule can keep 4
    Weak,               // "le mardi": a habit only when nothing makes it a date
    Odd,                // even weeks 2, odd weeks 1
    Unknown,            // an exception or rhythm that cannot be kept

    // A length
    Hours, Minutes,
    Range,              // "deux ou trois heures"

    // Availability
    AmPm,               // "AM" is morning or après-midi
}

/// <summary>A meaning's place in a larger one; what is aside is found and not read.</summary>
internal enum Role { From, To, Item, Time, Old, Aside }

/// <summary>Sorts of things that are found in a message.</summary>
internal enum Kind
{
    // In a message
    When = 1, Time, Repeat, Length, Ignore, Hint, Move, Exception, Appointment, Correction, SameHour,

    // In an availability
    Days, Hours, School, Rhythm, Weeks, Months, Dates, From, Until, Not, But, Any, Maybe, Or, Cross, NoCross, Join, Part, Stop, Amount,
}

/// <summary>Days with a name.</summary>
internal enum Feast
{
    NewYear = 1, Epiphany, Candlemas, Valentine, ShroveTuesday, AshWednesday, PalmSunday, GoodFriday, Easter, EasterMonday, Labour, Victory,
    Ascension, Pentecost, WhitMonday, Mothers, Fathers, Music, SaintJohn, National, Assumption, AllSaints, AllSouls, Armistice,
    ChristmasEve, Christmas, NewYearsEve, AbolitionNight,
}

/// <summary>School holidays, by the words of the calendar.</summary>
internal enum SchoolBreak { Autumn = 1, YearEnd, Winter, Spring, Summer }
