using System.Globalization;
using System.Resources;
using Tisserand.France;

namespace Tisserand.Language;

/// <summary>What is left to ask once a message is read, in the order to ask it. Sentences in Questions.resx.</summary>
internal static class QuestionsLeft
{
    private const int MostCommunes = 3;

    private static readonly string[] Order =
        ["danger", "need", "request", "when", "time", "recurrence", "exception", "duration", "place", "from", "beneficiary", "phone"];

    private static readonly ResourceManager Sentences = new("Tisserand.Language.Answers.Questions", typeof(QuestionsLeft).Assembly);

    /// <param name="ofTimes">What the times themselves leave open.</param>
    public static List<QuestionFound> Of(NeedFound need, PartTimes times, DangerFound danger, PlaceFound? place, PlaceFound? from, IEnumerable<QuestionFound> ofTimes)
    {
        var questions = ofTimes.ToList();
        if (danger.Level == DangerLevel.Hinted) questions.Add(new("danger", danger.Words[0], Say("Danger")));
        if (need.Type is null && danger.Level == DangerLevel.None) questions.Add(new("need", null, Say("WhichNeed")));
        if (need.Type is "annulation" or "modification" && times.SaysNothing && questions.Count == 0) questions.Add(new("request", null, Say("WhichVisit")));
        if (need.Type is not null && !need.IsAct && danger.Level == DangerLevel.None && questions.TrueForAll(q => q.Code is not ("when" or "time" or "recurrence")))
            if (times.SaysNothing && need.Type != "urgence_logement") questions.Add(new("when", null, Say("WhichDay")));
            else if (need.Type == "transport.medical" && times.SaysDayOnly) questions.Add(new("time", times.When[0].Text, Say("WhatTime")));
        if (place is { Commune: null }) questions.Add(WhichCommune("place", place));
        if (from is { Commune: null }) questions.Add(WhichCommune("from", from));
        return [.. questions.OrderBy(q => Array.IndexOf(Order, q.Code)).ThenBy(q => q.Text?.Start ?? int.MaxValue)];
    }

    /// <summary>« S'agit-il de Langon (35) ou de Langon (33) ? »</summary>
    private static QuestionFound WhichCommune(string code, PlaceFound place) => new(code, place.Text,
        Say("WhichCommune", FrenchText.List(place.Candidates.Take(MostCommunes).Select(c => $"{c.Name} ({c.Departement})"), "ou")));

    private static string Say(string key, params object[] parts) =>
        string.Format(CultureInfo.InvariantCulture, Sentences.GetString(key, CultureInfo.InvariantCulture)!, parts);
}
