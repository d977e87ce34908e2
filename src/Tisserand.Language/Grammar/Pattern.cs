namespace Tisserand.Language.Grammar;

/// <summary>One side of a rule: what must stand in the text.</summary>
internal abstract record Pattern
{
    private Pattern() { }

    /// <summary>A token that reads so.</summary>
    public sealed record Word(string Text) : Pattern;

    /// <summary>A token written so before shorthand and numbers were settled: "sept" the month.</summary>
    public sealed record Spelt(string Text) : Pattern;

    /// <summary>Any word, number aside.</summary>
    public sealed record AnyWord : Pattern;

    /// <summary>A number within bounds becomes a feature.</summary>
    /// <param name="Kind">Which numbers.</param>
    public sealed record Number(Feature Name, int Least, int Most, NumberKind Kind) : Pattern;

    /// <summary>The meaning of another symbol, joined or put into a part of its own.</summary>
    public sealed record Symbol(int Id, Role? As) : Pattern;

    public sealed record Sequence(IReadOnlyList<Pattern> Parts) : Pattern;

    public sealed record Choice(IReadOnlyList<Pattern> Parts) : Pattern;

    public sealed record Optional(Pattern Inner) : Pattern;

    public sealed record Repeated(Pattern Inner) : Pattern;

    /// <summary>No blank before.</summary>
    public sealed record Glued(Pattern Inner) : Pattern;

    /// <summary>Written like a name.</summary>
    public sealed record Capital(Pattern Inner) : Pattern;

    /// <summary>Stands next, but is no part of what is found.</summary>
    public sealed record Ahead(Pattern Inner) : Pattern;

    /// <summary>The end of the text.</summary>
    public sealed record End : Pattern;
}

/// <summary>Numbers but the words un and une; these too; ranks alone; two digits alone; days of a month, of which only the first has a rank.</summary>
internal enum NumberKind { Plain, WithUn, Rank, TwoDigits, DayOfMonth }

/// <summary>A rule: a symbol may read like this, and then says so much more.</summary>
/// <param name="Line">Where it stands, for messages: "dates.txt:12".</param>
internal sealed record Rule(int Symbol, Pattern Pattern, IReadOnlyList<(Feature Name, int Value)> Says, string Line);
