using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.Requests;

/// <summary>What somebody who has come in sees of the help that is asked or agreed, for herself and for those she cares for.</summary>
/// <param name="FirstName">To greet her; empty when it is not known.</param>
/// <param name="Phone">As it is dialled; null when there is none.</param>
/// <param name="People">Herself first; empty when she is nobody's carer and not helped.</param>
public sealed record OwnHelp(string FirstName, string Name, string? Phone, string? Email, IReadOnlyList<HelpedPerson> People)
{
    /// <summary>The files a person may look into here: her own, and those of the people she cares for.</summary>
    internal static Expression<Func<Beneficiary, bool>> Concerns(PersonId who) => b =>
        (b.PersonId == who || b.Carers.Any(c => c.PersonId == who)) && b.State != PersonState.Left && b.State != PersonState.Deceased;
}

/// <param name="Insee">Commune of her home; empty when it is not known.</param>
/// <param name="Waiting">Asked and not yet agreed, soonest first.</param>
/// <param name="Visits">Agreed and not over, soonest first.</param>
public sealed record HelpedPerson(
    BeneficiaryId Id, bool IsHerself, string FirstName, string Name, string Insee, string? Street, IReadOnlyList<OwnRequest> Waiting, IReadOnlyList<OwnVisit> Visits);

/// <param name="IsToCall">A coordinator calls first; else somebody is already being looked for.</param>
public sealed record OwnRequest(HelpRequestId Id, string Activity, string When, bool IsToCall);

/// <param name="Volunteer">First name and initial of who comes.</param>
public sealed record OwnVisit(VisitId Id, string Activity, string When, string Volunteer);

/// <inheritdoc cref="OwnHelp"/>
public sealed class ReadOwnHelp(TisserandDb db, TimeProvider time, NeedCatalogue needs)
{
    private const int MostPeople = 20, MostLines = 40;

    /// <returns>Null when nobody is known by this identity.</returns>
    public async Task<OwnHelp?> RunAsync(PersonId who, CultureInfo language, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().Include(p => p.Contacts).SingleOrDefaultAsync(p => p.Id == who, ct);
        if (person is null) return null;

        var now = time.Now();
        var words = new RequestWords(await needs.CurrentAsync(ct), language.TwoLetterISOLanguageName);
        var helped = await db.Beneficiaries.AsNoTracking().Include(b => b.Person).Where(OwnHelp.Concerns(who)).OrderBy(b => b.Id).Take(MostPeople).ToListAsync(ct);
        var ids = helped.Select(b => b.Id).ToList();
        var visits = await VisitsAsync(ids, words, now, ct);
        var waiting = await WaitingAsync(ids, words, now, ct);
        return new OwnHelp(person.FirstName, person.FullName, PhoneOf(person), person.Contacts.FirstOrDefault(c => c.Kind == ContactKind.Email)?.Value,
        [
            .. helped.OrderByDescending(b => b.PersonId == who).Select(b => new HelpedPerson(b.Id, b.PersonId == who, b.Person.FirstName, b.Person.FullName,
                b.Person.Insee, b.Person.Street, [.. waiting[b.Id]], [.. visits[b.Id]])),
        ]);
    }

    private async Task<ILookup<BeneficiaryId, OwnVisit>> VisitsAsync(List<BeneficiaryId> whose, RequestWords words, Instant now, CancellationToken ct)
    {
        var found = await db.Visits.AsNoTracking().Where(v => whose.Contains(v.BeneficiaryId) && v.State == VisitState.Planned && v.End > now)
            .OrderBy(v => v.Start).ThenBy(v => v.Id).Take(MostLines)
            .Select(v => new { v.Id, v.BeneficiaryId, v.Start, v.Request.NeedType, v.Volunteer.Person.FirstName, v.Volunteer.Person.LastName }).ToListAsync(ct);
        return found.ToLookup(v => v.BeneficiaryId, v => new OwnVisit(v.Id, words.Activity(v.NeedType), words.At(v.Start),
            v.LastName.Length == 0 ? v.FirstName : $"{v.FirstName} {v.LastName[0]}."));
    }

    private async Task<ILookup<BeneficiaryId, OwnRequest>> WaitingAsync(List<BeneficiaryId> whose, RequestWords words, Instant now, CancellationToken ct)
    {
        var found = await db.HelpRequests.AsNoTracking()
            .Where(r => r.BeneficiaryId != null && whose.Contains(r.BeneficiaryId.Value) && (r.State == RequestState.Draft || r.State == RequestState.Open) && r.LatestStart > now)
            .OrderBy(r => r.EarliestStart).ThenBy(r => r.Id).Take(MostLines)
            .Select(r => new { r.Id, Whose = r.BeneficiaryId!.Value, r.State, r.NeedType, r.EarliestStart, r.LatestStart }).ToListAsync(ct);
        return found.ToLookup(r => r.Whose, r => new OwnRequest(r.Id, words.Activity(r.NeedType), words.When(r.EarliestStart, r.LatestStart), r.State == RequestState.Draft));
    }

    // Beneficiaries often have a landline only; a mobile is the surer one where there is a choice.
    private static string? PhoneOf(Person person) => person.Contacts.Where(c => c.Kind != ContactKind.Email).OrderBy(c => c.Kind != ContactKind.Mobile)
        .Select(c => FrenchPhone.TryParse(c.Value, out var phone) ? phone.National : c.Value).FirstOrDefault();
}
