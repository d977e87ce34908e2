using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Safety;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Simulation;
using Tisserand.Simulation.People;
using Tisserand.Simulation.Town;

namespace Tisserand.Cli.Demonstration;

/// <summary>Opens the files of the simulated people through the use cases that a coordinator has.</summary>
internal sealed class TownFiles(IServiceProvider services, TerritoryId territory, Chance chance)
{
    /// <summary>Share of volunteers who would rather be written to by e-mail. Choice.</summary>
    private const double PrefersEmail = 0.2;

    private static readonly string[] Days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    public async Task<(VolunteerId Id, PersonId Person)> OpenAsync(Helper helper, LocalDate today, CancellationToken ct)
    {
        var own = chance.Of("files").Of(helper.Index);
        var home = chance.Of("files").Of(Math.Min(helper.Index, helper.Partner ?? helper.Index));      // couples share their door and its telephone
        await using var scope = services.CreateAsyncScope();
        var form = new VolunteerForm
        {
            Person = new PersonForm
            {
                FirstName = helper.Name.First,
                LastName = helper.Name.Last,
                Sex = helper.Name.Sex == Simulation.People.Sex.F ? App.People.Sex.Female : App.People.Sex.Male,
                BirthDate = today.PlusYears(-helper.Age).PlusDays(-own.NextInt(360)),
                Mobile = helper.Age > 74 && own.Bernoulli(0.5) ? null : Contacts.Mobile(own.Of("mobile")),
                Landline = helper.Age > 74 || helper.Partner is not null ? Contacts.Landline(home.Of("landline")) : null,
                Email = own.Bernoulli(0.7) ? Contacts.Email(helper.Name, own.Of("email")) : null,
                Insee = helper.Insee,
                Channels = own.Of("channels").Bernoulli(PrefersEmail) ? ["email", "sms", "call"] : [],
                Street = Streets.Address(home.Of("street"), inTown: helper.Insee == Builder.Seat),
                StreetPoint = helper.Home,
                SundaysWelcome = own.Bernoulli(0.1),
            },
            Skills = helper.Skills,
            Languages = [.. new[] { "fr" }.Concat(helper.Skills.Where(s => s.StartsWith("langue:", StringComparison.Ordinal)).Select(s => s[7..]))],
            Likes = helper.Likes,
            Hours = HoursOf(helper.Free),
            Transport = helper.HasCar ? Transport.Car : own.Bernoulli(0.5) ? Transport.Bicycle : Transport.OnFoot,
            MaxTravelMinutes = own.Pick([15, 20, 20, 25, 30, 40]),
            MaxVisitsPerWeek = own.Bernoulli(0.3) ? own.NextInt(1, 4) : null,
            UrgentWelcome = own.Bernoulli(0.3),
        };
        var id = Saved(await scope.ServiceProvider.GetRequiredService<SaveVolunteer>().RunAsync(territory, null, form, active: true, null, Actor.Machine, ct));
        var checks = new List<string> { "charte", "casier_vu", "references" };
        if (helper.HasCar) checks.AddRange(["permis", "assurance_auto"]);
        foreach (var check in checks)
            await scope.ServiceProvider.GetRequiredService<RecordCheck>().RunAsync(id, check, today, check == "assurance_auto" ? today.PlusYears(2) : null, Actor.Machine, ct);
        return (id, await scope.ServiceProvider.GetRequiredService<TisserandDb>().Volunteers.Where(v => v.Id == id).Select(v => v.PersonId).SingleAsync(ct));
    }

    public async Task<BeneficiaryId> OpenAsync(Elder elder, LocalDate today, CancellationToken ct)
    {
        var own = chance.Of("elder files").Of(elder.Index);
        var home = chance.Of("elder files").Of(Math.Min(elder.Index, elder.Partner ?? elder.Index));
        await using var scope = services.CreateAsyncScope();
        var form = new BeneficiaryForm
        {
            Person = new PersonForm
            {
                FirstName = elder.Name.First,
                LastName = elder.Name.Last,
                Sex = elder.Name.Sex == Simulation.People.Sex.F ? App.People.Sex.Female : App.People.Sex.Male,
                BirthDate = today.PlusYears(-elder.Age).PlusDays(-own.NextInt(360)),
                Landline = Contacts.Landline(home.Of("landline")),
                Mobile = elder.HasMobile ? Contacts.Mobile(own.Of("mobile")) : null,
                Email = elder.HasEmail ? Contacts.Email(elder.Name, own.Of("email")) : null,
                Channels = elder.HasMobile ? ["call", "sms"] : ["call"],
                Insee = elder.Insee,
                Street = Streets.Address(home.Of("street"), inTown: elder.Insee == Builder.Seat),
                StreetPoint = elder.Home,
                LetItRingLong = own.Bernoulli(0.4),
                BestHours = own.Bernoulli(0.3) ? "entre 10 h et 12 h" : null,
            },
            LivesAlone = elder.LivesAlone,
            HasRelativesNear = elder.HasChildNear,
            WishesSameFace = own.Bernoulli(0.4),
        };
        var id = Saved(await scope.ServiceProvider.GetRequiredService<SaveBeneficiary>().RunAsync(territory, null, form, null, Actor.Machine, ct));
        if (elder.HasChildNear) Saved(await scope.ServiceProvider.GetRequiredService<AddCarer>().RunAsync(id, Child(elder, own.Of("child")), CarerKind.Relative, isReferent: true, isEmergency: true, Actor.Machine, ct));
        return id;
    }

