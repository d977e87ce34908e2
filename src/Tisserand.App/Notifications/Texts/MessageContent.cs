using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tisserand.App.Notifications.Texts;

/// <summary>The values of a message as they are kept with it, so that another channel can say them in its own way.</summary>
internal static class MessageContent
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new ShortNames() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Write(MessageValues values) => JsonSerializer.Serialize(values, values.GetType(), Options);

    public static MessageValues Read(MessageKind kind, string content) =>
        (MessageValues)JsonSerializer.Deserialize(content, TypeOf(kind), Options)!;

    private static Type TypeOf(MessageKind kind) => typeof(MessageValues).GetNestedType(kind.ToString())
        ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no values.");

    private sealed class ShortNames : JsonConverter<ShortName>
    {
        public override ShortName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!, "");

        public override void Write(Utf8JsonWriter writer, ShortName value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
