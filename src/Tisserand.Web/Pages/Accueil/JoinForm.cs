using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Tisserand.App.People;
using Tisserand.App.Volunteers;
using Tisserand.France;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Accueil;

/// <summary>What somebody types to become a volunteer.</summary>
public sealed class JoinForm
{
    public const int MostSaid = 600;

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Commune { get; set; }

    /// <summary>Ticked among the communes proposed.</summary>
    public string? Chosen { get; set; }

    public List<string> Likes { get; set; } = [];

    public List<string> Times { get; set; } = [];

    /// <summary>A <see cref="Transport"/>.</summary>
    public string? Moves { get; set; }

    public string? Said { get; set; }

    public bool Agreed { get; set; }

    public static IReadOnlyList<Choice> Ways => [.. Enum.GetValues<Transport>().Reverse().Select(t => new Choice($"{t}", Words.Ask["Moves_" + t]))];

    /// <summary>Says what is missing or cannot be read; the commune is read elsewhere.</summary>
    public void Check(ModelStateDictionary problems, IReadOnlyList<Choice> offers)
    {
        if (string.IsNullOrWhiteSpace(FirstName)) Wrong(nameof(FirstName), "FirstName_Missing");
        if (string.IsNullOrWhiteSpace(LastName)) Wrong(nameof(LastName), "LastName_Missing");
        if (string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Email)) Wrong(nameof(Phone), "Phone_Missing");
        else if (!string.IsNullOrWhiteSpace(Phone) && !FrenchPhone.TryParse(Phone, out _)) problems.AddModelError("Input.Phone", Words.Shared["Phone_Unreadable"]);
        if (Ways.All(w => w.Value != Moves)) Wrong(nameof(Moves), "Moves_Missing");
        if (Likes.Exists(l => offers.All(o => o.Value != l))) problems.AddModelError("Input.Likes", Words.Shared["Error_Choice"]);
        if (!OfferedTimes.AreKnown(Times)) problems.AddModelError("Input.Times", Words.Shared["Error_Choice"]);
        if (Said?.Length > MostSaid) problems.AddModelError("Input.Said", Words.Shared["Error_TooLong", MostSaid]);
        if (!Agreed) Wrong(nameof(Agreed), "Agreed_Missing");

        void Wrong(string field, string key) => problems.AddModelError("Input." + field, Words.Ask[key]);
    }

    /// <param name="insee">Of her commune.</param>
    public VolunteerForm Read(string insee) => new()
    {
        Person = new PersonForm
        {
            FirstName = FirstName ?? "", LastName = LastName ?? "", Landline = Phone, Email = Email, Insee = insee, Notes = Said,
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        },
        Likes = Likes,
        Hours = OfferedTimes.Hours(Times),
        Transport = Enum.Parse<Transport>(Moves!),
    };

    /// <summary>What the cooperative found wrong, at its field.</summary>
    public static void Say(FieldProblem problem, ModelStateDictionary problems)
    {
        var (field, sentence) = problem switch
        {
            { Code: "email" } => (nameof(Email), Words.Ask["Email_Unreadable"]),
            { Code: "phone" or "no_contact" } => (nameof(Phone), Words.Shared["Phone_Unreadable"]),
            { Field: nameof(PersonForm.Commune) } => (nameof(Commune), Words.Ask["Commune_Unknown"]),
            _ => (problem.Field, Words.Shared["Error_Unreadable"]),
        };
        problems.AddModelError("Input." + field, sentence);
    }
}
