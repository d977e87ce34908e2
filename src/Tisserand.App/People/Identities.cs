using Tisserand.App.Storage;

namespace Tisserand.App.People;

public readonly record struct PersonId(Guid Value) : IEntityId<PersonId>
{
    public static PersonId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct ContactPointId(Guid Value) : IEntityId<ContactPointId>
{
    public static ContactPointId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
