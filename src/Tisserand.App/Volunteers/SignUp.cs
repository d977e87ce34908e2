using Microsoft.EntityFrameworkCore;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.France;

namespace Tisserand.App.Volunteers;

/// <summary>A stranger offers her time on the public site: a candidate's file, and a line on the list of whoever is on duty to meet her.</summary>
/// <remarks>Somebody who is already a volunteer gets no second file, only the line; she is answered the same.</remarks>
public sealed class SignUp(TisserandDb db, TimeProvider time, SaveVolunteer save, NearestTerritory territories, Attention attention)
{
    /// <summary>Version of the text she ticks: her answers are kept to organise help, and a coordinator calls.</summary>
    public const string Wording = "devenir-benevole/1";

    /// <param name="form">As typed.</param>
    /// <param name="once">Identity of this submission: sent twice, it opens one file.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public async Task<SaveOutcome<VolunteerId>> RunAsync(VolunteerForm form, Guid once, CancellationToken ct)
    {
        var read = PersonReader.Read(form.Person, contactWanted: true, time.Now().LocalDay());
        if (read.Insee is null) return new SaveOutcome<VolunteerId>.Refused(read.Problems);
        if (await AlreadyAsync(form.Person, read, new VolunteerId(once), ct) is { } known) return known;
        return await save.RunAsync(await territories.OfAsync(read.Insee, ct), null, form with { ConsentWording = Wording }, active: false, once, Actor.Machine, ct);
    }

    private Task<SaveOutcome<VolunteerId>?> AlreadyAsync(PersonForm form, ReadPerson read, VolunteerId once, CancellationToken ct)
    {
        var indexes = read.Contacts!.Select(c => db.Keys.IndexOf(c.Value)).ToList();
        var name = TextFolding.Fold($"{form.FirstName.Trim()} {form.LastName.Trim()}");
        return db.DecideAsync<SaveOutcome<VolunteerId>?>(async () =>
        {
            // A number belongs to several people: only the same name under it is the same person.
            var reachedThere = await db.Volunteers.Include(v => v.Person)
                .Where(v => v.Id != once && v.State != PersonState.Left && v.State != PersonState.Deceased && v.Person.Contacts.Any(c => indexes.Contains(c.Index)))
                .OrderBy(v => v.Id).Take(20).ToListAsync(ct);
            if (reachedThere.Find(v => TextFolding.Fold(v.Person.FullName) == name) is not { } volunteer) return null;

            var now = time.Now();
            await attention.RaiseAsync(volunteer.TerritoryId, AttentionReasons.CandidateToMeet, $"candidate/{volunteer.Id.Value:N}", now, volunteer: volunteer.Id, ct: ct);
            db.Add(new AuditLine("sign-up", "volunteer", volunteer.Id.Value, "Known", Actor.Machine, now));
            return new SaveOutcome<VolunteerId>.Saved(volunteer.Id);
        }, () => new SaveOutcome<VolunteerId>.Busy(), ct);
    }
}
