using Microsoft.AspNetCore.Mvc.RazorPages;
using Tisserand.App.NeedTypes;
using Tisserand.App.Territories;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination.Reglages;

/// <summary>What can be asked for: each first level with its finer types, and where to change them.</summary>
public sealed class BesoinsModel(NeedCatalogue needs, DocumentVersions versions, InstallDocument install) : PageModel
{
    public Taxonomy Lists { get; private set; } = Taxonomy.Shipped;

    public DocumentHistory History { get; private set; } = null!;

    public bool MayChange { get; private set; }

    public static string NameOf(NeedTypeDefinition type) => Ages.Language == "en" ? type.NameEn : type.NameFr;

    public static string DescriptionOf(NeedTypeDefinition type) => Ages.Language == "en" ? type.DescriptionEn ?? type.Description : type.Description;

    /// <summary>« 1 h, au plus 2 h · priorité 2 · validation automatique possible ».</summary>
    public static string InShort(NeedTypeDefinition type) => string.Join(" · ", new[]
    {
        Words.Settings["Need_Lengths", Ages.Length(type.UsualMinutes), Ages.Length(type.LongMinutes)],
        Words.Settings["Need_PriorityShort", type.BasePriority],
        Words.Settings[type.AutomaticValidation ? "Need_Automatic" : "Need_NotAutomatic"],
        type.FirstMeeting == FirstMeeting.None ? "" : Words.Settings["FirstMeeting_" + type.FirstMeeting],
    }.Where(s => s.Length > 0));

    public async Task OnGetAsync(CancellationToken ct)
    {
        History = await versions.ReadAsync(CooperativeDocument.Needs, ct);
        Lists = await needs.CurrentAsync(ct);
        MayChange = await install.MayAsync(User.Actor(), ct);
    }
}
