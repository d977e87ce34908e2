using System.Text.Json;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Which fields of a call hold what was read in her words, and which the coordinator has typed or changed: those are never overwritten.
/// Travels with the form, hidden.</summary>
internal sealed class FilledByReading
{
    private static readonly (string Name, Func<CallForm, string?> Get, Action<CallForm, string?> Set)[] Fields =
    [
        (nameof(CallForm.Need), f => f.Need, (f, v) => f.Need = v),
        (nameof(CallForm.Day), f => f.Day, (f, v) => f.Day = v),
        (nameof(CallForm.LastDay), f => f.LastDay, (f, v) => f.LastDay = v),
        (nameof(CallForm.From), f => f.From, (f, v) => f.From = v),
        (nameof(CallForm.Until), f => f.Until, (f, v) => f.Until = v),
        (nameof(CallForm.Appointment), f => f.Appointment, (f, v) => f.Appointment = v),
        (nameof(CallForm.Urgent), f => Flag(f.Urgent), (f, v) => f.Urgent = v == "true"),
        (nameof(CallForm.DestinationCommune), f => f.DestinationCommune, (f, v) => f.DestinationCommune = v),
        (nameof(CallForm.DestinationAddress), f => f.DestinationAddress, (f, v) => f.DestinationAddress = v),
        (nameof(CallForm.PlaceCommune), f => f.PlaceCommune, (f, v) => f.PlaceCommune = v),
        (nameof(CallForm.Repeat), f => f.Repeat, (f, v) => f.Repeat = v),
        (nameof(CallForm.RepeatDays), f => string.Join(',', f.RepeatDays), (f, v) => f.RepeatDays = [.. (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)]),
        (nameof(CallForm.RepeatUntil), f => f.RepeatUntil, (f, v) => f.RepeatUntil = v),
        (nameof(CallForm.NotInSchoolHolidays), f => Flag(f.NotInSchoolHolidays), (f, v) => f.NotInSchoolHolidays = v == "true"),
        (nameof(CallForm.NotOnPublicHolidays), f => Flag(f.NotOnPublicHolidays), (f, v) => f.NotOnPublicHolidays = v == "true"),
        (nameof(CallForm.FirstName), f => f.FirstName, (f, v) => f.FirstName = v),
        (nameof(CallForm.LastName), f => f.LastName, (f, v) => f.LastName = v),
        (nameof(CallForm.Phone), f => f.Phone, (f, v) => f.Phone = v),
        (nameof(CallForm.Commune), f => f.Commune, (f, v) => f.Commune = v),
    ];

    private readonly Dictionary<string, string> _read;
    private readonly SortedSet<string> _hers;

    private FilledByReading(Dictionary<string, string> read, IEnumerable<string> hers) => (_read, _hers) = (read, new(hers, StringComparer.Ordinal));

    /// <param name="posted">The form as it came back: what differs from what had been filled is hers from now on.</param>
    public static FilledByReading Of(CallForm posted)
    {
        var kept = Parsed(posted.Filled);
        var filled = new FilledByReading(kept?.Read ?? [], kept?.Hers ?? []);
        filled._hers.UnionWith(Fields.Where(f => (f.Get(posted) ?? "") != filled._read.GetValueOrDefault(f.Name, "")).Select(f => f.Name));
        return filled;
    }

    /// <summary>Names of fields, as their labels need them, that hold what was read.</summary>
    public IReadOnlySet<string> Names => _read.Where(r => r.Value.Length > 0 && !_hers.Contains(r.Key)).Select(r => "Input." + r.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Fields that reading had filled and that hold something else now.</summary>
    public IEnumerable<string> Corrected => _read.Keys.Where(_hers.Contains).Order(StringComparer.Ordinal);

    public bool HasRead => _read.Count > 0;

    /// <summary>Fills what is not hers; what the words no longer say is emptied.</summary>
    /// <param name="read">Values by the names of the form's fields.</param>
    public void Fill(CallForm form, IReadOnlyDictionary<string, string> read)
    {
        foreach (var (name, _, set) in Fields.Where(f => !_hers.Contains(f.Name)))
        {
            set(form, read.GetValueOrDefault(name));
            if (read.ContainsKey(name) || _read.ContainsKey(name)) _read[name] = read.GetValueOrDefault(name, "");
        }
        Keep(form);
    }

    /// <summary>A choice she makes among readings: hers at once.</summary>
    public void Choose(CallForm form, IReadOnlyDictionary<string, string> chosen)
    {
        foreach (var (name, _, set) in Fields.Where(f => chosen.ContainsKey(f.Name)))
        {
            set(form, chosen[name]);
            _hers.Add(name);
        }
        Keep(form);
    }

    private void Keep(CallForm form) => form.Filled = JsonSerializer.Serialize(new Kept(_read, [.. _hers]));

    private static string? Flag(bool value) => value ? "true" : null;

    private static Kept? Parsed(string? hidden)
    {
        try
        {
            return string.IsNullOrEmpty(hidden) ? null : JsonSerializer.Deserialize<Kept>(hidden) is { Read: not null, Hers: not null } kept && !kept.Read.ContainsValue(null!) ? kept : null;
        }
        catch (JsonException)
        {
            return null;                                     // changed on its way: everything typed counts as hers
        }
    }

    private sealed record Kept(Dictionary<string, string> Read, string[] Hers);
}
