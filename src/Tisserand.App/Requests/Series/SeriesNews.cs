using Microsoft.EntityFrameworkCore;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Replies;
using Tisserand.App.Notifications.Texts;
using Tisserand.App.People;
using Tisserand.App.Storage;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.Requests.Series;

/// <summary>Tells both sides of a series what was agreed, and asks both whether to go on. Nothing is saved here.</summary>
public sealed class SeriesNews(TisserandDb db, NeedCatalogue needs, Outbox outbox)
{
    public async Task AgreedAsync(RecurringNeed series, Beneficiary beneficiary, VolunteerId volunteer, CancellationToken ct)
    {
        var main = await PersonOfAsync(volunteer, ct);
        await SayAsync(MessageKind.SeriesAgreed, main, beneficiary.Person);
        await SayAsync(MessageKind.SeriesAgreed, beneficiary.Person, main);

        async Task SayAsync(MessageKind kind, Person to, Person with)
        {
            var words = new RequestWords(await needs.CurrentAsync(ct), to.Language);
            var english = to.Language == "en";
            string Date(NodaTime.LocalDate day) => english ? EnglishText.Date(day, withYear: false) : FrenchText.Date(day, withYear: false);
            await outbox.WriteAsync(kind, to.Id, new MessageValues.SeriesAgreed(
                words.Activity(series.NeedType), Rhythm(series, words), Date(series.FirstDate), series.MainUntil is { } until ? Date(until) : null, VisitMessages.NameOf(with)),
                new MessageAbout(series.TerritoryId, $"series-agreed/{series.Id.Value:N}/{series.Version}"), ct);
        }
    }

    public async Task ReviewAsync(RecurringNeed series, VolunteerId volunteer, int visits, CancellationToken ct)
    {
        var main = await PersonOfAsync(volunteer, ct);
        foreach (var (to, with) in new[] { (main, series.Beneficiary.Person), (series.Beneficiary.Person, main) })
        {
            var words = new RequestWords(await needs.CurrentAsync(ct), to.Language);
            await outbox.WriteAsync(MessageKind.SeriesReview, to.Id, new MessageValues.SeriesReview(
                QuestionNumbers.Of(series.Id), words.Activity(series.NeedType), Rhythm(series, words), VisitMessages.NameOf(with), Link: null),
                new MessageAbout(series.TerritoryId, $"series-review/{series.Id.Value:N}/{visits}"), ct);
        }
    }

    private Task<Person> PersonOfAsync(VolunteerId volunteer, CancellationToken ct) =>
        db.People.Include(p => p.Contacts).SingleAsync(p => db.Volunteers.Any(v => v.Id == volunteer && v.PersonId == p.Id), ct);

    private static string Rhythm(RecurringNeed series, RequestWords words) => SeriesRule.Say(series.Rule, series.FirstDate, series.StartsAt, words.Culture);
}
