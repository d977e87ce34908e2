namespace Tisserand.App.Notifications;

/// <summary>Where the site is reached from outside, for links in messages.</summary>
public sealed record PublicAddress(Uri Home)
{
    /// <summary>The page where one question is answered, without signing in. Opening it changes nothing.</summary>
    public Uri Answer(string secret) => new(Home, $"reponse/{secret}");

    /// <summary>An alert, behind a coordinator's sign-in.</summary>
    public Uri Alert(Safety.DangerAlertId id) => new(Home, $"coordination/alerte/{id.Value}");

    /// <summary>A volunteer's own pages, behind a sign-in.</summary>
    public Uri Volunteer => new(Home, "benevole");
}
