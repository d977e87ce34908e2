using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Requests.Series;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.App.Visits;

namespace Tisserand.App.Notifications.Replies;

/// <summary>Every question that waits for these people's answer. Several people may share a number: then their questions are read together.</summary>
public sealed class OpenQuestions(TisserandDb db, NeedCatalogue needs)
{
    /// <summary>How long an answer to a question that was closed meanwhile is still understood.</summary>
    private static readonly Duration Lately = Duration.FromDays(7);

    private static readonly Duration AfterVisits = Duration.FromDays(14);

    private static readonly ProposalState[] Asked = [ProposalState.Notified, ProposalState.Lapsed, ProposalState.Withdrawn, ProposalState.Declined, ProposalState.Accepted];

    /// <param name="people">Those who may be answering.</param>
    /// <param name="now">The instant.</param>
    /// <param name="ct">Stops the look-up.</param>
    /// <returns>In order of asking; those that no longer wait last.</returns>
    public async Task<IReadOnlyList<OpenQuestion>> OfAsync(IReadOnlyCollection<PersonId> people, Instant now, CancellationToken ct)
    {
        var taxonomy = await needs.CurrentAsync(ct);
        var languages = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Language, ct);
        RequestWords Words(PersonId person) => new(taxonomy, languages.GetValueOrDefault(person, "fr"));

