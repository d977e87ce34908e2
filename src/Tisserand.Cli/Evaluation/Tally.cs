namespace Tisserand.Cli.Evaluation;

/// <summary>How many of how many.</summary>
internal sealed class Tally
{
    public int Hits { get; private set; }

    public int Of { get; private set; }

    public double Share => Of == 0 ? 0 : (double)Hits / Of;

    public void Add(bool hit)
    {
        Of++;
        if (hit) Hits++;
    }

    /// <summary>Counts only when asked about.</summary>
    public void AddWhen(bool counts, bool hit)
    {
        if (counts) Add(hit);
    }
}
