using Tisserand.App.Storage;

namespace Tisserand.App.Visits;

public readonly record struct VisitId(Guid Value) : IEntityId<VisitId>
{
    public static VisitId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct FeedbackId(Guid Value) : IEntityId<FeedbackId>
{
    public static FeedbackId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