        List<OpenQuestion> open =
        [
            .. (await HelpAsync(people, Words, now, null, ct)).Where(q => q.IsWaiting),
            .. await AfterVisitAsync(people, Words, now, ct),
            .. await ReconfirmAsync(people, Words, now, ct),
            .. await GoOnAsync(people, Words, ct),
            .. await ReturnAsync(people, Words, ct),
            .. await DangerAsync(people, Words, ct),
        ];
        return [.. open.OrderBy(q => q.AskedAt)];
    }

    /// <summary>Questions for help that have lapsed or were withdrawn lately: a bare yes may be about the only one.</summary>
    public async Task<IReadOnlyList<OpenQuestion.Help>> LateAsync(IReadOnlyCollection<PersonId> people, Instant now, CancellationToken ct)
    {
        var taxonomy = await needs.CurrentAsync(ct);
        return [.. (await HelpAsync(people, _ => new RequestWords(taxonomy, "fr"), now, null, ct)).Where(q => !q.IsWaiting)];
    }

    /// <summary>The latest question for help that bore this number, whatever became of it.</summary>
    public async Task<OpenQuestion.Help?> HelpAsync(IReadOnlyCollection<PersonId> people, int number, Instant now, CancellationToken ct)
    {
        var taxonomy = await needs.CurrentAsync(ct);
        return (await HelpAsync(people, _ => new RequestWords(taxonomy, "fr"), now, number, ct)).MaxBy(q => q.AskedAt);
    }

    private async Task<List<OpenQuestion.Help>> HelpAsync(IReadOnlyCollection<PersonId> people, Func<PersonId, RequestWords> words, Instant now, int? number, CancellationToken ct)
    {
        var since = now - Lately;
        var asked = db.Proposals.Where(p => people.Contains(p.Volunteer.PersonId) && p.NotifiedAt != null);
        asked = number is null
            ? asked.Where(p => p.State == ProposalState.Notified || ((p.State == ProposalState.Lapsed || p.State == ProposalState.Withdrawn) && p.NotifiedAt >= since && p.LateYesAt == null))
            : asked.Where(p => p.ShortCode == number && Asked.Contains(p.State));
        var rows = await asked.OrderByDescending(p => p.NotifiedAt).Take(50)
            .Select(p => new { p.Id, p.VolunteerId, p.Volunteer.PersonId, p.ShortCode, p.State, p.NotifiedAt, p.Request.NeedType, p.Request.EarliestStart, p.Request.LatestStart }).ToListAsync(ct);
        return [.. rows.Select(p => new OpenQuestion.Help(p.PersonId, p.ShortCode, words(p.PersonId).Activity(p.NeedType),
            words(p.PersonId).When(p.EarliestStart, p.LatestStart), p.Id, p.VolunteerId, p.State == ProposalState.Notified && p.LatestStart > now) { AskedAt = p.NotifiedAt })];
    }

    private async Task<List<OpenQuestion.AfterVisit>> AfterVisitAsync(IReadOnlyCollection<PersonId> people, Func<PersonId, RequestWords> words, Instant now, CancellationToken ct)
    {
        var since = now - AfterVisits;
        var rows = await (
            from m in db.OutgoingMessages
            where people.Contains(m.PersonId) && (m.Kind == MessageKind.AfterVisitVolunteer || m.Kind == MessageKind.AfterVisitBeneficiary)
                && m.State != MessageState.Expired && m.State != MessageState.TakenBack && m.State != MessageState.Failed && m.CreatedAt >= since && m.NotBefore <= now
            join v in db.Visits on m.VisitId equals v.Id
            let side = m.Kind == MessageKind.AfterVisitVolunteer ? FeedbackSide.Volunteer : FeedbackSide.Beneficiary
            where (v.State == VisitState.Planned || v.State == VisitState.Done) && !v.Feedback.Any(f => f.Side == side)
            orderby m.CreatedAt
            select new { m.PersonId, m.Kind, m.CreatedAt, v.Id, v.Request.NeedType, v.Start }).Take(20).ToListAsync(ct);
        return [.. rows.DistinctBy(r => (r.PersonId, r.Id)).Select(r => new OpenQuestion.AfterVisit(r.PersonId, QuestionNumbers.Of(r.Id), words(r.PersonId).Activity(r.NeedType), words(r.PersonId).At(r.Start),
            r.Id, r.Kind == MessageKind.AfterVisitVolunteer ? FeedbackSide.Volunteer : FeedbackSide.Beneficiary) { AskedAt = r.CreatedAt })];
    }

    private async Task<List<OpenQuestion.Reconfirm>> ReconfirmAsync(IReadOnlyCollection<PersonId> people, Func<PersonId, RequestWords> words, Instant now, CancellationToken ct)
    {
        var rows = await (
            from a in db.AttentionItems
            where a.Reason == AttentionReasons.VisitToReconfirm && a.DoneAt == null
            join v in db.Visits on a.VisitId equals v.Id
            where v.State == VisitState.Planned && v.End > now && people.Contains(v.Volunteer.PersonId)
            orderby a.Since
            select new
            {
                v.Id, v.VolunteerId, v.Volunteer.PersonId, v.ProposalId, v.Request.NeedType, v.Start, a.Since,
                Number = db.Proposals.Where(p => p.Id == v.ProposalId).Select(p => p.ShortCode).FirstOrDefault()
            }).Take(20).ToListAsync(ct);
        return [.. rows.Select(r => new OpenQuestion.Reconfirm(r.PersonId, ConfirmChangedVisit.NumberOf(r.Id, r.Number), words(r.PersonId).Activity(r.NeedType), words(r.PersonId).At(r.Start), r.Id, r.VolunteerId) { AskedAt = r.Since })];
    }

    private async Task<List<OpenQuestion.GoOn>> GoOnAsync(IReadOnlyCollection<PersonId> people, Func<PersonId, RequestWords> words, CancellationToken ct)
    {
        var series = await db.RecurringNeeds.Where(s => s.State == SeriesState.Active && s.ReviewedAtCount > 0
                && (people.Contains(s.Beneficiary.PersonId) || db.Volunteers.Any(v => v.Id == s.MainVolunteerId && people.Contains(v.PersonId))))
            .Select(s => new
            {
                s.Id, s.NeedType, s.Rule, s.FirstDate, s.StartsAt, Helped = s.Beneficiary.PersonId,
                Helper = db.Volunteers.Where(v => v.Id == s.MainVolunteerId).Select(v => (PersonId?)v.PersonId).FirstOrDefault()
            }).OrderBy(s => s.Id).Take(20).ToListAsync(ct);
        var keys = series.Select(s => AnswerSeriesReview.KeyOf(s.Id)).ToList();
        var asked = await db.AttentionItems.Where(a => keys.Contains(a.Key) && a.DoneAt == null).ToDictionaryAsync(a => a.Key, a => a.Since, ct);
        return
        [
            .. from s in series
               let key = AnswerSeriesReview.KeyOf(s.Id)
               where asked.ContainsKey(key)
               from person in new[] { s.Helped, s.Helper }.OfType<PersonId>().Where(people.Contains)
               let say = words(person)
               select new OpenQuestion.GoOn(person, QuestionNumbers.Of(s.Id), say.Activity(s.NeedType), SeriesRule.Say(s.Rule, s.FirstDate, s.StartsAt, say.Culture), s.Id) { AskedAt = asked[key] },
        ];
    }

    private async Task<List<OpenQuestion.Return>> ReturnAsync(IReadOnlyCollection<PersonId> people, Func<PersonId, RequestWords> words, CancellationToken ct)
    {
        var rows = await (
            from p in db.Set<BeneficiaryPause>()
            where p.ReturnAskedAt != null && p.EndedAt == null
            join b in db.Beneficiaries on p.BeneficiaryId equals b.Id
            where people.Contains(b.PersonId)
            orderby p.ReturnAskedAt, p.Id
            select new { p.Id, p.Until, p.ReturnAskedAt, b.PersonId, Beneficiary = b.Id }).Take(20).ToListAsync(ct);
        return [.. rows.Select(r => new OpenQuestion.Return(r.PersonId, QuestionNumbers.Of(r.Id), Sentence(words(r.PersonId)),
            r.Until is { } last ? DayOf(last.PlusDays(1), words(r.PersonId)) : "", r.Beneficiary) { AskedAt = r.ReturnAskedAt })];
    }

    private async Task<List<OpenQuestion.Danger>> DangerAsync(IReadOnlyCollection<PersonId> people, Func<PersonId, RequestWords> words, CancellationToken ct)
    {
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.PersonId != null && people.Contains(a.PersonId.Value)).ToListAsync(ct);
        if (accounts.Count == 0) return [];
        var open = await db.DangerAlerts.AsNoTracking().Where(a => a.TakenAt == null && a.EndedAt == null).OrderBy(a => a.RaisedAt).Take(20).ToListAsync(ct);
        return
        [
            .. from alert in open
               from account in accounts
               where account.Territories.Contains(alert.TerritoryId)
               let say = words(account.PersonId!.Value)
               select new OpenQuestion.Danger(account.PersonId!.Value, QuestionNumbers.Of(alert.Id), Safety.DangerSentences.ThemeName(alert.Theme, say.Culture), say.At(alert.RaisedAt),
                   alert.Id, alert.TerritoryId, account.Id) { AskedAt = alert.RaisedAt },
        ];
    }

    private static string Sentence(RequestWords words) => ReplyTexts.Of("Return", words.Culture);

    private static string DayOf(LocalDate day, RequestWords words) => words.Culture.TwoLetterISOLanguageName == "en"
        ? France.EnglishText.Date(day, withYear: false)
        : France.FrenchText.Date(day, withYear: false);
}
