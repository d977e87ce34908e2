using Tisserand.France;

namespace Tisserand.Language;

/// <summary>Where the cooperative is: it settles communes of one name, and whose school holidays are meant.</summary>
public sealed record Surroundings(Commune Near, FrenchCalendar Calendar)
{
    /// <summary>What the cooperative's corrections taught of types of need, and of nothing else; null is the one that comes with the engine.</summary>
    public NeedClassifier? SecondVoice { get; init; }

    /// <summary>With the school holidays shipped with Tisserand.</summary>
    public static Surroundings Of(Commune near) => new(near, FrenchCalendar.Of(near, SchoolHolidays.Shipped));
}
