using NodaTime;
using Tisserand.France;

namespace Tisserand.Language.Tests;

/// <summary>Reads as the cooperative of Redon would, on Tuesday 10 March 2026 at nine.</summary>
internal static class Reader
{
    public static readonly LocalDateTime At = new(2026, 3, 10, 9, 0);

    public static readonly Surroundings Redon = Near("35236");

    public static Surroundings Near(string insee) => Surroundings.Of(CommuneTable.Shipped.Find(insee)!);

    public static Understanding Read(string text) => Understand.Read(text, At, Redon);
}
