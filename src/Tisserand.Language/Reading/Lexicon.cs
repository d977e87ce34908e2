using Tisserand.France;

namespace Tisserand.Language;

/// <summary>The words that slips are mended to, and the true words that look like them and are left alone. Immutable.</summary>
public sealed class Lexicon
{
    private const int ShortestForOne = 4, ShortestForTwo = 8, Longest = 20;

    private static readonly Lazy<Lexicon> LazyShipped = new(() => new(
        WordFile.Lines("Reading/lexicon.txt").SelectMany(l => l.Split(' ')), WordFile.Lines("Reading/true-words.txt").SelectMany(l => l.Split(' '))));

    private readonly Dictionary<string, int> _rank = new(StringComparer.Ordinal);
    private readonly HashSet<string> _true = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _byDeletion = new(StringComparer.Ordinal);

    /// <param name="words">What slips are mended to, most usual first.</param>
    /// <param name="trueWords">Never mended; one with a star behind stands for every word that begins so.</param>
    public Lexicon(IEnumerable<string> words, IEnumerable<string> trueWords)
    {
        foreach (var word in trueWords)
            if (word.EndsWith('*')) _beginnings.Add(TextFolding.Fold(word[..^1]));
            else _true.Add(TextFolding.Fold(word));
        foreach (var word in words.Select(TextFolding.Fold).SelectMany(w => w.Split(' ')))
        {
            if (word.Length == 0 || !_rank.TryAdd(word, _rank.Count) || word.Length < ShortestForOne) continue;
            foreach (var shorter in Deletions(word, Reach(word.Length)))
            {
                if (!_byDeletion.TryGetValue(shorter, out var list)) _byDeletion[shorter] = list = [];
                list.Add(word);
            }
        }
    }

    /// <summary>Words of time and of everyday requests, from lexicon.txt and true-words.txt.</summary>
    public static Lexicon Shipped => LazyShipped.Value;

    /// <summary>This lexicon with further words to mend to.</summary>
    public Lexicon With(IEnumerable<string> words) => With(words, []);

    /// <summary>The same, and with further words that are never mended.</summary>
    public Lexicon With(IEnumerable<string> words, IEnumerable<string> trueWords) =>
        new(_rank.OrderBy(w => w.Value).Select(w => w.Key).Concat(words), _true.Concat(_beginnings.Select(b => b + "*")).Concat(trueWords));

    public bool Knows(string word) => _rank.ContainsKey(word) || _true.Contains(word) || BeginsAsKnown(word);

    private bool BeginsAsKnown(string word)
    {
        var beginnings = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = ShortestForOne; length <= word.Length; length++)
            if (beginnings.Contains(word.AsSpan(0, length))) return true;
        return false;
    }

    /// <summary>The word meant by a folded word: itself when known or unlike any other; else the nearest, by one edit
    /// from 4 letters on, two from 8 on; ties by first letter, then by order in the lexicon.</summary>
    /// <remarks>Symmetric deletions: a slip and its word share a string after taking letters away from both; then the
    /// distance with neighbouring letters swapped decides (Damerau 1964, Communications of the ACM 7(3), 171–176).</remarks>
    public string Mend(string word)
    {
        if (word.Length is < ShortestForOne or > Longest || Knows(word)) return word;
        (int Distance, bool OtherFirst, int Rank) best = (int.MaxValue, true, 0);
        var mended = word;
        foreach (var shorter in Deletions(word, Reach(word.Length)))
        {
            if (!_byDeletion.TryGetValue(shorter, out var candidates)) continue;
            foreach (var candidate in candidates)
            {
                var distance = Spelling.Distance(word, candidate);
                if (distance > Math.Min(Reach(word.Length), Reach(candidate.Length))) continue;
                var score = (distance, candidate[0] != word[0], _rank[candidate]);
                if (score.CompareTo(best) < 0) (best, mended) = (score, candidate);
            }
        }
        return mended;
    }

    private static int Reach(int length) => length >= ShortestForTwo ? 2 : 1;

    private static HashSet<string> Deletions(string word, int most)
    {
        var all = new HashSet<string>(StringComparer.Ordinal) { word };
        var last = new List<string> { word };
        for (var lap = 0; lap < most; lap++)
        {
            var next = new List<string>();
            foreach (var w in last)
                for (var i = 0; i < w.Length; i++)
                    if (w.Remove(i, 1) is var shorter && all.Add(shorter)) next.Add(shorter);
            last = next;
        }
        return all;
    }
}
