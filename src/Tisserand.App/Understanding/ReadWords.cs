using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Learning;
using Tisserand.App.NeedTypes;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.France;
using Tisserand.Language;

namespace Tisserand.App.Understanding;

/// <summary>A message and what is known of where it comes from.</summary>
/// <param name="Territory">Whose seat settles communes of one name; null takes the installation's first.</param>
/// <param name="Known">Whose need it is; her own commune is nearer than the seat.</param>
/// <param name="At">When it was said; null is now.</param>
public sealed record SaidWords(string Text, TerritoryId? Territory, BeneficiaryId? Known = null, Instant? At = null);

/// <summary>Reads plain French into what a request needs. Reads only: nothing is stored and nothing leaves.</summary>
public sealed class ReadWords(TisserandDb db, TimeProvider time, NeedCatalogue needs, Calendars calendars, ClassifierInForce classifier)
{
    /// <summary>Changes when the same sentence may be read otherwise.</summary>
    public const int EngineVersion = 1;

    private const string Redon = "35236";

    /// <returns>Never null: what is not understood stays open, with its question.</returns>
    public async Task<WordsRead> RunAsync(SaidWords said, CancellationToken ct)
    {
        var at = (said.At ?? time.Now()).Local();
        var near = await NearAsync(said, ct);
        var where = new Surroundings(near, await calendars.OfCommuneAsync(near.Insee, ct)) { SecondVoice = (await classifier.CurrentAsync(ct)).Voice };
        return Projection.Of(said.Text, at, Understand.Read(said.Text, at, where), await needs.CurrentAsync(ct));
    }

    private async Task<Commune> NearAsync(SaidWords said, CancellationToken ct)
    {
        var insee = said.Known is { } who ? await db.Beneficiaries.Where(b => b.Id == who).Select(b => b.Person.Insee).SingleOrDefaultAsync(ct) : null;
        insee ??= await db.Territories.Where(t => said.Territory == null || t.Id == said.Territory).OrderBy(t => t.Name).ThenBy(t => t.Id).Select(t => t.SeatInsee).FirstOrDefaultAsync(ct);
        return (insee is null ? null : CommuneTable.Shipped.Find(insee)) ?? CommuneTable.Shipped.Find(Redon)!;
    }
}
