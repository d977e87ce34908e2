using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.NeedTypes;
using Tisserand.App.People;
using Tisserand.App.Requests;

namespace Tisserand.Web.Pages.Demande;

/// <summary>Turns answers into the request that is handed to the cooperative.</summary>
internal static class AskedRequest
{
    /// <summary>Version of the sentences ticked before sending.</summary>
    public const string Wording = "demande-en-ligne/1";

    /// <param name="asking">Every question is answered.</param>
    /// <param name="by">Who has come in, if anybody.</param>
    /// <param name="taxonomy">In force.</param>
    /// <param name="now">In France.</param>
    public static OnlineRequest Of(Asking asking, PersonId? by, Taxonomy taxonomy, LocalDateTime now)
    {
        var (answers, known, chosen) = (asking.Answers, asking.KnowsWhoAsks ? asking.Known : null, asking.Chosen);
        var atHome = chosen is { Insee.Length: > 0 };
        var who = new Stranger(
            known?.Name ?? answers.Name ?? "", known is null ? answers.Phone : known.Phone, known is null ? answers.Email : known.Email,
            !asking.IsForAnother ? null : chosen?.Name ?? answers.TheirName,
            atHome ? chosen!.Insee : answers.Insee ?? "", atHome ? chosen!.Street : Text(answers.Street),
            chosen is null && answers.IsForOther && Enum.TryParse<CarerKind>(answers.Relation, out var kind) ? kind : null,
            TheyAgree: asking.IsForAnother, Wording);
        return new OnlineRequest(answers.Once, who, NeedOf(answers, taxonomy, now), chosen?.Id, chosen is null ? null : by);
    }

    private static NeedInput NeedOf(Answers answers, Taxonomy taxonomy, LocalDateTime now) => new()
    {
        NeedType = NeedChoices.TypeOf(taxonomy, answers.Need),
        Text = Text(answers.Words),
        Time = AskedTime.Of(answers, now),
        IsUrgent = answers.IsInDanger,
        Trip = !answers.IsTrip ? new WantedTrip.None() : answers.Return switch
        {
            "wait" => new WantedTrip.ReturnWithWaiting(),
            "back" => new WantedTrip.TwoLegs(Return: null),
            _ => new WantedTrip.Simple(),
        },
        Destination = answers is { IsTrip: true, DestinationInsee: { } there } ? new WantedDestination(there, Text(answers.DestinationAddress)) : null,
    };

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;
}
