using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tisserand.App;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Volunteers;
using Tisserand.Web.Security;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Volunteers;

/// <summary>Jeanne Riaux, 12 rue des Canaris in Redon, asks for help with her shopping on Friday 27 November 2026 at 10:00; Anne and Paul
/// have been asked by a message that has left. It is Wednesday 25 November, 10:00.</summary>
internal sealed partial class Door : IAsyncDisposable
{
    public const string Street = "12 rue des Canaris", Phone = "02 61 91 12 34", Code = "58B21", LastName = "Riaux";

    private Door(SiteUnderTest site) => Site = site;

    public SiteUnderTest Site { get; }

    public VolunteerId Anne { get; private set; }

    public VolunteerId Paul { get; private set; }

    public HelpRequestId Request { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="friday">Hour of Friday the 27th at which help is wanted; null: Friday 4 December, 10:00.</param>
    /// <param name="people">How many volunteers are needed.</param>
    public static async Task<Door> OpenAsync(int? friday = 10, int people = 1)
    {
        var site = await SiteUnderTest.StartAsync(SiteUnderTest.OverHttps with { IsDemonstration = true }, services => services.AddDemonstrationChannels());
        var door = new Door(site);
        door.Anne = await door.VolunteerAsync("Anne", "Lebrun", "anne@exemple.fr");
        door.Paul = await door.VolunteerAsync("Paul", "Gicquel", "paul@exemple.fr");
        var whose = Saved(await site.InAsync(s => s.GetRequiredService<SaveBeneficiary>().RunAsync(site.Redon, null, new BeneficiaryForm
        {
            Person = new PersonForm { FirstName = "Jeanne", LastName = LastName, Landline = Phone, Insee = "35236", Street = Street },
            DoorCode = Code,
        }, null, Actor.Machine, Ct)));
        var at = friday is { } hour ? new LocalDateTime(2026, 11, 27, hour, 0) : new LocalDateTime(2026, 12, 4, 10, 0);
        var need = new NeedInput { NeedType = "courses.alimentaires", Time = new WantedTime.At(at), People = people };
        door.Request = Assert.IsType<CaptureOutcome.Captured>(await site.InAsync(s => s.GetRequiredService<CaptureRequest>().RunAsync(new CapturedCall(Guid.NewGuid(), whose, need), Actor.Machine, Ct))).Ids.Request;
        await door.DueAsync();
        Assert.IsType<ValidateOutcome.Validated>(await site.InAsync(s => s.GetRequiredService<ValidateList>().RunAsync(door.Request, [door.Anne, door.Paul], null, Actor.Machine, Ct)));
        await door.PassAsync(Duration.FromMinutes(2));
        return door;
    }

    /// <summary>The link of the message that asks her.</summary>
    public async Task<string> LinkAsync(VolunteerId who)
    {
        var body = await LookAsync(db => db.OutgoingMessages.Where(m => m.Kind == MessageKind.Solicitation && m.State == MessageState.Sent
            && db.Volunteers.Any(v => v.Id == who && v.PersonId == m.PersonId)).Select(m => m.Body).SingleAsync(Ct));
        return AnswerLink().Match(body).Value;
    }

    public async Task<Visitor> SignedInAsync(VolunteerId who)
    {
        var visitor = Site.Visitor();
        await visitor.GetAsync($"/essai/entrer/{Roles.Volunteer}/{who.Value}");
        return visitor;
    }

    /// <summary>Answers on the page behind the link, as a browser does.</summary>
    public static async Task<HttpResponseMessage> AnswerAsync(Visitor visitor, string link, string answer, params (string, string)[] more) =>
        await visitor.FillInAsync(link, [("reponse", answer), .. more]);

    /// <summary>Posts to a handler of a page with that page's token and marks.</summary>
    public static async Task<HttpResponseMessage> PostAsync(Visitor visitor, string path, string handler, params (string, string)[] fields)
    {
        var page = await visitor.ReadAsync(path);
        var form = page.QuerySelectorAll<IHtmlFormElement>("main form").First(f => (f.GetAttribute("action") ?? "").Contains("handler=" + handler, StringComparison.Ordinal));
        return await visitor.PostAsync($"{path}?handler={handler}", [.. form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(i => (i.Name!, i.Value)).Where(h => fields.All(f => f.Item1 != h.Item1)), .. fields]);
    }

    public async Task PassAsync(Duration time)
    {
        Site.Time.Advance(time.ToTimeSpan());
        await DueAsync();
    }

    public Task DueAsync() => Site.Services.GetRequiredService<DueWork>().RunAsync(Site.Time.Now(), Ct);

    public Task<T> LookAsync<T>(Func<TisserandDb, Task<T>> read) => Site.InAsync(s => read(s.GetRequiredService<TisserandDb>()));

    public static string Said(IHtmlDocument page) => string.Join(' ', page.QuerySelector("#contenu")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private async Task<VolunteerId> VolunteerAsync(string first, string last, string email)
    {
        var id = Saved(await Site.InAsync(s => s.GetRequiredService<SaveVolunteer>().RunAsync(Site.Redon, null, new VolunteerForm
        {
            Person = new PersonForm { FirstName = first, LastName = last, Email = email, Insee = "35236" },
            Skills = ["permis", "voiture"], Hours = "Mo-Su 08:00-20:00", MaxTravelMinutes = 30,
        }, active: true, null, Actor.Machine, Ct)));
        foreach (var check in (string[])["charte", "permis", "assurance_auto", "casier_vu", "references"])
            await Site.InAsync(s => s.GetRequiredService<RecordCheck>().RunAsync(id, check, new LocalDate(2026, 11, 2), null, Actor.Machine, Ct));
        return id;
    }

    private static TId Saved<TId>(SaveOutcome<TId> outcome) => Assert.IsType<SaveOutcome<TId>.Saved>(outcome).Id;

    [GeneratedRegex(@"/reponse/[A-Za-z0-9_-]+")]
    private static partial Regex AnswerLink();
}
