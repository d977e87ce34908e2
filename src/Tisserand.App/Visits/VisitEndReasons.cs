namespace Tisserand.App.Visits;

/// <summary>Why a visit was cancelled. Stored: codes may be added, never changed.</summary>
public static class VisitEndReasons
{
    public const string Volunteer = "volunteer";
    public const string Absence = "absence";
    public const string Beneficiary = "beneficiary";
    public const string Pause = "pause";
    public const string Moved = "moved";
    public const string DayCalledOff = "day_called_off";
    public const string Death = "death";
    public const string Left = "left";
    public const string SeriesEnded = "series_ended";
}
