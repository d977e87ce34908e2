using System.Globalization;
using System.Resources;

namespace Tisserand.Web.Texts;

/// <summary>What people read, one resource file per room, in French and in English.</summary>
/// <remarks>The one way to a sentence: <c>@Words.Shared["Phone_Call"]</c>, from <c>Resources/Shared.resx</c> (French) and
/// <c>Shared.en.resx</c>, in the language of the request. A missing key throws, so that a page with one never passes its
/// test. A room of pages has its own file, declared here.</remarks>
public sealed class Words
{
    private readonly ResourceManager _resources;

    private Words(string room)
    {
        Room = room;
        _resources = new ResourceManager("Tisserand.Web.Resources." + room, typeof(Words).Assembly);
    }

    public static Words Shared { get; } = new("Shared");

    public static Words Public { get; } = new("Public");

    public static Words Account { get; } = new("Account");

    public static Words Volunteer { get; } = new("Volunteer");

    public static Words Answer { get; } = new("Answer");

    public static Words Ask { get; } = new("Ask");

    public static Words Coordination { get; } = new("Coordination");

    public static Words Board { get; } = new("Board");

    public static Words Demo { get; } = new("Demo");

    public static Words Daily { get; } = new("Daily");

    public static Words Intake { get; } = new("Intake");

    public static Words Safety { get; } = new("Safety");

    public static Words Reading { get; } = new("Reading");

    public static Words Learning { get; } = new("Learning");

    public static Words Settings { get; } = new("Settings");

    public static IReadOnlyList<Words> Rooms { get; } = [Shared, Public, Account, Answer, Ask, Volunteer, Coordination, Board, Demo, Daily, Intake, Learning, Reading, Safety, Settings];

    public string Room { get; }

    public static Words Of(string room) => Rooms.Single(w => w.Room == room);

    public string this[string key] =>
        _resources.GetString(key, CultureInfo.CurrentUICulture) ?? throw new KeyNotFoundException($"No text {Room}.{key}.");

    public string this[string key, params object?[] values] => string.Format(CultureInfo.CurrentCulture, this[key], values);

    /// <summary>The sentence for a count, from the keys <c>…_One</c> and <c>…_Many</c>; in French nought is singular.</summary>
    public string Count(string key, int count)
    {
        var singular = count == 1 || (count == 0 && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr");
        return this[key + (singular ? "_One" : "_Many"), count];
    }

    internal IReadOnlyDictionary<string, string> All(CultureInfo culture) =>
        _resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
}
