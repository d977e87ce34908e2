using System.Text.Json;
using NodaTime.Text;

namespace Tisserand.Language;

/// <summary>An availability as the exchange formats write it, one object.</summary>
public static class FreeTimesJson
{
    public static void Write(Utf8JsonWriter json, FreeTimesFound free)
    {
        json.WriteStartObject();
        json.WriteString("opening_hours", free.Hours?.ToString());
        json.WriteString("from", free.From is { } from ? LocalDatePattern.Iso.Format(from) : null);
        json.WriteString("until", free.Until is { } until ? LocalDatePattern.Iso.Format(until) : null);
        json.WriteBoolean("assumed", free.Assumed);
        UnderstandingJson.Questions(json, free.Questions);
        json.WriteEndObject();
    }
}
