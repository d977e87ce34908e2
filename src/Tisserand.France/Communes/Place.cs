namespace Tisserand.France;

/// <summary>Where somebody is: always a commune, and the point of the street once it is known.</summary>
public readonly record struct Place(string Insee, GeoPoint? Street);
