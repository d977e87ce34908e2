using Microsoft.EntityFrameworkCore;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.France;

namespace Tisserand.App.Volunteers;

/// <summary>A stranger offers her time on the public site: a candidate's file, and a line on the list of whoever is on duty to meet her.</summary>
public sealed class SignUp(TisserandDb db, TimeProvider time, SaveVolunteer save)
{
    /// <param name="form">As typed.</param>
    /// <param name="once">Identity of this submission: sent twice, it opens one file.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public async Task<SaveOutcome<VolunteerId>> RunAsync(VolunteerForm form, Guid once, CancellationToken ct)
    {
        var read = PersonReader.Read(form.Person, contactWanted: true, time.Now().LocalDay());
        if (read.Insee is null) return new SaveOutcome<VolunteerId>.Refused(read.Problems);
        var territory = await NearestAsync(read.Insee, ct);
        return await save.RunAsync(await NearestAsync(read.Insee, ct), null, form, active: false, once, Actor.Machine, ct);
    }

    private async Task<TerritoryId> NearestAsync(string insee, CancellationToken ct)
    {
        var seats = await db.Territories.OrderBy(t => t.Id).Select(t => new { t.Id, t.SeatInsee }).Take(500).ToListAsync(ct);
        var here = CommuneTable.Shipped.Find(insee)?.Point;
        return seats.MinBy(s => here is { } from && CommuneTable.Shipped.Find(s.SeatInsee)?.Point is { } seat ? from.KilometresTo(seat) : double.MaxValue)?.Id
            ?? throw new InvalidOperationException("An installation has at least one territory.");
    }
}
