using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;

namespace Tisserand.App.Territories;

/// <summary>An earlier version, or the one that comes with the program, is put in force again, as a new version.</summary>
public sealed class RestoreDocument(TisserandDb db, InstallDocument install)
{
    /// <param name="name">Of <see cref="CooperativeDocument.Edited"/>.</param>
    /// <param name="version">The one wanted back; 0 is the one that comes with the program.</param>
    /// <param name="basedOn">The version in force as she saw it.</param>
    /// <param name="by">A coordinator, or the machine.</param>
    /// <param name="ct">Stops before anything is stored.</param>
    public Task<InstallOutcome> RunAsync(string name, int version, int basedOn, Actor by, CancellationToken ct) => db.DecideAsync<InstallOutcome>(async () =>
    {
        if (!CooperativeDocument.Edited.Contains(name)) return new InstallOutcome.NotFound();
        var text = version == 0 ? DocumentText.Shipped(name)
            : await db.Documents.Where(d => d.Name == name && d.Version == version).Select(d => d.Text).SingleOrDefaultAsync(ct);
        return text is null ? new InstallOutcome.NotFound() : await install.DecideAsync(name, text, basedOn, "restore", by, ct);
    }, () => new InstallOutcome.Busy(), ct);
}
