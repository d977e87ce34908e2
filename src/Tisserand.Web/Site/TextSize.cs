namespace Tisserand.Web.Site;

/// <summary>The size of the text a person chose: 0 (A), 1 (A+), 2 (A++).</summary>
public static class TextSize
{
    public const int Largest = 2;

    public static int Of(string? cookie) => cookie switch { "1" => 1, "2" => 2, _ => 0 };
}
