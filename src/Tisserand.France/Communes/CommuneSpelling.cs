namespace Tisserand.France;

/// <summary>How far a typed name is from a real one, in letters changed, missing, added or swapped.</summary>
internal static class CommuneSpelling
{
    /// <summary>Optimal string alignment distance, given up beyond <paramref name="most"/>.</summary>
    /// <returns>The number of changes, or <paramref name="most"/> + 1 when there are more.</returns>
    public static int Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most) return most + 1;
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, before[j - 2] + 1);
                row[j] = best;
                least = Math.Min(least, best);
            }

            if (least > most) return most + 1;
            (before, last, row) = (last, row, before);
        }

        return Math.Min(last[b.Length], most + 1);
    }
}
