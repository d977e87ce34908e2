using Tisserand.App.Beneficiaries;
using Tisserand.App.Visits;

namespace Tisserand.App.Requests.Series;

/// <summary>« OUI 912 »: numbers of questions that are not about one proposal. They lie above those of proposals, and each is asked of
/// one person, who has few of them.</summary>
public static class QuestionNumbers
{
    private const int Visits = 700, Pauses = 800, Series = 900;

    /// <summary>700 to 799.</summary>
    public static int Of(VisitId visit) => Visits + Last(visit.Value);

    /// <summary>800 to 899.</summary>
    public static int Of(BeneficiaryPauseId pause) => Pauses + Last(pause.Value);

    /// <summary>900 to 999.</summary>
    public static int Of(RecurringNeedId series) => Series + Last(series.Value);

    private static int Last(Guid id) => id.ToByteArray(bigEndian: true)[^1] % 100;
}
