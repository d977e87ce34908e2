namespace Tisserand.App.Notifications.Texts;

/// <summary>« Jeanne M. »: all that a message ever says of a person's name.</summary>
public sealed record ShortName
{
    private readonly string _text;

    public ShortName(string firstName, string lastName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(firstName);
        ArgumentNullException.ThrowIfNull(lastName);
        var last = lastName.Trim();
        _text = last.Length == 0 ? firstName.Trim() : $"{firstName.Trim()} {char.ToUpperInvariant(last[0])}.";
    }

    public override string ToString() => _text;
}
