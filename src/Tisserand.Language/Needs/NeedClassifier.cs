namespace Tisserand.Language;

/// <summary>The second voice: a multinomial softmax over words, pairs of words and parts of words, learned from the
/// sentences of the rule files when it is first asked, and from corrections where there are any. Deterministic: fixed order, fixed number of passes.</summary>
/// <remarks>Features are hashed (FNV-1a) into a fixed number of weights per type; AdaGrad (Duchi, Hazan and Singer 2011,
/// Journal of Machine Learning Research 12, 2121–2159) with a small pull to zero.</remarks>
public sealed class NeedClassifier
{
    private const int Buckets = 1 << 15, Passes = 24;
    private const double Step = 0.5, Pull = 1e-5;

    private static readonly int[] Strides = [613, 617, 619];           // primes: one of them does not divide the count, and visits each example once a pass
    private static readonly Lazy<NeedClassifier> LazyShipped = new(() => Learned([]));

    private readonly float[] _weights;                                 // of bucket and type
    private readonly int _types;

    /// <summary>Learned from the sentences of the rule files alone.</summary>
    public static NeedClassifier Shipped => LazyShipped.Value;

    private NeedClassifier(float[] weights, int types) => (_weights, _types) = (weights, types);

    /// <summary>Learns the sentences of the rule files and what people corrected.</summary>
    /// <param name="corrected">In any order: the same examples give the same classifier. One without features, or of a type that the engine does not know, teaches nothing.</param>
    /// <remarks>O(passes × features × types) time, features counted over all examples.</remarks>
    public static NeedClassifier Learned(IEnumerable<NeedExample> corrected)
    {
        var types = NeedLexicon.Types.Count;
        var examples = NeedLexicon.Shipped.Sentences.Select(s => (Features: Features(ReadText.From(s.Text).Tokens), s.Type)).ToList();
        examples.AddRange(corrected.Where(c => c.Features.Count > 0 && c.TypeIndex >= 0).OrderBy(c => c.TypeIndex).ThenBy(c => string.Join('|', c.Features), StringComparer.Ordinal)
            .Select(c => (Features(c.Features), c.TypeIndex)));
        var stride = Strides.First(s => examples.Count % s != 0);
        var (weights, squares) = (new float[Buckets * types], new float[Buckets * types]);
        var learned = new NeedClassifier(weights, types);
        for (var pass = 0; pass < Passes; pass++)
            for (var i = 0; i < examples.Count; i++)
            {
                var (features, type) = examples[(int)((long)i * stride % examples.Count)];   // types mixed
                var chances = learned.Chances(features);
                var scale = 1 / Math.Sqrt(features.Count);
                for (var t = 0; t < types; t++)
                {
                    var error = (t == type ? 1 : 0) - chances[t];
                    foreach (var feature in features)
                    {
                        var w = feature * types + t;
                        var slope = (float)(error * scale - Pull * weights[w]);
                        squares[w] += slope * slope;
                        weights[w] += (float)(Step * slope / Math.Sqrt(squares[w] + 1e-8));
                    }
                }
            }
        return learned;
    }

    /// <summary>Chance of each type by the words alone; all equal for a text without a word.</summary>
    internal double[] Chances(IEnumerable<Token> tokens) => Chances(Features(tokens));

    private double[] Chances(List<int> features)
    {
        var sums = new double[_types];
        var scale = 1 / Math.Sqrt(Math.Max(1, features.Count));
        foreach (var feature in features)
            for (var t = 0; t < _types; t++) sums[t] += _weights[feature * _types + t] * scale;
        return Softmax(sums);
    }

    internal static double[] Softmax(double[] scores)
    {
        var top = scores.Max();
        var powers = scores.Select(s => Math.Exp(s - top)).ToArray();
        var sum = powers.Sum();
        return [.. powers.Select(p => p / sum)];
    }

    /// <summary>Distinct buckets, ascending.</summary>
    private static List<int> Features(IEnumerable<Token> tokens)
    {
        var features = new SortedSet<int>();
        var before = "";
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Word)
            {
                before = "";
                continue;
            }
            Add(features, token.Text);
            if (before.Length > 0) features.Add(Bucket('p', before + " " + token.Text));
            before = token.Text;
        }
        return [.. features];
    }

    /// <summary>Of words and pairs of words as <see cref="WordFeatures"/> gives them.</summary>
    private static List<int> Features(IReadOnlyList<string> words)
    {
        var features = new SortedSet<int>();
        foreach (var word in words)
        {
            if (word.Contains(' ', StringComparison.Ordinal)) features.Add(Bucket('p', word));
            else Add(features, word);
        }
        return [.. features];
    }

    private static void Add(SortedSet<int> features, string word)
    {
        features.Add(Bucket('w', word));
        if (word.Length < 4) return;
        var framed = $"<{word[..Math.Min(word.Length, 30)]}>";
        for (var length = 4; length <= 5; length++)
            for (var at = 0; at + length <= framed.Length; at++) features.Add(Bucket('c', framed.AsSpan(at, length)));
    }

    private static int Bucket(char kind, ReadOnlySpan<char> text)
    {
        var hash = (2166136261u ^ kind) * 16777619u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return (int)((hash ^ hash >> 15) % Buckets);
    }
}
