using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.France;

namespace Tisserand.App.Volunteers;

/// <summary>What a form says of a volunteer, as typed.</summary>
public sealed record VolunteerForm
{
    public required PersonForm Person { get; init; }

    public IReadOnlyList<string> Skills { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = ["fr"];

    public IReadOnlyList<string> Interests { get; init; } = [];

    public IReadOnlyList<string> Likes { get; init; } = [];

    public IReadOnlyList<string> Refuses { get; init; } = [];

    /// <summary>opening_hours notation.</summary>
    public string Hours { get; init; } = "";

    public LocalDate? HoursFrom { get; init; }

    public LocalDate? HoursUntil { get; init; }

    public LocalDate? EveryOtherWeekFrom { get; init; }

    public Transport Transport { get; init; } = Transport.Car;

    public int MaxTravelMinutes { get; init; } = 20;

    public int? MaxVisitsPerWeek { get; init; }

    public bool UrgentWelcome { get; init; }

    public bool RemindersAlways { get; init; }

    public bool ComesWithAnimal { get; init; }

    /// <summary>Version of the text she agreed to when she signed up herself; null when a coordinator writes.</summary>
    public string? ConsentWording { get; init; }
}

/// <summary>Opens or changes a volunteer's file. A stranger's own sign-up stays a Candidate until a coordinator has met her.</summary>
public sealed class SaveVolunteer(TisserandDb db, TimeProvider time, IdSource ids, NeedCatalogue needs, PersonWriter writer, Attention attention)
{
    /// <param name="territory">Where a new file is opened.</param>
    /// <param name="id">The file to change; null opens one.</param>
    /// <param name="form">As typed.</param>
    /// <param name="active">True when a coordinator has met her.</param>
    /// <param name="once">Identity of this submission: sent twice, it opens one file.</param>
    /// <param name="by">Who acts.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public Task<SaveOutcome<VolunteerId>> RunAsync(TerritoryId territory, VolunteerId? id, VolunteerForm form, bool active, Guid? once, Actor by, CancellationToken ct) =>
        db.DecideAsync<SaveOutcome<VolunteerId>>(async () =>
        {
            var now = time.Now();
            var read = PersonReader.Read(form.Person, contactWanted: true, now.LocalDay());
            var problems = read.Problems.Concat(Check(form, await needs.CurrentAsync(ct))).ToList();
            if (problems.Count > 0) return new SaveOutcome<VolunteerId>.Refused(problems);

            Volunteer? volunteer;
            if (id is { } known)
            {
                volunteer = await db.Volunteers.Include(v => v.Person).ThenInclude(p => p.Contacts).SingleOrDefaultAsync(v => v.Id == known && v.TerritoryId == territory, ct);
                if (volunteer is null) return new SaveOutcome<VolunteerId>.NotFound();
            }
            else
            {
                var newId = once is { } o ? new VolunteerId(o) : ids.New<VolunteerId>();
                if (await db.Volunteers.AnyAsync(v => v.Id == newId, ct)) return new SaveOutcome<VolunteerId>.Saved(newId);
                var person = new Person(ids.New<PersonId>(), territory, "", "");
                person.OpenedAt(now);
                volunteer = new Volunteer(newId, person, now);
                db.Add(volunteer);
                if (form.ConsentWording is { } wording) db.Add(new ConsentEntry(ids.New<ConsentEntryId>(), person.Id, "sign-up", true, wording, "web", null, now));
            }

            writer.Write(volunteer.Person, form.Person, read);
            volunteer.Offers(form.Skills, form.Languages, form.Interests, form.Likes, form.Refuses);
            volunteer.IsAvailable(form.Hours, form.HoursFrom, form.HoursUntil, form.EveryOtherWeekFrom);
            volunteer.Travels(form.Transport, form.MaxTravelMinutes, form.MaxVisitsPerWeek);
            volunteer.Wishes(form.UrgentWelcome, form.RemindersAlways, form.ComesWithAnimal);
            if (active && volunteer.State == PersonState.Candidate) volunteer.MoveTo(PersonState.Active, now);
            (await db.Territories.SingleAsync(t => t.Id == territory, ct)).PeopleChanged();
            var matter = $"candidate/{volunteer.Id.Value:N}";
            if (volunteer.State != PersonState.Candidate) await attention.SettleAsync(matter, now, ct);
            else if (id is null) await attention.RaiseAsync(territory, AttentionReasons.CandidateToMeet, matter, now, volunteer: volunteer.Id, ct: ct);
            db.Add(new AuditLine(id is null ? "open-file" : "change-file", "volunteer", volunteer.Id.Value, "Saved", by, now));
            return new SaveOutcome<VolunteerId>.Saved(volunteer.Id);
        }, () => new SaveOutcome<VolunteerId>.Busy(), ct);

    private static IEnumerable<FieldProblem> Check(VolunteerForm form, Taxonomy taxonomy)
    {
        if (form.Hours.Length > 0 && OpeningHours.Parse(form.Hours) is OpeningHoursReading.Refused) yield return new(nameof(form.Hours), "hours");
        if (form.HoursFrom > form.HoursUntil) yield return new(nameof(form.HoursUntil), "before_start");
        if (form.MaxTravelMinutes is < 5 or > 180) yield return new(nameof(form.MaxTravelMinutes), "travel_range");
        if (form.MaxVisitsPerWeek is < 1 or > 21) yield return new(nameof(form.MaxVisitsPerWeek), "visits_range");
        if (form.Skills.Any(s => !taxonomy.Skills.Contains(s))) yield return new(nameof(form.Skills), "unknown_choice");
        if (form.Interests.Any(i => !taxonomy.Interests.Contains(i))) yield return new(nameof(form.Interests), "unknown_choice");
        if (form.Likes.Concat(form.Refuses).Any(n => taxonomy.Find(n) is null)) yield return new(nameof(form.Likes), "unknown_choice");
    }
}
