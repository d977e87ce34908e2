using Tisserand.App.Storage;

namespace Tisserand.App.Safety;

public readonly record struct DangerAlertId(Guid Value) : IEntityId<DangerAlertId>
{
    public static DangerAlertId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
