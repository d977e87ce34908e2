using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Tisserand.France;

namespace Tisserand.Language;

/// <summary>An understanding as the exchange formats write it, one object.</summary>
public static class UnderstandingJson
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Accents stay as they are: the output is UTF-8 text for programs, never put into a page as it is.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter json, Understanding said)
    {
        json.WriteStartObject();
        Need(json, said.Need);
        json.WriteStartArray("others");
        foreach (var other in said.Others)
        {
            json.WriteStartObject();
            Need(json, other.Need);
            Time(json, other.When, other.Recurrence, other.Duration);
            Place(json, "place", other.Place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Time(json, said.When, said.Recurrence, said.Duration);
        Place(json, "place", said.Place);
        Place(json, "from", said.From);
        json.WriteString("caller", said.Persons.Caller);
        json.WriteStartObject("beneficiary");
        json.WriteString("relation", said.Persons.Relation);
        if (said.Persons.Age is { } age) json.WriteNumber("age", age);
        else json.WriteNull("age");
        json.WriteEndObject();
        json.WriteBoolean("urgent", said.Urgent);
        json.WriteBoolean("danger", said.Danger.Level != DangerLevel.None);
        Questions(json, said.Questions);
        json.WriteEndObject();
    }

    /// <summary>The <c>questions</c> of any answer.</summary>
    public static void Questions(Utf8JsonWriter json, IReadOnlyList<QuestionFound> questions)
    {
        json.WriteStartArray("questions");
        foreach (var question in questions)
        {
            json.WriteStartObject();
            json.WriteString("code", question.Code);
            Span(json, question.Text);
            json.WriteString("fr", question.French);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Need(Utf8JsonWriter json, NeedFound need)
    {
        json.WriteStartObject("need");
        json.WriteString("type", need.Type);
        json.WriteNumber("confidence", Math.Round(need.Confidence, 2));
        json.WriteStartArray("alternatives");
        foreach (var (type, chance) in need.Alternatives)
        {
            json.WriteStartArray();
            json.WriteStringValue(type);
            json.WriteNumberValue(Math.Round(chance, 2));
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Time(Utf8JsonWriter json, IReadOnlyList<TimeFound> when, RecurrenceFound? recurrence, DurationFound? duration)
    {
        json.WriteStartArray("when");
        foreach (var time in when)
        {
            json.WriteStartObject();
            json.WriteString("start", time.Start is { } start ? Minute.Format(start) : null);
            json.WriteString("end", time.End is { } end ? Minute.Format(end) : null);
            json.WriteString("grain", Name(time.Grain));
            json.WriteBoolean("assumed", time.Assumed);
            Span(json, time.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Recurrence(json, recurrence);
        if (duration is null) json.WriteNull("duration");
        else
        {
            json.WriteStartObject("duration");
            json.WriteNumber("minutes", duration.Minutes);
            Span(json, duration.Text);
            json.WriteEndObject();
        }
    }

    private static void Recurrence(Utf8JsonWriter json, RecurrenceFound? recurrence)
    {
        if (recurrence is null)
        {
            json.WriteNull("recurrence");
            return;
        }
        json.WriteStartObject("recurrence");
        json.WriteString("rrule", recurrence.Rule);
        json.WriteNumber("times", recurrence.Times);
        if (recurrence.From is { } from)
        {
            json.WriteStartArray("window");
            json.WriteStringValue(Hour.Format(from));
            json.WriteStringValue(Hour.Format(recurrence.Until ?? from));
            json.WriteEndArray();
        }
        else json.WriteNull("window");
        json.WriteStartArray("except");
        if (recurrence.Except.HasFlag(HolidayKinds.School)) json.WriteStringValue("SH");
        if (recurrence.Except.HasFlag(HolidayKinds.Public)) json.WriteStringValue("PH");
        json.WriteEndArray();
        Span(json, recurrence.Text);
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, string name, PlaceFound? place)
    {
        if (place?.Commune is not { } commune)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("insee", commune.Insee);
        json.WriteString("name", commune.Name);
        Span(json, place.Text);
        json.WriteEndObject();
    }

    private static void Span(Utf8JsonWriter json, TextSpan? span)
    {
        if (span is not { } at)
        {
            json.WriteNull("text");
            return;
        }
        json.WriteStartArray("text");
        json.WriteNumberValue(at.Start);
        json.WriteNumberValue(at.End);
        json.WriteEndArray();
    }

    private static string Name(Grain grain) => grain switch
    {
        Grain.Minute => "minute",
        Grain.Hour => "hour",
        Grain.HalfDay => "half_day",
        Grain.Day => "day",
        Grain.Week => "week",
        Grain.Month => "month",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
