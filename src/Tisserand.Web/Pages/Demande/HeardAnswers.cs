using System.Globalization;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.Understanding;
using Tisserand.Web.Forms;

namespace Tisserand.Web.Pages.Demande;

/// <summary>What her sentence answers of the questions. Where only a part is said, the question is still asked, with that part filled in.</summary>
internal static class HeardAnswers
{
    /// <param name="isKnown">She has come in: who she is stands in her file.</param>
    /// <param name="now">In France.</param>
    public static Answers Of(WordsRead read, Answers answers, Taxonomy taxonomy, bool isKnown, LocalDateTime now)
    {
        answers = answers with { IsInDanger = read.Danger is not null, IsHeard = !read.SaysNothing };
        if (!isKnown) answers = Who(read.Persons, answers);
        if (read.Asked is not [var need, ..]) return answers;

        if (need.Type is { } type && taxonomy.Find(taxonomy.Find(type)!.Parent ?? type) is { } asked)
            answers = answers with { Need = asked.Code, IsTrip = asked.IsTrip };
        if (need.Times is [{ Settled: { } when }, ..]) answers = When(when, answers, now);
        if (answers.IsTrip && need.Place?.Commune is { } there)
        {
            // Who treats her is told by herself.
            var address = need.Venue is { } venue && !(venue.IsSomebody && need.Type == "transport.medical") ? venue.Text : null;
            answers = answers with { DestinationCommune = CommuneReader.Say(there), DestinationInsee = address is null ? null : there.Insee, DestinationAddress = address };
        }
        return need.Home?.Commune is { } home && !isKnown ? answers with { Commune = CommuneReader.Say(home) } : answers;
    }

    private static Answers When(TimeRead when, Answers answers, LocalDateTime now)
    {
        if (when.FirstDay != when.LastDay || when.Kind is not (TimeKind.Instant or TimeKind.Span)) return answers;
        var heard = answers with
        {
            Day = when.FirstDay == now.Date ? "today" : when.FirstDay == now.Date.PlusDays(1) ? "tomorrow" : "other",
            On = when.FirstDay.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        };
        if (when.Kind == TimeKind.Instant) heard = heard with { Moment = "hour", Hour = when.Start.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture) };
        else if (when.SaysHour && AskedTime.PartBetween(when.Start.TimeOfDay, when.End.TimeOfDay) is { } part) heard = heard with { Moment = part };
        return heard.Moment is not null && AskedTime.IsOver(heard, now) ? answers : heard;
    }

    private static Answers Who(PersonsRead persons, Answers answers)
    {
        var (hers, callers) = (Full(persons.HerName), Full(persons.CallerName) ?? answers.Name);
        var phone = persons.Phone?.National ?? answers.Phone;
        if (persons.IsForCaller) return answers with { Whom = "me", Name = hers ?? answers.Name, Phone = phone };
        return persons.Relation == "unknown" ? answers with { Name = hers ?? answers.Name, Phone = phone } : answers with
        {
            Whom = "other",
            TheirName = hers ?? answers.TheirName,
            Name = callers,
            Phone = phone,
            Relation = persons.Caller switch
            {
                "neighbour" => nameof(CarerKind.Neighbour),
                "friend" or "professional" or "unknown" => null,
                _ => nameof(CarerKind.Relative),
            },
        };
    }

    private static string? Full(SaidName? name) => name is null ? null : $"{name.First} {name.Last}".Trim();
}
