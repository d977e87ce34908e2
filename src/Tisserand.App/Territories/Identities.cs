using Tisserand.App.Storage;

namespace Tisserand.App.Territories;

public readonly record struct TerritoryId(Guid Value) : IEntityId<TerritoryId>
{
    public static TerritoryId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct DutyShiftId(Guid Value) : IEntityId<DutyShiftId>
{
    public static DutyShiftId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
