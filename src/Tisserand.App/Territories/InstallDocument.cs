using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.NeedTypes;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;

namespace Tisserand.App.Territories;

/// <summary>A document of the cooperative is put in force as a new version; nothing is stored that its own parser refuses.</summary>
/// <remarks>It counts in every territory, so only a coordinator of all of them may.</remarks>
public sealed class InstallDocument(TisserandDb db, TimeProvider time)
{
    /// <param name="name">Of <see cref="CooperativeDocument.Edited"/>.</param>
    /// <param name="text">The whole document.</param>
    /// <param name="basedOn">The version she started from; 0 is the one that comes with the program.</param>
    /// <param name="by">A coordinator, or the machine.</param>
    /// <param name="ct">Stops before anything is stored.</param>
    public Task<InstallOutcome> RunAsync(string name, string text, int basedOn, Actor by, CancellationToken ct)
    {
        if (!CooperativeDocument.Edited.Contains(name)) throw new ArgumentOutOfRangeException(nameof(name), name, "The cooperative edits no document of this name.");
        return db.DecideAsync(() => DecideAsync(name, text, basedOn, "install", by, ct), () => new InstallOutcome.Busy(), ct);
    }

    /// <summary>Whether somebody may change what counts in every territory.</summary>
    public async Task<bool> MayAsync(Actor by, CancellationToken ct)
    {
        if (by == Actor.Machine) return true;
        if (by.Account is not { } id || await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Role == Role.Coordinator, ct) is not { } account) return false;
        var all = await db.Territories.Select(t => t.Id).ToListAsync(ct);
        return all.TrueForAll(account.Territories.Contains);
    }

    internal async Task<InstallOutcome> DecideAsync(string name, string text, int basedOn, string act, Actor by, CancellationToken ct)
    {
        if (!await MayAsync(by, ct)) return new InstallOutcome.NotAllowed();
        var read = DocumentText.Read(name, text);
        if (read.Mistakes.Count > 0) return new InstallOutcome.Refused(read.Mistakes);

        var last = await db.Documents.AsNoTracking().Where(d => d.Name == name).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct);
        var (version, current) = last is null ? (0, DocumentText.Shipped(name)) : (last.Version, last.Text);
        if (DocumentText.SayTheSame(name, read.Kept, current)) return new InstallOutcome.Unchanged(version);
        if (basedOn != version) return new InstallOutcome.Overtaken(version, await NameAsync(last?.By, ct), last?.At);
        if (name == CooperativeDocument.Needs && await StillUsedAsync(current, read.Kept, ct) is { Count: > 0 } used) return new InstallOutcome.Refused(used);

        var now = time.Now();
        var next = version + 1;
        db.Add(new CooperativeDocument(name, next, DocumentText.Numbered(name, read.Kept, next, now.LocalDay()), by.Account, now));
        db.Add(new AuditLine(act + "-document", name, Guid.Empty, string.Create(CultureInfo.InvariantCulture, $"Version_{next}"), by, now));
        return new InstallOutcome.Installed(next);
    }

    private async Task<string?> NameAsync(AccountId? id, CancellationToken ct) =>
        id is null ? null : await db.Accounts.Where(a => a.Id == id).Select(a => a.Name).SingleOrDefaultAsync(ct);

    /// <summary>What was asked for under a type keeps its name: a type in use cannot go.</summary>
    private async Task<IReadOnlyList<DocumentMistake>> StillUsedAsync(string before, string after, CancellationToken ct)
    {
        if (Taxonomy.Parse(before) is not TaxonomyReading.Read { Taxonomy: var old } || Taxonomy.Parse(after) is not TaxonomyReading.Read { Taxonomy: var next }) return [];
        var gone = old.NeedTypes.Where(n => next.Find(n.Code) is null).ToList();
        if (gone.Count == 0) return [];
        var codes = gone.Select(n => n.Code).ToList();
        var requests = await db.HelpRequests.Where(r => codes.Contains(r.NeedType)).GroupBy(r => r.NeedType).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var series = await db.RecurringNeeds.Where(r => codes.Contains(r.NeedType)).GroupBy(r => r.NeedType).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. gone.Where(n => requests.ContainsKey(n.Code) || series.ContainsKey(n.Code))
            .Select(n => new DocumentMistake.StillUsed(n.Code, n.NameFr, n.NameEn, requests.GetValueOrDefault(n.Code), series.GetValueOrDefault(n.Code)))];
    }
}

/// <summary>What putting a document in force led to. Closed.</summary>
public abstract record InstallOutcome
{
    private InstallOutcome() { }

    public sealed record Installed(int Version) : InstallOutcome;

    /// <summary>It says what the version in force says.</summary>
    public sealed record Unchanged(int Version) : InstallOutcome;

    /// <summary>Nothing was stored; every mistake with its place.</summary>
    public sealed record Refused(IReadOnlyList<DocumentMistake> Mistakes) : InstallOutcome;

    /// <summary>Somebody changed it since: nothing was stored.</summary>
    public sealed record Overtaken(int Version, string? By, Instant? At) : InstallOutcome;

    public sealed record NotAllowed : InstallOutcome;

    /// <summary>No version of that number.</summary>
    public sealed record NotFound : InstallOutcome;

    public sealed record Busy : InstallOutcome;
}
