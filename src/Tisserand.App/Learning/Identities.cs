using Tisserand.App.Storage;

namespace Tisserand.App.Learning;

public readonly record struct ReadingCorrectionId(Guid Value) : IEntityId<ReadingCorrectionId>
{
    public static ReadingCorrectionId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
