using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Tisserand.App.NeedTypes;
using Tisserand.App.Territories;
using Tisserand.Web.Forms;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination.Reglages;

/// <summary>One type of need as typed.</summary>
public sealed class NeedFields
{
    public string? NameFr { get; set; }
    public string? NameEn { get; set; }
    public string? ShownFr { get; set; }
    public string? ShownEn { get; set; }
    public string? Description { get; set; }
    public string? DescriptionEn { get; set; }
    public string? UsualMinutes { get; set; }
    public string? LongMinutes { get; set; }
    public string? NoticeHours { get; set; }
    public string? BasePriority { get; set; }
    public List<string> RequiredSkills { get; set; } = [];
    public List<string> UsefulSkills { get; set; } = [];
    public List<string> RequiredChecks { get; set; } = [];
    public string? FirstMeeting { get; set; }
    public bool AutomaticValidation { get; set; }
    public bool OneAtATime { get; set; }
    public bool IsTrip { get; set; }
    public string? Synonyms { get; set; }

    public static IEnumerable<Choice> Priorities => Enumerable.Range(0, 6).Select(i => new Choice($"{i}", Words.Settings[$"Priority_{i}"]));

    public static IEnumerable<Choice> Meetings => Enum.GetNames<FirstMeeting>().Select(m => new Choice(m, Words.Settings["FirstMeeting_" + m]));

    public static NeedFields Of(NeedTypeDefinition type) => new()
    {
        NameFr = type.NameFr, NameEn = type.NameEn, ShownFr = type.ShownFr, ShownEn = type.ShownEn, Description = type.Description, DescriptionEn = type.DescriptionEn,
        UsualMinutes = Said(type.UsualMinutes), LongMinutes = Said(type.LongMinutes), NoticeHours = Said(type.NoticeHours), BasePriority = Said(type.BasePriority),
        RequiredSkills = [.. type.RequiredSkills], UsefulSkills = [.. type.UsefulSkills], RequiredChecks = [.. type.RequiredChecks], FirstMeeting = type.FirstMeeting.ToString(),
        AutomaticValidation = type.AutomaticValidation, OneAtATime = type.OneAtATime, IsTrip = type.IsTrip, Synonyms = string.Join('\n', type.Synonyms),
    };

    /// <summary>A new one begins as its first level is, without its words.</summary>
    public static NeedFields Under(NeedTypeDefinition parent)
    {
        var fields = Of(parent);
        (fields.NameFr, fields.NameEn, fields.ShownFr, fields.ShownEn, fields.Description, fields.DescriptionEn, fields.Synonyms) = (null, null, null, null, null, null, null);
        return fields;
    }

    /// <returns>Null after a figure or a choice that cannot be read; the rest is checked by the document itself.</returns>
    public NeedTypeDefinition? Read(string code, ModelStateDictionary problems)
    {
        var type = new NeedTypeDefinition
        {
            Code = code,
            NameFr = Trimmed(NameFr), NameEn = Trimmed(NameEn),
            ShownFr = Trimmed(ShownFr) is { Length: > 0 } fr ? fr : Trimmed(NameFr), ShownEn = Trimmed(ShownEn) is { Length: > 0 } en ? en : Trimmed(NameEn),
            Description = Trimmed(Description), DescriptionEn = Trimmed(DescriptionEn) is { Length: > 0 } described ? described : null,
            UsualMinutes = Number(UsualMinutes, nameof(UsualMinutes), problems), LongMinutes = Number(LongMinutes, nameof(LongMinutes), problems),
            NoticeHours = Number(NoticeHours, nameof(NoticeHours), problems), BasePriority = Number(BasePriority, nameof(BasePriority), problems),
            RequiredSkills = RequiredSkills, UsefulSkills = [.. UsefulSkills.Except(RequiredSkills)], RequiredChecks = RequiredChecks,
            FirstMeeting = Meeting(problems), AutomaticValidation = AutomaticValidation, OneAtATime = OneAtATime, IsTrip = IsTrip,
            Synonyms = [.. (Synonyms ?? "").Split(['\n', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(s => s.ToLower(CultureInfo.GetCultureInfo("fr-FR"))).Distinct(StringComparer.Ordinal)],
        };
        return problems.IsValid ? type : null;
    }

    /// <summary>A mistake of the document at the field it comes from; null where it is none of this type's.</summary>
    public static (string Field, string Sentence)? PlaceOf(DocumentMistake mistake)
    {
        if (mistake is not DocumentMistake.OfNeeds { Mistake: var found } || found.Path.Split('.') is not ["$", var list, var member, ..]
            || !list.StartsWith("needTypes[", StringComparison.Ordinal)) return null;
        var name = member.Split('[')[0];
        var field = name switch { "fr" => nameof(NameFr), "en" => nameof(NameEn), "trip" => nameof(IsTrip), "code" => nameof(NameFr), _ => char.ToUpperInvariant(name[0]) + name[1..] };
        return ("Input." + field, (found with { Path = Words.Settings["Need_" + field] }).Sentence(CultureInfo.CurrentUICulture));
    }

    private FirstMeeting Meeting(ModelStateDictionary problems)
    {
        if (Enum.TryParse<FirstMeeting>(FirstMeeting, out var meeting) && Enum.IsDefined(meeting)) return meeting;
        problems.AddModelError("Input." + nameof(FirstMeeting), Words.Shared["Error_Choice"]);
        return default;
    }

    private static int Number(string? typed, string field, ModelStateDictionary problems)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        problems.AddModelError("Input." + field, Words.Settings["FieldProblem", Words.Settings["Need_" + field], Words.Shared["Error_Number"]]);
        return 0;
    }

    private static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Trimmed(string? text) => text?.Trim() ?? "";
}
