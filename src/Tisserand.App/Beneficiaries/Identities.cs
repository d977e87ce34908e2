using Tisserand.App.Storage;

namespace Tisserand.App.Beneficiaries;

public readonly record struct BeneficiaryId(Guid Value) : IEntityId<BeneficiaryId>
{
    public static BeneficiaryId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct BeneficiaryPauseId(Guid Value) : IEntityId<BeneficiaryPauseId>
{
    public static BeneficiaryPauseId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct CarerId(Guid Value) : IEntityId<CarerId>
{
    public static CarerId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct ExclusionId(Guid Value) : IEntityId<ExclusionId>
{
    public static ExclusionId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
