using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Visits;

/// <summary>Time as the demonstration lives it: from one stored due instant to the next, never in between.</summary>
internal static class Passing_time
{
    public static Task WorksAsync(this Town town) => town.DoAsync((DueWork work) => work.RunAsync(town.Now, Ct));

    public static Task LivesUntilAsync(this Town town, string at) => town.LivesUntilAsync(Local(at));

    public static async Task LivesUntilAsync(this Town town, Instant until)
    {
        while (true)
        {
            await town.WorksAsync();
            if (town.Now >= until) return;
            var next = await town.DoAsync((NextDue due) => due.AfterAsync(town.Now, Ct));
            Assert.True(next > town.Now, "time moves on");
            town.Clock.SetUtcNow(Instant.Min(next, until).ToDateTimeOffset());
        }
    }

    public static Task HasMobileAsync(this Town town, PersonId id) => town.LookAsync(async db =>
    {
        var person = await db.People.Include(p => p.Contacts).SingleAsync(p => p.Id == id, Ct);
        person.IsReached(["sms", "call"], false, false, null, null);
        db.Add(new ContactPoint(new ContactPointId(Guid.NewGuid()), id, ContactKind.Mobile, "+33639980150", db.Keys));
        return await db.SaveChangesAsync(Ct);
    });

    /// <summary>Visits of the past weeks, done and over.</summary>
    public static Task HaveMetAsync(this Town town, BeneficiaryId beneficiary, VolunteerId volunteer, int times) => town.LookAsync(async db =>
    {
        var whom = await db.Beneficiaries.SingleAsync(b => b.Id == beneficiary, Ct);
        for (var i = 1; i <= times; i++)
        {
            var start = town.Now - Duration.FromDays(7 * i);
            var request = new HelpRequest(new HelpRequestId(Guid.NewGuid()), town.Territory, beneficiary, "courses", RequestSource.Past, start);
            request.BelongsTo(whom);
            request.Takes(start, start, null, 60, 60, 120);
            request.Open(start);
            request.TryTakePlace(start);
            var visit = Visit.Of(request, volunteer, null, start, new Tisserand.App.Storage.IdSource(), start);
            visit.EndAs(VisitState.Done, null, start + Duration.FromHours(1));
            request.End(RequestState.Done, EndReason.None, null, start + Duration.FromHours(1));
            db.AddRange(request, visit);
        }

        return await db.SaveChangesAsync(Ct);
    });

    public static Task CaresForAsync(this Town town, BeneficiaryId beneficiary, string firstName, CarerKind kind, bool isEmergency) => town.LookAsync(async db =>
    {
        var person = new Person(new PersonId(Guid.NewGuid()), town.Territory, firstName, "Essai");
        person.LivesAt(Redon, null, null, null, null);
        person.HasContacts([new ContactPoint(new ContactPointId(Guid.NewGuid()), person.Id, ContactKind.Landline, "+33299719999", db.Keys)]);
        db.AddRange(person, new Carer(new CarerId(Guid.NewGuid()), beneficiary, person, kind, false, isEmergency));
        return await db.SaveChangesAsync(Ct);
    });
}
