using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Territories;
using Tisserand.Cli.Serving;
using Tisserand.Cli.Texts;
using Tisserand.France;
using Tisserand.Language;

namespace Tisserand.Cli.Verbs;

/// <summary>Reads texts, one a line, and writes what each asks for, one JSON object a line.</summary>
internal static class Understand
{
    private const string Redon = "35236";

    public static Command Verb(SharedOptions shared)
    {
        var near = SharedOptions.Value<Commune?>("--near", text => text.Length == 5 ? CommuneTable.Shipped.Find(text) : null);
        var kind = SharedOptions.Value<TextKind?>("--kind", TextKinds.Read);
        var file = new Argument<string?>("texts")
        {
            HelpName = Sentences.Of("Argument_texts"), Description = Sentences.Of("Argument_texts_Description"), Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = CommandLine.Verb("understand", file, shared.At, near, kind, shared.Data, shared.Database);
        verb.SetAction(async (parsed, ct) =>
        {
            var commune = parsed.GetValue(near) ?? await SeatAsync(Installation.Of(parsed, shared), ct);
            var at = parsed.GetValue(shared.At) ?? Now();
            var lines = TextLines.Read(await TextInput.ReadAsync(parsed.GetValue(file), ct), at, parsed.GetValue(kind) ?? TextKind.Request);
            Write(lines, Surroundings.Of(commune));
            return Outcome.Done;
        });
        return verb;
    }

    private static void Write(IEnumerable<TextLine> lines, Surroundings where)
    {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var json = new Utf8JsonWriter(output, UnderstandingJson.Options);
        foreach (var line in lines)
        {
            if (line.Kind == TextKind.Request) UnderstandingJson.Write(json, Language.Understand.Read(line.Text, line.At, where));
            else FreeTimesJson.Write(json, FreeTimes.Read(ReadText.From(line.Text), line.At.Date, where.Calendar));
            json.Flush();
            json.Reset();
            output.WriteByte((byte)'\n');
        }
    }

    private static LocalDateTime Now() =>
        Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InZone(Calendars.Paris).LocalDateTime;

    /// <summary>The seat of the installation of this machine, if there is one that opens; else Redon.</summary>
    private static async Task<Commune> SeatAsync(Installation where, CancellationToken ct)
    {
        var seat = Redon;
        if (OpenedInstallation.CardOf(where.DataFolder) is not null)
            try
            {
                using var installation = OpenedInstallation.Open(where);
                await using var db = installation.OpenDatabase();
                seat = await db.Territories.OrderBy(t => t.Name).Select(t => t.SeatInsee).FirstOrDefaultAsync(ct) ?? Redon;
            }
            catch (BadInputException)
            {
                // Its keys are elsewhere: texts are read all the same.
            }
        return CommuneTable.Shipped.Find(seat) ?? CommuneTable.Shipped.Find(Redon)!;
    }
}
