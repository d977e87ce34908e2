using Microsoft.EntityFrameworkCore;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Beneficiaries;

/// <summary>What a form says of a beneficiary, as typed.</summary>
public sealed record BeneficiaryForm
{
    public required PersonForm Person { get; init; }

    public bool LivesAlone { get; init; }

    public bool HasRelativesNear { get; init; }

    public string? RequiresLanguage { get; init; }

    public Sex RequiresSex { get; init; }

    public bool RequiresNoAnimal { get; init; }

    public bool WishesSameFace { get; init; }

    /// <summary>Languages she likes to speak, a wish; null = as it stands.</summary>
    public IReadOnlyList<string>? LikesToSpeak { get; init; }

    public IReadOnlyList<string> Interests { get; init; } = [];

    public IReadOnlyList<string> PracticalNeeds { get; init; } = [];

    /// <summary>She agrees that practical needs are kept; without it they are not.</summary>
    public bool PracticalNeedsAgreed { get; init; }

    public string? DoorCode { get; init; }
}

/// <summary>Opens or changes a beneficiary's file.</summary>
public sealed class SaveBeneficiary(TisserandDb db, TimeProvider time, IdSource ids, NeedCatalogue needs, PersonWriter writer)
{
    /// <summary>Version of the spoken wording by which practical needs are agreed to.</summary>
    public const string PracticalNeedsWording = "besoins-pratiques/1";

    public Task<SaveOutcome<BeneficiaryId>> RunAsync(TerritoryId territory, BeneficiaryId? id, BeneficiaryForm form, Guid? once, Actor by, CancellationToken ct) =>
        db.DecideAsync<SaveOutcome<BeneficiaryId>>(async () =>
        {
            var now = time.Now();
            var read = PersonReader.Read(form.Person, contactWanted: true, now.LocalDay());
            var problems = read.Problems.Concat(Check(form, await needs.CurrentAsync(ct))).ToList();
            if (problems.Count > 0) return new SaveOutcome<BeneficiaryId>.Refused(problems);

            Beneficiary? beneficiary;
            if (id is { } known)
            {
                beneficiary = await db.Beneficiaries.Include(b => b.Person).ThenInclude(p => p.Contacts).SingleOrDefaultAsync(b => b.Id == known && b.TerritoryId == territory, ct);
                if (beneficiary is null) return new SaveOutcome<BeneficiaryId>.NotFound();
            }
            else
            {
                var newId = once is { } o ? new BeneficiaryId(o) : ids.New<BeneficiaryId>();
                if (await db.Beneficiaries.AnyAsync(b => b.Id == newId, ct)) return new SaveOutcome<BeneficiaryId>.Saved(newId);
                var person = new Person(ids.New<PersonId>(), territory, "", "");
                person.OpenedAt(now);
                beneficiary = new Beneficiary(newId, person, now);
                beneficiary.MoveTo(PersonState.Active, now);
                db.Add(beneficiary);
            }

            writer.Write(beneficiary.Person, form.Person, read);
            beneficiary.Lives(form.LivesAlone, form.HasRelativesNear);
            beneficiary.Requires(string.IsNullOrWhiteSpace(form.RequiresLanguage) ? null : form.RequiresLanguage, form.RequiresSex, form.RequiresNoAnimal);
            beneficiary.Wishes(form.WishesSameFace, form.Interests);
            if (form.LikesToSpeak is { } languages) beneficiary.LikesToHear(languages);
            beneficiary.Needs(form.PracticalNeeds, string.IsNullOrWhiteSpace(form.DoorCode) ? null : form.DoorCode.Trim());
            if (form.PracticalNeeds.Count > 0 && id is null)
                db.Add(new ConsentEntry(ids.New<ConsentEntryId>(), beneficiary.PersonId, "practical-needs", true, PracticalNeedsWording, "spoken", by.Account, now));
            (await db.Territories.SingleAsync(t => t.Id == territory, ct)).PeopleChanged();
            db.Add(new AuditLine(id is null ? "open-file" : "change-file", "beneficiary", beneficiary.Id.Value, "Saved", by, now));
            return new SaveOutcome<BeneficiaryId>.Saved(beneficiary.Id);
        }, () => new SaveOutcome<BeneficiaryId>.Busy(), ct);

    private static IEnumerable<FieldProblem> Check(BeneficiaryForm form, Taxonomy taxonomy)
    {
        if (form.PracticalNeeds.Any(n => !taxonomy.PracticalNeeds.Contains(n))) yield return new(nameof(form.PracticalNeeds), "unknown_choice");
        if (form.Interests.Any(i => !taxonomy.Interests.Contains(i))) yield return new(nameof(form.Interests), "unknown_choice");
        if (form.LikesToSpeak?.Any(l => !taxonomy.Skills.Contains("langue:" + l)) ?? false) yield return new(nameof(form.LikesToSpeak), "unknown_choice");
        if (form.PracticalNeeds.Count > 0 && !form.PracticalNeedsAgreed) yield return new(nameof(form.PracticalNeedsAgreed), "consent_needed");
    }
}
