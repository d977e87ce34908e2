namespace Tisserand.App.Privacy;

/// <summary>The shipped periods (CNIL délibérations 2021-028 and 2023-095, guide du recrutement 2023); a cooperative may shorten them.</summary>
public static class RetentionPeriods
{
    public static string InFrench(Retention retention) => retention switch
    {
        Retention.PersonFile => "deux ans après le dernier contact",
        Retention.RequestYear => "douze mois après la fin de la demande",
        Retention.MessageBody => "six mois",
        Retention.EndOfPairing => "jusqu’à la fin du binôme",
        Retention.AccountLife => "tant que le compte existe",
        Retention.SignInDay => "vingt-quatre heures",
        Retention.AuditYear => "douze mois",
        Retention.CheckValidity => "jusqu’à la fin de validité",
        Retention.NinetyDays => "quatre-vingt-dix jours après la visite ou la fin de la demande",
        _ => throw new ArgumentOutOfRangeException(nameof(retention)),
    };
}
