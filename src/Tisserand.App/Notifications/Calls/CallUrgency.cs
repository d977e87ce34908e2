using NodaTime;

namespace Tisserand.App.Notifications.Calls;

/// <summary>What a call not made would cost. The list is worked from the top.</summary>
public enum CallHarm
{
    /// <summary>Somebody would travel or wait for nothing, today or tomorrow.</summary>
    ForNothing,
    /// <summary>A visit of the next two days would stay without somebody, or her without the address.</summary>
    NobodyComes,
    /// <summary>A place to fill, or an answer to give.</summary>
    Answer,
    /// <summary>Good to know: agreed, reminded.</summary>
    News,
    /// <summary>How it went, whether to go on.</summary>
    Afterwards,
}

/// <summary>Orders calls by harm.</summary>
public static class CallUrgency
{
    private static readonly Duration Soon = Duration.FromHours(48);

    /// <param name="kind">What is to be said.</param>
    /// <param name="at">Start of the visit or request it is about.</param>
    /// <param name="now">The instant of the look.</param>
    public static CallHarm Of(MessageKind kind, Instant? at, Instant now)
    {
        var soon = at is { } start && start - now < Soon;
        return kind switch
        {
            MessageKind.VisitCancelledToVolunteer or MessageKind.VisitCancelledToBeneficiary or MessageKind.DayCalledOff or MessageKind.VisitChanged
                or MessageKind.OtherLegCancelled or MessageKind.OverrunWarning or MessageKind.Correction => soon ? CallHarm.ForNothing : CallHarm.Answer,
            MessageKind.Solicitation or MessageKind.AddressDisclosure or MessageKind.ReplacementFound or MessageKind.VisitAgreedVolunteer => soon ? CallHarm.NobodyComes : CallHarm.Answer,
            MessageKind.AfterVisitVolunteer or MessageKind.AfterVisitBeneficiary or MessageKind.SeriesReview or MessageKind.Welcome => CallHarm.Afterwards,
            MessageKind.RequestUnmet or MessageKind.UnclearReply or MessageKind.CoordinatorAlert or MessageKind.PauseReturnQuestion
                or MessageKind.NoLongerPossible or MessageKind.PlaceTaken or MessageKind.RequestReceived or MessageKind.StopConfirmed => CallHarm.Answer,
            _ => CallHarm.News,
        };
    }
}
