using Tisserand.App.Storage;

namespace Tisserand.App.Requests;

public readonly record struct HelpRequestId(Guid Value) : IEntityId<HelpRequestId>
{
    public static HelpRequestId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct RecurringNeedId(Guid Value) : IEntityId<RecurringNeedId>
{
    public static RecurringNeedId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
