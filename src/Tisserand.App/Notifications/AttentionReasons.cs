using System.Globalization;
using System.Resources;
using Tisserand.Matching.Solicitation;

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

    public const string PersonWithoutNumber = "person_without_number";
    public const string MessageUndelivered = "message_undelivered";
    public const string CallUnanswered = "call_unanswered";
    public const string ReplyToRead = "reply_to_read";
    public const string StopWritten = "stop_written";
    public const string ClosedDoor = "closed_door";
    public const string VisitNotDone = "visit_not_done";
    public const string VisitDisputed = "visit_disputed";
    public const string NotAgain = "not_again";
    public const string FirstMeetingToAccompany = "first_meeting_to_accompany";
    public const string FirstMeetingToCall = "first_meeting_to_call";
    public const string PoorRating = "poor_rating";
    public const string CandidateToMeet = "candidate_to_meet";

    public const string Danger = "danger";

    public const string NobodyFound = "nobody_found";
    public const string SolicitationDoubtful = "solicitation_doubtful";
    public const string SolicitationExhausted = "solicitation_exhausted";
    public const string SolicitationAsleep = "solicitation_asleep";
    public const string SolicitationTooLate = "solicitation_too_late";

    private static readonly ResourceManager Sentences = new("Tisserand.App.Notifications.Texts.AttentionReasons", typeof(AttentionReasons).Assembly);

    /// <summary>The code of a reason for which solicitation calls a coordinator in.</summary>
    public static string Of(CoordinatorReason reason) => reason switch
    {
        CoordinatorReason.LowConfidence => SolicitationDoubtful,
        CoordinatorReason.ListExhausted => SolicitationExhausted,
        CoordinatorReason.QuietUntilDeadline => SolicitationAsleep,
        CoordinatorReason.DeadlinePassed => SolicitationTooLate,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What waits, in the reader's language, without a final stop.</summary>
    public static string Sentence(string code, CultureInfo language) => Sentences.GetString(code, language)
        ?? throw new MissingManifestResourceException($"No sentence {code} for {language.Name}.");
}
