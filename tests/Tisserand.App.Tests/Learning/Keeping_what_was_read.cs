using Microsoft.EntityFrameworkCore;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Learning;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Safety;
using Tisserand.App.Tests.Notifications;
using Tisserand.App.Tests.Storage;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Learning;

public sealed class Keeping_what_was_read
{
    [Theory, EachDatabase]
    public async Task Every_call_whose_words_were_read_is_kept_once_where_the_engine_was_right_and_where_it_was_wrong(Database database)
    {
        await using var town = await OnAsync(database);
        var yvonne = await town.BeneficiaryAsync();
        var (right, wrong) = (Call(yvonne, "Il me faudrait des courses jeudi", "courses"), Call(yvonne, "Il me faudrait des courses jeudi, enfin de la compagnie surtout", "visite"));

        foreach (var call in (CapturedCall[])[right, right, wrong, wrong]) await NoteAsync(town, call);

        var kept = await AllAsync(town);
        var person = await town.PersonOfAsync(yvonne);
        Assert.Equal(["courses", "visite"], kept.Select(c => c.TypeSaved));
        Assert.All(kept, c => Assert.Equal(("courses", person, town.Territory, "1.0", town.Now), (c.TypeRead, c.PersonId!.Value, c.TerritoryId, c.Engine, c.At)));
        Assert.Equal("Il me faudrait des courses jeudi", kept[0].Text);
        Assert.InRange(kept[0].Chance, 0.5, 1);
    }

    [Theory, EachDatabase]
    public async Task A_call_typed_without_reading_keeps_nothing(Database database)
    {
        await using var town = await OnAsync(database);
        var yvonne = await town.BeneficiaryAsync();

        await NoteAsync(town, Call(yvonne, "Il me faudrait des courses", "courses") with { Reading = null });
        await NoteAsync(town, Call(yvonne, " ", "courses"));

        Assert.Empty(await AllAsync(town));
    }

