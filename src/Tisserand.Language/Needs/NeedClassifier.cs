namespace Tisserand.Language;

/// <summary>The second voice: a multinomial softmax over words, pairs of words and parts of words, learned from the
/// sentences of the rule files when it is first asked. Deterministic: fixed order, fixed number of passes.</summary>
/// <remarks>Features are hashed (FNV-1a) into a fixed number of weights per type; AdaGrad (Duchi, Hazan and Singer 2011,
/// Journal of Machine Learning Research 12, 2121–2159) with a small pull to zero.</remarks>
internal sealed class NeedClassifier
{
    private const int Buckets = 1 << 15, Passes = 24;
    private const double Step = 0.5, Pull = 1e-5;

    private static readonly Lazy<NeedClassifier> LazyShipped = new(() => Learned(NeedLexicon.Shipped.Sentences, NeedLexicon.Types.Count));

    private readonly float[] _weights;                                 // of bucket and type
    private readonly int _types;

    public static NeedClassifier Shipped => LazyShipped.Value;

    private NeedClassifier(float[] weights, int types) => (_weights, _types) = (weights, types);

    public static NeedClassifier Learned(IReadOnlyList<(string Text, int Type)> sentences, int types)
    {
        var examples = sentences.Select(s => (Features: Features(ReadText.From(s.Text).Tokens), s.Type)).ToList();
        var (weights, squares) = (new float[Buckets * types], new float[Buckets * types]);
        var learned = new NeedClassifier(weights, types);
        for (var pass = 0; pass < Passes; pass++)
            for (var i = 0; i < examples.Count; i++)
            {
                var (features, type) = examples[(int)((long)i * 613 % examples.Count)];   // types mixed; 613 is prime, so each once a pass
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
    public double[] Chances(IEnumerable<Token> tokens) => Chances(Features(tokens));

    private double[] Chances(List<int> features)
    {
        var sums = new double[_types];
        var scale = 1 / Math.Sqrt(Math.Max(1, features.Count));
        foreach (var feature in features)
            for (var t = 0; t < _types; t++) sums[t] += _weights[feature * _types + t] * scale;
        return Softmax(sums);
    }

    public static double[] Softmax(double[] scores)
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
            features.Add(Bucket('w', token.Text));
            if (before.Length > 0) features.Add(Bucket('p', before + " " + token.Text));
            before = token.Text;
            if (token.Text.Length < 4) continue;
            var framed = $"<{token.Text[..Math.Min(token.Text.Length, 30)]}>";
            for (var length = 4; length <= 5; length++)
                for (var at = 0; at + length <= framed.Length; at++) features.Add(Bucket('c', framed.AsSpan(at, length)));
        }
        return [.. features];
    }

    private static int Bucket(char kind, ReadOnlySpan<char> text)
    {
        var hash = (2166136261u ^ kind) * 16777619u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return (int)((hash ^ hash >> 15) % Buckets);
    }
}
