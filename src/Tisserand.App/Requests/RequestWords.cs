using System.Globalization;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Territories;
using Tisserand.France;

namespace Tisserand.App.Requests;

/// <summary>How a request is said to people, in their language: the activity, when, how long, where roughly. Never a name or a street.</summary>
public sealed class RequestWords(Taxonomy taxonomy, string language)
{
    private readonly bool _english = language == "en";

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "fr-FR");

    /// <summary>The activity as volunteers may read it: « rendez-vous », never « médical ».</summary>
    public string Activity(string needType) => taxonomy.Find(needType) is { } type
        ? _english ? type.ShownEn : type.ShownFr
        : needType;

    /// <summary>« mardi 1er décembre à 14 h 30 », or « mardi 1er décembre entre 9 h et 12 h ».</summary>
    public string When(Instant earliest, Instant latest)
    {
        var (from, to) = (earliest.Local(), latest.Local());
        if (from == to) return At(earliest);
        if (from.Date == to.Date)
        {
            return _english
                ? $"{EnglishText.Date(from.Date, withYear: false)}, between {EnglishText.Time(from.TimeOfDay)} and {EnglishText.Time(to.TimeOfDay)}"
                : $"{FrenchText.Date(from.Date, withYear: false)} entre {FrenchText.Time(from.TimeOfDay)} et {FrenchText.Time(to.TimeOfDay)}";
        }

        return _english ? $"between {At(earliest)} and {At(latest)}" : $"entre le {At(earliest)} et le {At(latest)}";
    }

    public string When(HelpRequest request) => When(request.EarliestStart, request.LatestStart);

    public string At(Instant instant) => _english ? EnglishText.DateTime(instant.Local()) : FrenchText.DateTime(instant.Local());

    public string Length(int minutes) => _english
        ? "about " + EnglishText.Length(Duration.FromMinutes(minutes))
        : "environ " + FrenchText.Length(Duration.FromMinutes(minutes));

    public static string? Commune(string? insee) => insee is null ? null : CommuneTable.Shipped.Find(insee)?.Name;
}
