using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Safety;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Understanding;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.Notifications.Replies;

/// <summary>What a written reply led to.</summary>
public abstract record ReplyOutcome
{
    private ReplyOutcome() { }

    /// <summary>It answered this question, with this result.</summary>
    public sealed record Understood(OpenQuestion Question, Answered Result) : ReplyOutcome;

    /// <summary>It may mean several requests: the question went back, with their numbers.</summary>
    public sealed record AskedBack(IReadOnlyList<int> Numbers) : ReplyOutcome;

    /// <summary>STOP: no more questions.</summary>
    public sealed record Stopped : ReplyOutcome;

    /// <summary>« Ok merci » to something that asked nothing.</summary>
    public sealed record Acknowledged : ReplyOutcome;

    /// <summary>A person reads it.</summary>
    public sealed record ToCoordinator(IncomingMessageId Message) : ReplyOutcome;

    /// <summary>It asks for help: a draft waits for a call.</summary>
    public sealed record Drafted(IReadOnlyList<HelpRequestId> Drafts) : ReplyOutcome;

    /// <summary>It tells of a danger: answered at once, and those on call are called.</summary>
    public sealed record Alarmed(DangerAlertId Alert) : ReplyOutcome;
}

/// <summary>Somebody writes back, by SMS or e-mail. Nothing is guessed: what leaves a doubt is asked back, or read by a person.</summary>
public sealed partial class ReceiveReply(
    TisserandDb db, TimeProvider time, IdSource ids, OpenQuestions questions, AnswerQuestion answer, Outbox outbox, Attention attention, RaiseDanger danger, DraftFromWords drafts)
{
    private static readonly Duration Recent = Duration.FromDays(3);

    /// <param name="from">The number or e-mail address it came from; several people may share it.</param>
    /// <param name="channel">SMS or e-mail.</param>
    /// <param name="text">As typed.</param>
    /// <param name="ct">Stops between its steps; each is whole.</param>
    public async Task<ReplyOutcome> RunAsync(string from, MessageChannel channel, string text, CancellationToken ct)
    {
        var address = FrenchPhone.TryParse(from, out var phone) ? phone.E164 : from.Trim().ToLowerInvariant();
        var index = db.Keys.IndexOf(address);
        var people = await db.ContactPoints.Where(c => c.Index == index).Select(c => c.PersonId).Distinct().OrderBy(p => p).ToListAsync(ct);
        if (people.Count == 0) people = [await OpenSheetAsync(address, phone, ct)];
        return await RunAsync(people, channel, text, ct);
    }

    /// <summary>The same, where it is known who writes.</summary>
    public Task<ReplyOutcome> RunAsync(PersonId from, MessageChannel channel, string text, CancellationToken ct) => RunAsync([from], channel, text, ct);

    private async Task<ReplyOutcome> RunAsync(List<PersonId> people, MessageChannel channel, string text, CancellationToken ct)
    {
        var now = time.Now();
        if (await AlarmAsync(people, channel, text, now, ct) is { } alert) return new ReplyOutcome.Alarmed(alert);
        var reading = ReplyReader.Read(text);
        var open = await questions.OfAsync(people, now, ct);
        if (reading is Reply.Stop && people.Count > 0) return await StopAsync(people, channel, text, now, ct);
        if (Rating(text) is { } rating && open.OfType<OpenQuestion.AfterVisit>().ToList() is [var rated] && open.Count == 1)
            return await UnderstoodAsync(rated, await answer.TellsAsync(rated, new FeedbackForm(TookPlace: true, Rating: rating), Actor.Of(rated.Person), ct), channel, text, "rating", now, ct);
        if (reading is not (Reply.Yes or Reply.No))
            return open.Count == 0 && await DraftAsync(people, channel, text, now, ct) is { Count: > 0 } asked
                ? new ReplyOutcome.Drafted(asked)
                : await ToCoordinatorAsync(people, channel, text, "other", now, ct);

        var yes = reading is Reply.Yes;
        var said = yes ? "yes" : "no";
        var meant = await MeantAsync(people, open, reading, now, ct);
        if (meant.Count == 1) return await AnsweredAsync(meant[0], yes, channel, text, said, now, ct);
        if (meant.Count > 1 && meant.All(q => q.Number is not null) && meant.DistinctBy(q => q.Number).Count() == meant.Count) return await AskBackAsync(meant, channel, text, said, now, ct);
        if (yes && meant.Count == 0 && await NothingWasAskedAsync(people, now, ct))
        {
            await KeepAsync(people, channel, text, said, null, handled: true, now, ct);
            return new ReplyOutcome.Acknowledged();
        }

        return await ToCoordinatorAsync(people, channel, text, said, now, ct);
    }

    /// <summary>Words of danger come before all else, also before a yes or a STOP that stands with them.</summary>
    private async Task<DangerAlertId?> AlarmAsync(List<PersonId> people, MessageChannel channel, string text, Instant now, CancellationToken ct)
    {
        if (!RaiseDanger.Rings(text)) return null;
        var alert = await db.DecideAsync(async () =>
        {
            PersonId? writer = people.Count == 0 ? null : people[0];
            var territory = await TerritoryAsync(writer, ct);
            var source = channel == MessageChannel.Sms ? DangerSource.Sms : DangerSource.Email;
            if (await danger.ReadAsync(new IncomingWords(territory, writer, source, text), now, ct) is not { } raised) return (DangerAlertId?)null;
            var kept = await AddAsync(people, channel, text, "danger", null, handled: false, now, ct);
            raised.About(message: kept.Id);
            return raised.Id;
        }, ct);
        db.ChangeTracker.Clear();
        return alert;
    }

    /// <summary>Whoever has no question to answer may be asking for help, where the territory has opened that door.</summary>
    private async Task<IReadOnlyList<HelpRequestId>> DraftAsync(List<PersonId> people, MessageChannel channel, string text, Instant now, CancellationToken ct)
    {
        var asked = await db.DecideAsync(async () =>
        {
            var territory = await TerritoryAsync(people[0], ct);
            if (!await db.Territories.AnyAsync(t => t.Id == territory && t.ReadsTexts, ct)) return [];
            var id = ids.New<IncomingMessageId>();
            var made = await drafts.AddAsync(id, territory, people, channel == MessageChannel.Email ? RequestSource.Email : RequestSource.Sms, text, now, ct);
            if (made.Count > 0) await AddAsync(people, channel, text, "request", null, handled: true, now, ct, id);
            return (IReadOnlyList<HelpRequestId>)[.. made.Select(d => d.Id)];
        }, ct);
        db.ChangeTracker.Clear();
        return asked;
    }

    /// <summary>A number nobody knows gets a sheet without a name, so that it can be answered.</summary>
    private async Task<PersonId> OpenSheetAsync(string address, FrenchPhone? phone, CancellationToken ct)
    {
        var id = await db.DecideAsync(async () =>
        {
            var person = new Person(ids.New<PersonId>(), await TerritoryAsync(null, ct), "", "");
            var kind = phone is null ? ContactKind.Email : phone.IsMobile ? ContactKind.Mobile : ContactKind.Landline;
            person.HasContacts([new ContactPoint(ids.New<ContactPointId>(), person.Id, kind, address, db.Keys)]);
            person.IsReached(["sms", "email", "call"], inWritingOnly: false, letItRingLong: false, bestHours: null, speakTo: null);
            person.OpenedAt(time.Now());
            db.Add(person);
            return person.Id;
        }, ct);
        db.ChangeTracker.Clear();
        return id;
    }

    /// <summary>The questions it may answer: the one it names, else all that wait, else what was asked lately.</summary>
    private async Task<IReadOnlyList<OpenQuestion>> MeantAsync(IReadOnlyList<PersonId> people, IReadOnlyList<OpenQuestion> open, Reply reading, Instant now, CancellationToken ct)
    {
        if ((reading is Reply.Yes yes ? yes.Number : ((Reply.No)reading).Number) is { } number)
        {
            var named = open.Where(q => q.Number == number).ToList();
            if (named.Count > 0) return named;
            return await questions.HelpAsync(people, number, now, ct) is { } earlier ? [earlier] : [];
        }

        return open.Count > 0 ? open : await questions.LateAsync(people, now, ct);
    }

    private async Task<ReplyOutcome> AnsweredAsync(OpenQuestion question, bool yes, MessageChannel channel, string text, string said, Instant now, CancellationToken ct)
    {
        var result = await answer.RunAsync(question, yes, words: null, Actor.Of(question.Person), ct);
        return result is Answered.ToCoordinator or Answered.Busy
            ? await ToCoordinatorAsync([question.Person], channel, text, said, now, ct)
            : await UnderstoodAsync(question, result, channel, text, said, now, ct);
    }

    private async Task<ReplyOutcome> UnderstoodAsync(OpenQuestion question, Answered result, MessageChannel channel, string text, string said, Instant now, CancellationToken ct)
    {
        await KeepAsync([question.Person], channel, text, said, (question as OpenQuestion.Help)?.Proposal, handled: true, now, ct);
        return new ReplyOutcome.Understood(question, result);
    }

    private async Task<ReplyOutcome> AskBackAsync(IReadOnlyList<OpenQuestion> meant, MessageChannel channel, string text, string said, Instant now, CancellationToken ct)
    {
        var writes = meant[0].Person;
        await db.DecideAsync(async () =>
        {
            var kept = await AddAsync([writes], channel, text, said, null, handled: true, now, ct);
            await outbox.WriteAsync(MessageKind.UnclearReply, writes,
                new MessageValues.UnclearReply([.. meant.Select(q => new WaitingQuestion(q.Number!.Value, q.Activity, q.When))]),
                new MessageAbout(kept.TerritoryId, $"unclear/{kept.Id.Value:N}"), ct);
            return true;
        }, ct);
        db.ChangeTracker.Clear();
        return new ReplyOutcome.AskedBack([.. meant.Select(q => q.Number!.Value)]);
    }

    private async Task<ReplyOutcome> StopAsync(List<PersonId> people, MessageChannel channel, string text, Instant now, CancellationToken ct)
    {
        await db.DecideAsync(async () =>
        {
            var kept = await AddAsync(people, channel, text, "stop", null, handled: true, now, ct);
            foreach (var person in await db.People.Include(p => p.Contacts).Where(p => people.Contains(p.Id)).ToListAsync(ct))
            {
                person.WishesNoSms();
                db.Add(new AuditLine("stop", "person", person.Id.Value, "NoSms", Actor.Of(person.Id), now));
            }

            // She is told that no more questions come: she rests until somebody has spoken with her.
            foreach (var volunteer in await db.Volunteers.Where(v => people.Contains(v.PersonId) && v.State == PersonState.Active).ToListAsync(ct)) volunteer.MoveTo(PersonState.Paused, now);
            foreach (var message in await db.OutgoingMessages.Where(m => people.Contains(m.PersonId) && m.Kind == MessageKind.Solicitation && m.State == MessageState.Waiting).ToListAsync(ct)) message.Expire();
            foreach (var proposal in await db.Proposals.Include(p => p.Request).Where(p => people.Contains(p.Volunteer.PersonId) && p.State == ProposalState.Notified).ToListAsync(ct))
            {
                if (proposal.Withdraw() && proposal.Request.State == Requests.RequestState.Open) proposal.Request.LookAgainAt(now);
            }

            await outbox.WriteAsync(MessageKind.StopConfirmed, people[0], new MessageValues.StopConfirmed(), new MessageAbout(kept.TerritoryId, $"stop/{kept.Id.Value:N}"), ct);
            await attention.RaiseAsync(kept.TerritoryId, AttentionReasons.StopWritten, $"stop/{people[0].Value:N}", now, message: kept.Id, ct: ct);
            return true;
        }, ct);
        db.ChangeTracker.Clear();
        return new ReplyOutcome.Stopped();
    }

    private async Task<ReplyOutcome> ToCoordinatorAsync(IReadOnlyList<PersonId> people, MessageChannel channel, string text, string said, Instant now, CancellationToken ct)
    {
        var kept = await KeepAsync(people, channel, text, said, null, handled: false, now, ct);
        return new ReplyOutcome.ToCoordinator(kept);
    }

    private async Task<IncomingMessageId> KeepAsync(IReadOnlyList<PersonId> people, MessageChannel channel, string text, string said, ProposalId? proposal, bool handled, Instant now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var kept = await db.DecideAsync(async () =>
        {
            var message = await AddAsync(people, channel, text, said, proposal, handled, now, ct);
            if (!handled)
                await attention.RaiseAsync(message.TerritoryId, AttentionReasons.ReplyToRead, RepliesToRead.KeyOf(message.Id), now, message: message.Id, ct: ct);
            return message.Id;
        }, ct);
        db.ChangeTracker.Clear();
        return kept;
    }

    /// <summary>A number shared by several is kept without a person where it is not known who wrote; a stranger's goes to the first territory.</summary>
    private async Task<IncomingMessage> AddAsync(IReadOnlyList<PersonId> people, MessageChannel channel, string text, string said, ProposalId? proposal, bool handled, Instant now, CancellationToken ct, IncomingMessageId? id = null)
    {
        PersonId? person = people.Count == 0 ? null : people[0];
        var territory = await TerritoryAsync(person, ct);
        var message = new IncomingMessage(id ?? ids.New<IncomingMessageId>(), territory, people.Count == 1 ? person : null, channel, text, said, proposal, now);
        if (handled) message.Handled(now);
        db.Add(message);
        return message;
    }

    private async Task<TerritoryId> TerritoryAsync(PersonId? person, CancellationToken ct) => person is null
        ? await db.Territories.OrderBy(t => t.Name).ThenBy(t => t.Id).Select(t => t.Id).FirstAsync(ct)
        : await db.People.Where(p => p.Id == person).Select(p => p.TerritoryId).SingleAsync(ct);

    private async Task<bool> NothingWasAskedAsync(IReadOnlyList<PersonId> people, Instant now, CancellationToken ct)
    {
        var since = now - Recent;
        var last = await db.OutgoingMessages.Where(m => people.Contains(m.PersonId) && m.State == MessageState.Sent && m.SentAt >= since)
            .OrderByDescending(m => m.SentAt).Select(m => (MessageKind?)m.Kind).FirstOrDefaultAsync(ct);
        return last is MessageKind.VisitAgreedVolunteer or MessageKind.VisitAgreedBeneficiary or MessageKind.ReminderVolunteer or MessageKind.ReminderBeneficiary
            or MessageKind.AddressDisclosure or MessageKind.PlaceTaken or MessageKind.NoLongerPossible or MessageKind.SeriesAgreed or MessageKind.ReplacementFound
            or MessageKind.RequestReceived or MessageKind.StopConfirmed or MessageKind.Welcome or MessageKind.OverrunWarning or MessageKind.Correction;
    }

    private static int? Rating(string text) => RatingAlone.Match(text) is { Success: true } match ? match.Groups[1].Value[0] - '0' : null;

    [GeneratedRegex(@"^\s*([1-5])\s*(/\s*5)?\s*[.!]?\s*$")]
    private static partial Regex RatingAlone { get; }
}
