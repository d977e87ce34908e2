using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.Web.Tests.Site;

namespace Tisserand.Web.Tests.Coordination;

/// <summary>Absences, calls, replies, settings, the roster, a day called off.</summary>
public sealed class Running_the_day : IAsyncLifetime
{
    private Desk _desk = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Visitor Claire => _desk.Claire;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_volunteer_who_falls_ill_is_replaced_on_one_screen()
    {
        var (request, anne) = await AgreedVisitAsync();
        var paul = await _desk.VolunteerAsync("Paul", "Rialland", "+33639980102");

        var answer = await _desk.PostAsync($"/coordination/benevole/{anne.Value}", "Absence", ("Absence.From", "aujourd'hui"), ("Absence.Until", "10/12"));
        var path = answer.Headers.Location!.OriginalString;
        Assert.StartsWith("/coordination/absence/", path, StringComparison.Ordinal);
        Assert.Contains("1 visite", Desk.Said(await Claire.ReadAsync("/coordination/absences")), StringComparison.Ordinal);

        var page = await Claire.ReadAsync(path);
        var best = page.QuerySelectorAll<IHtmlInputElement>("input[name=Ticks]").First();
        Assert.True(best.IsChecked);
        Assert.EndsWith(paul.Value.ToString("N"), best.Value, StringComparison.Ordinal);
        Assert.Contains("Cochez au moins une personne", Desk.Said(await Visitor.PageOf(await Claire.SendAsync(page, path))), StringComparison.Ordinal);
        await Claire.FillInAsync(path, ("Ticks", best.Value));

        var proposals = await _desk.LookAsync(db => db.Proposals.Where(p => p.RequestId == request).ToListAsync(Ct));
        Assert.Contains(proposals, p => p.VolunteerId == paul && p.State is ProposalState.Validated or ProposalState.Notified);
        Assert.Contains("remplacement demandé", Desk.Said(await Claire.ReadAsync(path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_noted_with_one_key_and_comes_back_when_nobody_answers()
    {
        await AgreedVisitAsync();                                  // she has a landline only: that it is agreed is said by a voice
        var call = await _desk.LookAsync(db => db.OutgoingMessages.FirstAsync(m => m.Channel == MessageChannel.Call && m.State == MessageState.Waiting, Ct));
        var page = Desk.Said(await Claire.ReadAsync("/coordination/appels"));
        Assert.Contains("Yvonne Guého 02 99 71 12 01", page, StringComparison.Ordinal);

        await PressAsync(call.Id, "NoAnswer");
        Assert.Equal((MessageState.Waiting, 1), await _desk.LookAsync(db => db.OutgoingMessages.Where(m => m.Id == call.Id).Select(m => ValueTuple.Create(m.State, m.Attempts)).SingleAsync(Ct)));
        await PressAsync(call.Id, "Reached");
        Assert.Equal(CallOutcome.Reached, await _desk.LookAsync(db => db.OutgoingMessages.Where(m => m.Id == call.Id).Select(m => m.CallOutcome).SingleAsync(Ct)));
        Assert.Equal(HttpStatusCode.NotFound, (await PressAsync(new OutgoingMessageId(Guid.NewGuid()), "Reached")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PressAsync(call.Id, "None")).StatusCode);
    }

    [Fact]
    public async Task An_hour_to_call_back_that_cannot_be_read_stays_with_its_reason()
    {
        await AgreedVisitAsync();
        var call = await _desk.LookAsync(db => db.OutgoingMessages.FirstAsync(m => m.Channel == MessageChannel.Call && m.State == MessageState.Waiting, Ct));

        var page = await Visitor.PageOf(await PressAsync(call.Id, "CallBack", ("Again", "tantôt")));
        Assert.Equal("tantôt", ((IHtmlInputElement)page.GetElementById($"again-{call.Id.Value}")!).Value);
        Assert.NotNull(page.QuerySelector($".trouble a[href='#again-{call.Id.Value}']"));
        await PressAsync(call.Id, "CallBack", ("Again", "17 h"));
        Assert.Equal(new LocalTime(17, 0), (await _desk.LookAsync(db => db.OutgoingMessages.Where(m => m.Id == call.Id).Select(m => m.NextTryAt).SingleAsync(Ct))).Local().TimeOfDay);
    }

    [Fact]
    public async Task A_reply_that_was_not_understood_waits_until_it_is_dealt_with()
    {
        var anne = await _desk.VolunteerAsync("Anne", "Lebrun");
        var id = await _desk.LookAsync(async db =>
        {
            var person = await db.Volunteers.Where(v => v.Id == anne).Select(v => v.PersonId).SingleAsync(Ct);
            var message = new IncomingMessage(new IncomingMessageId(Guid.NewGuid()), _desk.Site.Redon, person, MessageChannel.Sms, "Peut-être, si la <voiture> démarre", "other", null, Instant.FromUtc(2026, 11, 25, 8, 0));
            db.Add(message);
            await db.SaveChangesAsync(Ct);
            return message.Id;
        });

        Assert.Contains("Peut-être, si la <voiture> démarre", Desk.Said(await Claire.ReadAsync("/coordination/messages")), StringComparison.Ordinal);
        await Claire.FillInAsync("/coordination/messages", ("reply", id.Value.ToString()));
        Assert.Contains("Aucune réponse", Desk.Said(await Claire.ReadAsync("/coordination/messages")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PostWithTokenAsync("/coordination/messages", ("reply", Guid.NewGuid().ToString()))).StatusCode);
    }

    [Fact]
    public async Task The_threshold_is_kept_and_a_grace_that_is_no_number_is_said()
    {
        await Claire.FillInAsync("/coordination/reglages", ("Input.AutomaticFrom", "90"), ("Input.GraceMinutes", "45"));
        var territory = await _desk.LookAsync(db => db.Territories.SingleAsync(t => t.Id == _desk.Site.Redon, Ct));
        Assert.Equal((0.9, 45), (territory.AutomaticFrom, territory.GraceMinutes));

        var page = await Visitor.PageOf(await Claire.FillInAsync("/coordination/reglages", ("Input.AutomaticFrom", "never"), ("Input.GraceMinutes", "bientôt")));
        Assert.Equal("#Input_GraceMinutes", Assert.Single(page.QuerySelectorAll(".trouble a")).GetAttribute("href"));
        Assert.Equal("bientôt", ((IHtmlInputElement)page.GetElementById("Input_GraceMinutes")!).Value);
    }

    [Fact]
    public async Task The_roster_says_who_is_on_duty_and_loses_a_line()
    {
        var claire = await _desk.LookAsync(db => db.Accounts.SingleAsync(Ct));
        await PostWithTokenAsync("/coordination/permanence", ("Input.Coordinator", claire.Id.Value.ToString()), ("Input.Kind", "Regular"),
            ("Input.Days", "Mo"), ("Input.Days", "We"), ("Input.Opens", "9h"), ("Input.Closes", "17h30"));
        await PostWithTokenAsync("/coordination/permanence", ("Input.Coordinator", claire.Id.Value.ToString()), ("Input.Kind", "OnCall"), ("Input.Days", "Su"));

        var shifts = await _desk.LookAsync(db => db.DutyShifts.ToListAsync(Ct));
        Assert.Equal(["Mo,We 09:00-17:30", "Su 00:00-24:00"], shifts.Select(s => s.Hours).Order(StringComparer.Ordinal));
        Assert.Equal([claire.Id], await _desk.Site.InAsync(s => s.GetRequiredService<DutyRoster>().OnDutyAsync(_desk.Site.Redon, Instant.FromUtc(2026, 11, 25, 9, 0), Ct)));
        await _desk.PostAsync("/coordination/permanence", "Retirer", ("shift", shifts[0].Id.Value.ToString()));
        Assert.Equal(1, await _desk.LookAsync(db => db.DutyShifts.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_day_called_off_is_shown_before_and_done_once_with_its_reason()
    {
        var (request, _) = await AgreedVisitAsync();
        const string path = "/coordination/journee?jour=3/12";

        var preview = Desk.Said(await Claire.ReadAsync(path));
        Assert.Contains("1 visite serait annulée", preview, StringComparison.Ordinal);
        Assert.Contains("Tout est annulé", preview, StringComparison.Ordinal);
        Assert.Equal("#Reason", (await Visitor.PageOf(await Claire.FillInAsync(path, ("Reason", "")))).QuerySelector(".trouble a")!.GetAttribute("href"));
        Assert.Equal(VisitState.Planned, await StateAsync());
        await Claire.FillInAsync(path, ("Reason", "alerte neige"));
        Assert.NotEqual(VisitState.Planned, await StateAsync());

        Task<VisitState> StateAsync() => _desk.LookAsync(db => db.Visits.Where(v => v.RequestId == request).Select(v => v.State).SingleAsync(Ct));
    }

    private async Task<(HelpRequestId Request, VolunteerId Volunteer)> AgreedVisitAsync()
    {
        var (anne, yvonne) = (await _desk.VolunteerAsync("Anne", "Lebrun"), await _desk.BeneficiaryAsync("Yvonne", "Guého"));
        var request = await _desk.RequestAsync(yvonne);
        await _desk.SuggestAsync(request);
        var agreed = await _desk.Site.InAsync(services => services.GetRequiredService<AgreeByPhone>().RunAsync(request, anne, Actor.Machine, Ct));
        Assert.IsType<AcceptOutcome.Planned>(agreed);
        return (request, anne);
    }

    private Task<HttpResponseMessage> PressAsync(OutgoingMessageId call, string key, params (string, string)[] more) =>
        PostWithTokenAsync("/coordination/appels", [("call", call.Value.ToString()), ("outcome", key), .. more]);

    private async Task<HttpResponseMessage> PostWithTokenAsync(string path, params (string, string)[] fields)
    {
        var token = (await Claire.ReadAsync(path)).QuerySelector("[name=__jeton]")!.GetAttribute("value")!;
        return await Claire.PostAsync(path, [("__jeton", token), .. fields]);
    }
}
