using System.Collections;

namespace Tisserand.Matching;

/// <summary>The k best so far, highest value first, ties by id.</summary>
internal sealed class TopK(int take, Candidate[] people) : IEnumerable<TopK.Entry>
{
    private readonly List<Entry> _best = new(Math.Min(take, people.Length));

    public readonly record struct Entry(int Person, double Value, int Reserve);

    /// <summary>Whoever lies under it cannot enter.</summary>
    public double Threshold => _best.Count < take ? double.NegativeInfinity : _best[^1].Value;

    public void Offer(int person, double value, int reserve)
    {
        if (value < Threshold) return;
        var at = _best.Count;
        while (at > 0 && ComesBefore(person, value, _best[at - 1])) at--;
        if (at == take) return;
        if (_best.Count == take) _best.RemoveAt(take - 1);
        _best.Insert(at, new Entry(person, value, reserve));
    }

    private bool ComesBefore(int person, double value, Entry other) =>
        value != other.Value ? value > other.Value : people[person].Id.CompareTo(people[other.Person].Id) < 0;

    public IEnumerator<Entry> GetEnumerator() => _best.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