    private static PersonForm Child(Elder elder, Chance own)
    {
        var sex = own.Bernoulli(0.6) ? Simulation.People.Sex.F : Simulation.People.Sex.M;
        var name = new PersonName(sex, Names.First(own, sex, Generation.Adult), own.Bernoulli(0.5) ? elder.Name.Last : Names.Last(own));
        return new PersonForm
        {
            FirstName = name.First,
            LastName = name.Last,
            Sex = sex == Simulation.People.Sex.F ? App.People.Sex.Female : App.People.Sex.Male,
            Mobile = Contacts.Mobile(own.Of("mobile")),
            Email = own.Bernoulli(0.6) ? Contacts.Email(name, own.Of("email")) : null,
            Insee = elder.Insee,
        };
    }

    /// <summary>The accounts of those who work there, and the hours of the coordinator.</summary>
    public async Task<AccountId> OpenAccountsAsync(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var add = scope.ServiceProvider.GetRequiredService<AddAccount>();
        AccountId? coordinator = null;
        foreach (var (role, name, email) in new[]
        {
            (Role.Coordinator, "Claire Evain", "coordination@exemple.fr"), (Role.Board, "Conseil", "conseil@exemple.fr"),
            (Role.Officer, "Protection des données", "dpo@exemple.fr"), (Role.Administrator, "Administration", "admin@exemple.fr"),
        })
        {
            if (await add.RunAsync(role, [territory], name, email, Actor.Machine, ct) is AddAccountOutcome.Added added && role == Role.Coordinator)
                coordinator = added.Account;
        }

        var id = coordinator ?? throw new InvalidOperationException("The demonstration has no coordinator.");
        await scope.ServiceProvider.GetRequiredService<AddDuty>().RunAsync(territory, id, DutyKind.Regular, "Mo-Fr 09:00-12:00,14:00-17:00", null, null, Actor.Machine, ct);
        await OpenToTextsAsync(scope.ServiceProvider, id, ct);
        return id;
    }

    /// <summary>She is on call outside her hours, has approved what a danger is answered, and lets messages become requests.</summary>
    private async Task OpenToTextsAsync(IServiceProvider provider, AccountId id, CancellationToken ct)
    {
        await provider.GetRequiredService<AddDuty>().RunAsync(territory, id, DutyKind.OnCall, "Mo-Su 00:00-24:00", null, null, Actor.Machine, ct);
        await provider.GetRequiredService<AlertContacts>().SetMobileAsync(id, territory, "06 39 98 09 01", Actor.Machine, ct);
        await provider.GetRequiredService<DangerAnswers>().ApproveAsync(DangerSentences.Shipped, Actor.Of(id), ct);
        if (await provider.GetRequiredService<TextIntake>().OpenAsync(territory, saysWhenRead: false, Actor.Of(id), ct) is not TextIntakeOutcome.Done)
            throw new InvalidOperationException("The demonstration could not open its intake of written words.");
    }

    private static string HoursOf(IReadOnlyList<bool> free)
    {
        var rules = Enumerable.Range(0, 7).Where(d => free[d * 2] || free[(d * 2) + 1]).Select(d => (free[d * 2], free[(d * 2) + 1]) switch
        {
            (true, true) => $"{Days[d]} 08:30-18:30",
            (true, false) => $"{Days[d]} 08:30-12:30",
            _ => $"{Days[d]} 13:30-18:30",
        });
        return string.Join("; ", rules);
    }

    private static TId Saved<TId>(SaveOutcome<TId> outcome) => outcome is SaveOutcome<TId>.Saved saved
        ? saved.Id
        : throw new InvalidOperationException("A file of the demonstration was refused: "
            + (outcome is SaveOutcome<TId>.Refused refused ? string.Join(", ", refused.Problems.Select(p => $"{p.Field} {p.Code}")) : outcome.GetType().Name));
}
