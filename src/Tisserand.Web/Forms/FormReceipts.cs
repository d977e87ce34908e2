using System.Collections.Concurrent;

namespace Tisserand.Web.Forms;

/// <summary>Where the forms already received on this node have led, so that a second click leads there too.</summary>
/// <remarks>Answers the impatient finger and the resent page. What creates something also hands
/// <see cref="Once.FormKey"/> to its use case, where the database refuses the second: that holds across nodes and restarts.</remarks>
public sealed class FormReceipts(TimeProvider time)
{
    private const int MostKept = 20_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<string, Receipt> _receipts = new();

    /// <summary>True when the caller is the first with this key and must <see cref="Settle"/> it.</summary>
    internal bool Claim(string key, out Task<string?> outcome)
    {
        if (_receipts.Count > MostKept) Forget();
        var mine = new Receipt(time.GetUtcNow());
        var kept = _receipts.GetOrAdd(key, mine);
        outcome = kept.Location.Task;
        return ReferenceEquals(kept, mine);
    }

    /// <summary>Keeps where the form led; null (it was not accepted, or failed) lets it be sent again.</summary>
    internal void Settle(string key, string? location)
    {
        if (location is null ? _receipts.TryRemove(key, out var receipt) : _receipts.TryGetValue(key, out receipt))
            receipt!.Location.TrySetResult(location);
    }

    private void Forget()
    {
        var horizon = time.GetUtcNow() - Kept;
        var oldest = _receipts.OrderBy(r => r.Value.At).Take(MostKept / 2).ToList();
        foreach (var (key, receipt) in _receipts.Where(r => r.Value.At < horizon).Concat(oldest))
            if (receipt.Location.Task.IsCompleted) _receipts.TryRemove(key, out _);
    }

    private sealed record Receipt(DateTimeOffset At)
    {
        public TaskCompletionSource<string?> Location { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
