namespace Tisserand.France;

/// <summary>The three zones of mainland school holidays. Corsica and overseas set their own and have none of them.</summary>
public enum SchoolZone { A, B, C }

public static class SchoolZones
{
    // Académies of each zone since 2016, by département.
    private static readonly Dictionary<string, SchoolZone> ByDepartement = new[]
    {
        (SchoolZone.A, "25 39 70 90 " +                    // Besançon
                       "24 33 40 47 64 " +                 // Bordeaux
                       "03 15 43 63 " +                    // Clermont-Ferrand
                       "21 58 71 89 " +                    // Dijon
                       "07 26 38 73 74 " +                 // Grenoble
                       "19 23 87 " +                       // Limoges
                       "01 42 69 " +                       // Lyon
                       "16 17 79 86"),                     // Poitiers
        (SchoolZone.B, "04 05 13 84 " +                    // Aix-Marseille
                       "02 60 80 " +                       // Amiens
                       "59 62 " +                          // Lille
                       "54 55 57 88 " +                    // Nancy-Metz
                       "44 49 53 72 85 " +                 // Nantes
                       "06 83 " +                          // Nice
                       "14 27 50 61 76 " +                 // Normandie
                       "18 28 36 37 41 45 " +              // Orléans-Tours
                       "08 10 51 52 " +                    // Reims
                       "22 29 35 56 " +                    // Rennes
                       "67 68"),                           // Strasbourg
        (SchoolZone.C, "77 93 94 " +                       // Créteil
                       "11 30 34 48 66 " +                 // Montpellier
                       "75 " +                             // Paris
                       "09 12 31 32 46 65 81 82 " +        // Toulouse
                       "78 91 92 95"),                     // Versailles
    }.SelectMany(z => z.Item2.Split(' ').Select(code => (code, z.Item1))).ToDictionary();

    /// <summary>The zone of a département; null in Corsica, overseas and for an unknown code.</summary>
    public static SchoolZone? OfDepartement(string code) =>
        ByDepartement.TryGetValue(code, out var zone) ? zone : null;
}
