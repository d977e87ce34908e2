using Tisserand.App.Storage;

namespace Tisserand.App.Privacy;

public readonly record struct ConsentEntryId(Guid Value) : IEntityId<ConsentEntryId>
{
    public static ConsentEntryId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
