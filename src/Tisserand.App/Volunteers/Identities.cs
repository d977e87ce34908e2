using Tisserand.App.Storage;

namespace Tisserand.App.Volunteers;

public readonly record struct VolunteerId(Guid Value) : IEntityId<VolunteerId>
{
    public static VolunteerId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct VolunteerCheckId(Guid Value) : IEntityId<VolunteerCheckId>
{
    public static VolunteerCheckId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct VolunteerAbsenceId(Guid Value) : IEntityId<VolunteerAbsenceId>
{
    public static VolunteerAbsenceId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
