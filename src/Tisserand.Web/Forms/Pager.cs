namespace Tisserand.Web.Forms;

/// <summary>Pages of a long list, for <c>&lt;partial name="_Pager" model="…" /&gt;</c>.</summary>
/// <param name="Number">The page shown, from 1.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Path">Address without the page number; filters may be in it, never a person.</param>
public sealed record Pager(int Number, int Count, string Path)
{
    public string To(int page) => $"{Path}{(Path.Contains('?') ? '&' : '?')}page={page}";

    /// <summary>First, last and the neighbours of the page shown; 0 stands for a gap.</summary>
    public IEnumerable<int> Shown()
    {
        var last = 0;
        foreach (var page in Enumerable.Range(1, Count).Where(p => p == 1 || p == Count || Math.Abs(p - Number) <= 1))
        {
            if (page > last + 1) yield return 0;
            yield return page;
            last = page;
        }
    }
}
