using System.Globalization;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Web.Security;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Coordination;

/// <summary>A coordinator at her desk in Redon, with people around her. It is Wednesday 25 November 2026, 10:00.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string InRedon = "35236";

    private Desk(SiteUnderTest site, Visitor claire) => (Site, Claire) = (site, claire);

    public SiteUnderTest Site { get; }

    public Visitor Claire { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Desk> OpenAsync()
    {
        var site = await SiteUnderTest.StartAsync();
        return new Desk(site, await site.SignedInAsync(Roles.Coordinator));
    }

    /// <summary>A volunteer with a car and her checks, free every day.</summary>
    public Task<VolunteerId> VolunteerAsync(string firstName, string lastName, string phone = "+33639980101") => Site.InAsync(async services =>
    {
        var (db, now) = (services.GetRequiredService<TisserandDb>(), services.GetRequiredService<TimeProvider>().Now());
        var person = PersonOf(db, Site.Redon, firstName, lastName, ContactKind.Mobile, phone, ["sms", "call"]);
        var volunteer = new Volunteer(new VolunteerId(Guid.NewGuid()), person, now);
        volunteer.MoveTo(PersonState.Active, now);
        volunteer.Offers(["permis", "voiture"], ["fr"], [], [], []);
        volunteer.IsAvailable("Mo-Su 08:00-20:00", null, null, null);
        volunteer.Travels(Transport.Car, 30, null);
        foreach (var kind in new[] { "charte", "permis", "assurance_auto", "casier_vu", "references" })
        {
            var check = new VolunteerCheck(new VolunteerCheckId(Guid.NewGuid()), volunteer.Id, kind, now.LocalDay(), null, null);
            volunteer.Passed(check);
            db.Add(check);
        }

        db.AddRange(person, volunteer);
        (await db.Territories.SingleAsync(t => t.Id == Site.Redon, Ct)).PeopleChanged();
        await db.SaveChangesAsync(Ct);
        return volunteer.Id;
    });

    public Task<BeneficiaryId> BeneficiaryAsync(string firstName, string lastName, TerritoryId? elsewhere = null) => Site.InAsync(async services =>
    {
        var (db, now) = (services.GetRequiredService<TisserandDb>(), services.GetRequiredService<TimeProvider>().Now());
        var person = PersonOf(db, elsewhere ?? Site.Redon, firstName, lastName, ContactKind.Landline, "+33299711201", ["call"]);
        var beneficiary = new Beneficiary(new BeneficiaryId(Guid.NewGuid()), person, now);
        beneficiary.MoveTo(PersonState.Active, now);
        db.AddRange(person, beneficiary);
        (await db.Territories.SingleAsync(t => t.Id == person.TerritoryId, Ct)).PeopleChanged();
        await db.SaveChangesAsync(Ct);
        return beneficiary.Id;
    });

    public Task<TerritoryId> AnotherTerritoryAsync() => Site.InAsync(async services =>
    {
        var db = services.GetRequiredService<TisserandDb>();
        var vannes = new Territory(new TerritoryId(Guid.NewGuid()), "Vannes", "56260", "+33297000000");
        db.Add(vannes);
        await db.SaveChangesAsync(Ct);
        return vannes.Id;
    });

    /// <summary>Shopping on Thursday 3 December at 10:00, open.</summary>
    public async Task<HelpRequestId> RequestAsync(BeneficiaryId whose, string need = "courses") => Assert.IsType<CaptureOutcome.Captured>(await Site.InAsync(services =>
        services.GetRequiredService<CaptureRequest>().RunAsync(new CapturedCall(Guid.NewGuid(), whose, Shopping with { NeedType = need }), Actor.Machine, Ct))).Ids.Request;

    public async Task<HelpRequestId> StrangersDraftAsync(string name = "Yvonne Guého", string text = "Je ne peux plus porter mes sacs") =>
        Assert.IsType<AskOutcome.Received>(await Site.InAsync(services => services.GetRequiredService<AskOnline>().RunAsync(
            new OnlineRequest(Guid.NewGuid(), new Stranger(name, "02 99 71 99 01", null, null, InRedon, "4 rue des Essais"), Shopping with { Text = text }), Ct))).Ids.Request;

    public Task SuggestAsync(HelpRequestId id) => Site.InAsync(services => services.GetRequiredService<SuggestProposals>().RunAsync(id, Ct));

    /// <summary>Posts to a page with the token and mark of that page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, string handler, params (string Name, string Value)[] fields)
    {
        var page = await Claire.ReadAsync(path);
        return await Claire.PostAsync($"{path}?handler={handler}", [("__jeton", TokenOf(page)), .. fields]);
    }

    public Task<T> LookAsync<T>(Func<TisserandDb, Task<T>> read) => Site.InAsync(services => read(services.GetRequiredService<TisserandDb>()));

    public static string PathOf(HelpRequestId id) => string.Create(CultureInfo.InvariantCulture, $"/coordination/demande/{id.Value}");

    public static string Said(IHtmlDocument page) => string.Join(' ', page.QuerySelector("#contenu")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static NeedInput Shopping => new() { NeedType = "courses", Time = new WantedTime.At(new LocalDateTime(2026, 12, 3, 10, 0)) };

    private static string TokenOf(IHtmlDocument page) => page.QuerySelector("[name=__jeton]")!.GetAttribute("value")!;

    private static Person PersonOf(TisserandDb db, TerritoryId territory, string firstName, string lastName, ContactKind kind, string number, IReadOnlyList<string> channels)
    {
        var person = new Person(new PersonId(Guid.NewGuid()), territory, firstName, lastName);
        person.LivesAt(InRedon, null, "4 rue des Essais", null, null);
        person.IsReached(channels, false, false, null, null);
        person.HasContacts([new ContactPoint(new ContactPointId(Guid.NewGuid()), person.Id, kind, number, db.Keys)]);
        return person;
    }
}
