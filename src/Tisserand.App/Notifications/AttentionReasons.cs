namespace Tisserand.App.Notifications;

/// <summary>Codes of what waits for whoever is on duty. Stored: codes may be added, never changed.</summary>
public static partial class AttentionReasons
{
    public const string DraftToCall = "draft_to_call";
    public const string DraftStale = "draft_stale";
    public const string OtherLegCancelled = "other_leg_cancelled";
    public const string VisitWithoutVolunteer = "visit_without_volunteer";
    public const string VisitToReconfirm = "visit_to_reconfirm";
    public const string RequestTimePassed = "request_time_passed";
    public const string PauseReturn = "pause_return";
    public const string DeathToTell = "death_to_tell";
    public const string AbsenceReplacements = "absence_replacements";
    public const string SeriesReview = "series_review";
    public const string SeriesStopWished = "series_stop_wished";
}
