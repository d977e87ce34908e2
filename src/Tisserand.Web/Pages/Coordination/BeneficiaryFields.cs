using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.People;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>The file of a person who is helped, as typed.</summary>
public sealed class BeneficiaryFields
{
    public PersonFields Person { get; set; } = new();
    public bool LivesAlone { get; set; }
    public bool HasRelativesNear { get; set; }
    public string? RequiresLanguage { get; set; }
    public string? RequiresSex { get; set; }
    public bool RequiresNoAnimal { get; set; }
    public bool WishesSameFace { get; set; }
    public List<string> LikesToSpeak { get; set; } = [];
    public List<string> Interests { get; set; } = [];
    public List<string> PracticalNeeds { get; set; } = [];
    public bool PracticalNeedsAgreed { get; set; }
    public string? DoorCode { get; set; }

    public static BeneficiaryFields Of(Beneficiary who) => new()
    {
        Person = PersonFields.Of(who.Person), LivesAlone = who.LivesAlone, HasRelativesNear = who.HasRelativesNear, RequiresLanguage = who.RequiresLanguage,
        RequiresSex = who.RequiresSex == Sex.Unknown ? null : who.RequiresSex.ToString(), RequiresNoAnimal = who.RequiresNoAnimal, WishesSameFace = who.WishesSameFace,
        LikesToSpeak = [.. who.LikesToSpeak], Interests = [.. who.Interests], PracticalNeeds = [.. who.PracticalNeeds], PracticalNeedsAgreed = who.PracticalNeeds.Count > 0, DoorCode = who.DoorCode,
    };

    public BeneficiaryForm Read(Beneficiary known, LocalDate today, ModelStateDictionary problems) => new()
    {
        Person = Person.Read(known.Person, today, problems), LivesAlone = LivesAlone, HasRelativesNear = HasRelativesNear, RequiresLanguage = RequiresLanguage,
        RequiresSex = Enum.TryParse<Sex>(RequiresSex, out var sex) ? sex : Sex.Unknown, RequiresNoAnimal = RequiresNoAnimal, WishesSameFace = WishesSameFace,
        LikesToSpeak = LikesToSpeak, Interests = Interests, PracticalNeeds = PracticalNeeds, PracticalNeedsAgreed = PracticalNeedsAgreed, DoorCode = DoorCode,
    };
}
