using NodaTime;
using Tisserand.App.Understanding;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>A question still to ask, and the field its answer belongs to.</summary>
/// <param name="Answers">What can be chosen at once: the words of each answer, and the values of the fields it fills.</param>
public sealed record CallQuestion(string Sentence, string Field, IReadOnlyList<(string Words, IReadOnlyDictionary<string, string> Fields)> Answers);

/// <summary>What is still to ask, in order: what her words leave open, then what a request cannot do without. A field filled is a question answered.</summary>
internal static class CallQuestions
{
    public static IReadOnlyList<CallQuestion> Of(CallForm form, WordsRead read, bool isKnown, bool isTrip)
    {
        if (read.Asked is not [var need, ..]) return [];
        var asked = read.Questions.Select(q => Read(q, form, need, isKnown)).OfType<CallQuestion>()
            .Concat(Needed(form, need, isKnown, isTrip).Where(n => IsEmpty(n.Value)).Select(n => new CallQuestion(Words.Reading["Ask_" + n.Field], n.Field, n.Field == nameof(form.From) ? PartsOfDay : [])));
        return [.. asked.DistinctBy(q => q.Field)];
    }

    /// <summary>Said instead of an hour.</summary>
    private static IReadOnlyList<(string, IReadOnlyDictionary<string, string>)> PartsOfDay =>
    [
        Part("Part_Morning", 8, 12), Part("Part_Afternoon", 14, 18), Part("Part_Day", 8, 18),
    ];

    private static (string, IReadOnlyDictionary<string, string>) Part(string key, int from, int until) => (Words.Reading[key], new Dictionary<string, string>
    {
        [nameof(CallForm.From)] = Ages.Hour(new LocalTime(from, 0)), [nameof(CallForm.Until)] = Ages.Hour(new LocalTime(until, 0)),
    });

    private static IEnumerable<(string Field, string? Value)> Needed(CallForm form, NeedRead need, bool isKnown, bool isTrip)
    {
        yield return (nameof(form.Need), form.Need);
        if (need.Rhythm is not null) yield return (nameof(form.Repeat), form.Repeat);
        yield return (nameof(form.Day), form.Day);
        yield return (nameof(form.From), IsEmpty(form.From) ? form.Appointment : form.From);
        if (isTrip) yield return (nameof(form.DestinationCommune), form.DestinationCommune);
        if (isKnown) yield break;
        yield return (nameof(form.LastName), form.LastName);
        yield return (nameof(form.FirstName), form.FirstName);
        yield return (nameof(form.Phone), form.Phone);
        yield return (nameof(form.Commune), form.Commune);
    }

    private static CallQuestion? Read(QuestionRead question, CallForm form, NeedRead need, bool isKnown)
    {
        var (field, isAnswered) = question.Code switch
        {
            "need" => (nameof(form.Need), !IsEmpty(form.Need)),
            "when" => (nameof(form.Day), !IsEmpty(form.Day)),
            "time" => need.Times is [{ Settled: null }, ..] ? (nameof(form.Day), !IsEmpty(form.Day))
                : (need.Type == "transport.medical" ? nameof(form.Appointment) : nameof(form.From), !IsEmpty(form.From) || !IsEmpty(form.Appointment)),
            "recurrence" => (nameof(form.Repeat), !IsEmpty(form.Repeat)),
            "exception" => (nameof(form.Repeat), form.NotInSchoolHolidays || form.NotOnPublicHolidays),
            "place" => (need.IsTrip ? nameof(form.DestinationCommune) : PlaceField(isKnown), !IsEmpty(need.IsTrip ? form.DestinationCommune : isKnown ? form.PlaceCommune : form.Commune)),
            "from" => (PlaceField(isKnown), !IsEmpty(isKnown ? form.PlaceCommune : form.Commune)),
            "phone" => (nameof(form.Phone), isKnown || !IsEmpty(form.Phone)),
            "beneficiary" => (nameof(form.LastName), isKnown || !IsEmpty(form.LastName)),
            _ => ("", true),                                 // danger has its own place; how long, her need type says
        };
        return isAnswered ? null : new CallQuestion(Ages.Language == "en" ? question.English : question.French, field, Answers(question, field, need));
    }

    private static IReadOnlyList<(string, IReadOnlyDictionary<string, string>)> Answers(QuestionRead question, string field, NeedRead need)
    {
        if (question.Code is "when" or "time" && need.Times.FirstOrDefault(t => t.Words == question.Words) is { Settled: null } several)
            return [.. several.Readings.Select(r => CallFromWords.Time(r)).Select(f => (Said(f), (IReadOnlyDictionary<string, string>)f)).DistinctBy(a => a.Item1)];
        var place = question.Code == "place" ? need.Place : question.Code == "from" ? need.From : null;
        return place is not { Commune: null } ? []
            : [.. place.Candidates.Take(3).Select(c => ($"{c.Name} ({c.Departement})", (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { [field] = CallFromWords.Say(c) }))];
    }

    /// <summary>« jeudi 3 décembre 2026, 14 h 30 ».</summary>
    private static string Said(Dictionary<string, string> fields) => string.Join(", ", fields.Values);

    private static string PlaceField(bool isKnown) => isKnown ? nameof(CallForm.PlaceCommune) : nameof(CallForm.Commune);

    private static bool IsEmpty(string? value) => string.IsNullOrWhiteSpace(value);
}
