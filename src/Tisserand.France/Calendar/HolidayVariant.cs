namespace Tisserand.France;

/// <summary>Which list of public holidays holds somewhere. Pacific collectivities, whose own codes set further
/// days, get the list of mainland France.</summary>
public enum HolidayVariant
{
    Metropole, AlsaceMoselle, Guadeloupe, Martinique, Guyane, Reunion, Mayotte, SaintBarthelemy, SaintMartin,
}

public static class HolidayVariants
{
    /// <summary>The variant of a département or overseas collectivity ("35", "67", "974").</summary>
    public static HolidayVariant OfDepartement(string code) => code switch
    {
        "57" or "67" or "68" => HolidayVariant.AlsaceMoselle,
        "971" => HolidayVariant.Guadeloupe,
        "972" => HolidayVariant.Martinique,
        "973" => HolidayVariant.Guyane,
        "974" => HolidayVariant.Reunion,
        "976" => HolidayVariant.Mayotte,
        "977" => HolidayVariant.SaintBarthelemy,
        "978" => HolidayVariant.SaintMartin,
        _ => HolidayVariant.Metropole,
    };

    /// <summary>The variant of a commune.</summary>
    public static HolidayVariant Of(Commune commune) => OfDepartement(commune.Departement);
}