    [Theory, EachDatabase]
    public async Task Of_two_needs_in_one_message_the_words_of_the_one_stored_are_kept(Database database)
    {
        await using var town = await OnAsync(database);

        await NoteAsync(town, Call(await town.BeneficiaryAsync(), "Il me faudrait quelqu'un pour tondre la pelouse samedi matin, et aussi pour changer une ampoule dans la cuisine.", "bricolage"));

        var kept = Assert.Single(await AllAsync(town));
        Assert.Equal("bricolage", kept.TypeRead);
        Assert.Contains("ampoule", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("pelouse", kept.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_draft_of_written_words_is_kept_when_a_coordinator_confirms_or_corrects_it(Database database)
    {
        await using var town = await OnAsync(database);
        var yvonne = await town.BeneficiaryAsync();
        var asked = new OnlineRequest(Guid.NewGuid(), new Stranger("Yvonne Guého", "02 99 71 99 01", null, null, Redon, null), Need("Il me faudrait des courses jeudi", "courses"));
        var draft = Assert.IsType<AskOutcome.Received>(await town.DoAsync((AskOnline ask) => ask.RunAsync(asked, Ct))).Ids.Request;
        Assert.Empty(await AllAsync(town));

        Assert.IsType<ConfirmOutcome.Opened>(await town.DoAsync((ConfirmDraft confirm) => confirm.RunAsync(draft, yvonne, Need(null, "visite"), town.Coordinator, Ct)));

        var kept = Assert.Single(await AllAsync(town));
        Assert.Equal(("courses", "visite", "Il me faudrait des courses jeudi"), (kept.TypeRead, kept.TypeSaved, kept.Text));
    }

    [Theory, EachDatabase]
    public async Task Of_a_series_its_first_request_holds_what_was_read(Database database)
    {
        await using var town = await OnAsync(database);
        var call = new TelephoneCall(Guid.NewGuid(), town.Territory, await town.BeneficiaryAsync(), null, Need("Il me faudrait des courses tous les jeudis", "courses"),
            new Rhythm("FREQ=WEEKLY;BYDAY=TH", Day("2026-12-03"), null, new NodaTime.LocalTime(10, 0), 0, null, false, false), Agreed: true, Reading: "v1");
        foreach (var _ in (int[])[1, 2])
            Assert.IsType<TakeCallOutcome.Taken>(await town.DoAsync((TakeCall take) => take.RunAsync(call, [town.Territory], town.Coordinator, Ct)));

        var first = await town.LookAsync(db => db.HelpRequests.OrderBy(r => r.EarliestStart).FirstAsync(Ct));
        Assert.Equal(first.Id, Assert.Single(await AllAsync(town)).RequestId);
    }

    [Theory, EachDatabase]
    public async Task Written_words_belong_to_who_wrote_them_whoever_needs_the_help(Database database)
    {
        var (town, _, _) = await Post.OnAsync(database);
        await using var closing = town;
        await town.DoAsync((DangerAnswers answers) => answers.ApproveAsync(DangerSentences.Shipped, Actor.Machine, Ct));
        await town.DoAsync((TextIntake intake) => intake.OpenAsync(town.Territory, saysWhenRead: true, town.Coordinator, Ct));
        var (yvonne, marcel) = (await town.BeneficiaryAsync("Yvonne"), await town.BeneficiaryAsync("Marcel"));
        var writer = await town.PersonOfAsync(yvonne);
        Assert.IsType<ReplyOutcome.Drafted>(await town.WritesAsync(writer, "bonjour pouvez vous faire les courses de mon voisin jeudi a 10h"));
        var draft = await town.LookAsync(db => db.HelpRequests.Select(r => r.Id).SingleAsync(Ct));

        Assert.IsType<ConfirmOutcome.Opened>(await town.DoAsync((ConfirmDraft confirm) => confirm.RunAsync(draft, marcel, null, town.Coordinator, Ct)));

        Assert.Equal(writer, Assert.Single(await AllAsync(town)).PersonId);
    }

    [Theory, EachDatabase]
    public async Task Ninety_days_after_the_visit_only_words_of_five_people_remain_and_nobody_they_belong_to(Database database)
    {
        await using var town = await OnAsync(database);
        for (var i = 0; i < 5; i++)
            await NoteAsync(town, Call(await town.BeneficiaryAsync("Yvonne " + i), i < 4 ? "Je voudrais aller aux zoubidous en tracteur" : "Je voudrais aller aux zoubidous", "courses"));

        await ForgetAsync(town, "2027-03-02T23:59");
        Assert.All(await AllAsync(town), c => Assert.NotNull(c.Text));
        await ForgetAsync(town, "2027-03-03T00:01");

        var kept = await AllAsync(town);
        Assert.Equal(5, kept.Select(c => c.Author).Distinct().Count());
        Assert.All(kept, c =>
        {
            Assert.Null(c.Text);
            Assert.Null(c.PersonId);
            Assert.Null(c.RequestId);
            Assert.True(c.Teaches);
            Assert.Contains("zoubidous", c.CommonWords);
            Assert.DoesNotContain("tracteur", c.CommonWords);
        });
    }

    [Theory, EachDatabase]
    public async Task Words_that_one_person_repeats_are_not_words_of_five(Database database)
    {
        await using var town = await OnAsync(database);
        var yvonne = await town.BeneficiaryAsync();
        for (var i = 0; i < 6; i++) await NoteAsync(town, Call(yvonne, "Je voudrais aller aux zoubidous", "courses"));

        await ForgetAsync(town, "2027-03-03T00:01");

        Assert.All(await AllAsync(town), c => Assert.Equal((null, 0, false), (c.Text, c.CommonWords.Count, c.Teaches)));
    }

    private static CapturedCall Call(BeneficiaryId who, string text, string type) => new(Guid.NewGuid(), who, Need(text, type), Reading: "v1");

    private static NeedInput Need(string? text, string type) => new() { NeedType = type, Time = new WantedTime.At(Said("2026-12-03T10:00")), Text = text };

    private static async Task NoteAsync(Town town, CapturedCall call) =>
        Assert.IsType<CaptureOutcome.Captured>(await town.DoAsync((CaptureRequest capture) => capture.RunAsync(call, town.Coordinator, Ct)));

    private static Task ForgetAsync(Town town, string at)
    {
        town.ItIs(at);
        return town.DoAsync((ForgetWords forget) => forget.RunDueAsync(town.Now, Ct));
    }

    private static Task<List<ReadingCorrection>> AllAsync(Town town) => town.LookAsync(db => db.ReadingCorrections.OrderBy(c => c.TypeSaved).ThenBy(c => c.Id).ToListAsync(Ct));
}
