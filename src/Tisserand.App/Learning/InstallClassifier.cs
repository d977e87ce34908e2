using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Learning;

/// <summary>A person decides what the engine has learned: she installs a proposal, or goes back to what was before.</summary>
/// <remarks>It counts in every territory, so only a coordinator of all of them may.</remarks>
public sealed class InstallClassifier(TisserandDb db, TimeProvider time, InstallDocument documents)
{
    /// <param name="proposal">Its version.</param>
    /// <param name="basedOn">The version in force as she saw it.</param>
    /// <param name="by">A coordinator.</param>
    /// <param name="ct">Stops before anything is stored.</param>
    public Task<InstallOutcome> RunAsync(int proposal, int basedOn, Actor by, CancellationToken ct) => StoreAsync("install", basedOn, by,
        _ => TextAsync(CooperativeDocument.NeedClassifierProposal, proposal, ct), ct);

    /// <summary>What was in force before <paramref name="basedOn"/> is in force again, as a new version.</summary>
    public Task<InstallOutcome> GoBackAsync(int basedOn, Actor by, CancellationToken ct) => StoreAsync("restore", basedOn, by, async current => current switch
    {
        0 => null,                                            // nothing before what came with the program
        1 => "",
        _ => await TextAsync(CooperativeDocument.NeedClassifier, current - 1, ct),
    }, ct);

    private Task<InstallOutcome> StoreAsync(string act, int basedOn, Actor by, Func<int, Task<string?>> wanted, CancellationToken ct) => db.DecideAsync<InstallOutcome>(async () =>
    {
        if (!await documents.MayAsync(by, ct)) return new InstallOutcome.NotAllowed();
        var last = await db.Documents.AsNoTracking().Where(d => d.Name == CooperativeDocument.NeedClassifier).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct);
        var version = last?.Version ?? 0;
        if (await wanted(version) is not { } text) return new InstallOutcome.NotFound();
        if (text == (last?.Text ?? "")) return new InstallOutcome.Unchanged(version);
        if (basedOn != version) return new InstallOutcome.Overtaken(version, last?.By is { } id ? await db.Accounts.Where(a => a.Id == id).Select(a => a.Name).SingleOrDefaultAsync(ct) : null, last?.At);

        var now = time.Now();
        db.Add(new CooperativeDocument(CooperativeDocument.NeedClassifier, version + 1, text, by.Account, now));
        db.Add(new AuditLine(act + "-document", CooperativeDocument.NeedClassifier, Guid.Empty, string.Create(CultureInfo.InvariantCulture, $"Version_{version + 1}"), by, now));
        return new InstallOutcome.Installed(version + 1);
    }, () => new InstallOutcome.Busy(), ct);

    private Task<string?> TextAsync(string name, int version, CancellationToken ct) =>
        db.Documents.Where(d => d.Name == name && d.Version == version).Select(d => d.Text).SingleOrDefaultAsync(ct);
}
