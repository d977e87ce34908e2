namespace Tisserand.App.People;

/// <summary>What keeping a file led to.</summary>
public abstract record SaveOutcome<TId>
{
    private SaveOutcome() { }

    public sealed record Saved(TId Id) : SaveOutcome<TId>;

    /// <summary>Nothing was stored; every field with its reason.</summary>
    public sealed record Refused(IReadOnlyList<FieldProblem> Problems) : SaveOutcome<TId>;

    public sealed record NotFound : SaveOutcome<TId>;

    public sealed record Busy : SaveOutcome<TId>;
}
