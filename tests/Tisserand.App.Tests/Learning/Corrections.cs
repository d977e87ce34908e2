using NodaTime;
using Tisserand.App.Learning;
using Tisserand.App.People;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Learning;

/// <summary>Messages of this cooperative, in which a word that no rule knows means shopping.</summary>
internal static class Corrections
{
    public const string Unsure = "Bonjour, est-ce qu'on pourrait aller aux zoubidous avec Solange ?";

    private static readonly string[] Turns =
    [
        "Je voudrais aller aux zoubidous", "Qui peut aller aux zoubidous ?", "On pourrait aller aux zoubidous", "aller aux zoubidous svp", "il faudrait aller aux zoubidous",
        "ma mère aimerait aller aux zoubidous", "pourrait-on aller aux zoubidous",
    ];

    /// <summary>Each of another person, stored as shopping, which the engine had not understood.</summary>
    public static Task AddAsync(Town town, int count, TerritoryId? where = null, string? typeRead = null) => town.LookAsync(async db =>
    {
        for (var i = 0; i < count; i++)
        {
            var request = new HelpRequest(new HelpRequestId(Guid.NewGuid()), where ?? town.Territory, null, "courses", RequestSource.Phone, town.Now);
            db.Add(new ReadingCorrection(request, new PersonId(Guid.NewGuid()), "1.0", typeRead, 0.3, "courses", Turns[i % Turns.Length], town.Now, db.Keys));
        }

        return await db.SaveChangesAsync(Ct);
    });
}
