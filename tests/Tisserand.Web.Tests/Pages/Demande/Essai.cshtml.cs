using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;
using Tisserand.Web.Forms;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Tests.Pages.Demande;

[EnableRateLimiting(Budgets.PublicRequest)]
public sealed class EssaiModel(TimesActed acted) : PageModel
{
    [BindProperty]
    public Typed Input { get; set; } = new();

    public Choice[] Days { get; } = [new("today", "Aujourd’hui"), new("tomorrow", "Demain"), new("other", "Un autre jour", "Vous choisirez la date")];

    public Choice[] Needs { get; } = [new("stairs", "Escaliers : prévoir du temps"), new("dog", "Il y a un chien")];

    public Choice[] Communes { get; } = [new("35236", "Redon"), new("56221", "Saint-Jean-la-Poterie")];

    public IActionResult OnPost()
    {
        if (FrenchDates.Read(Input.Day, new LocalDate(2026, 11, 25)).Problem() is { } problem) ModelState.AddModelError("Input.Day", problem);
        if (string.IsNullOrWhiteSpace(Input.When)) ModelState.AddModelError("Input.When", Words.Shared["Error_Choice"]);
        if (!ModelState.IsValid) return Page();
        acted.Count++;
        this.Say(Words.Shared, "Fault_429_Wait_Many", undoPath: "/demande/essai", counts: 3);
        return RedirectToPage(new { acted.Count });
    }

    public sealed class Typed
    {
        public string? When { get; set; }
        public string? Day { get; set; }
        public string? Hour { get; set; }
        public string? Phone { get; set; }
        public string? Words { get; set; }
        public List<string> Needs { get; set; } = [];
        public string? Commune { get; set; }
        public bool Agrees { get; set; }
    }
}

public sealed class TimesActed
{
    public int Count { get; set; }
}
