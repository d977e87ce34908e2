using NodaTime;
using Tisserand.App.Volunteers;
using Tisserand.France;

namespace Tisserand.App.Requests;

/// <summary>The transitions of a request. No clock, no database: illegal ones return false and change nothing.</summary>
public sealed partial class HelpRequest
{
    public void Says(string? text, string? strangerContact)
    {
        Text = text;
        StrangerContact = strangerContact;
    }

    /// <summary>The call showed that another kind of help is needed; only while it is a draft.</summary>
    public void IsOfType(string needType)
    {
        if (State != RequestState.Draft) return;
        NeedType = needType;
        Bump();
    }

    public void BelongsTo(Beneficiaries.Beneficiary beneficiary)
    {
        Beneficiary = beneficiary;
        BeneficiaryId = beneficiary.Id;
        TerritoryId = beneficiary.TerritoryId;
        StrangerContact = null;
        Bump();
    }

    /// <exception cref="ArgumentException">The span is reversed or the durations are not positive.</exception>
    public void Takes(Instant earliest, Instant latest, Instant? appointment, int usualMinutes, int bookedMinutes, int noticeMinutes)
    {
        if (latest < earliest) throw new ArgumentException("The latest start lies before the earliest.", nameof(latest));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(usualMinutes);
        ArgumentOutOfRangeException.ThrowIfLessThan(bookedMinutes, usualMinutes);
        EarliestStart = earliest;
        LatestStart = latest;
        AppointmentAt = appointment;
        UsualMinutes = usualMinutes;
        BookedMinutes = bookedMinutes;
        NoticeMinutes = noticeMinutes;
        Bump();
    }

    public void Happens(Place at, string? street, string? destinationInsee, string? destinationAddress, TripKind trip, HelpRequestId? otherLeg)
    {
        PlaceInsee = at.Insee;
        PlacePoint = at.Street;
        PlaceStreet = street;
        DestinationInsee = destinationInsee;
        DestinationAddress = destinationAddress;
        Trip = trip;
        OtherLegId = otherLeg;
        Bump();
    }

    public void Wants(int people, bool urgent, bool oneAtATime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, Math.Max(1, PlacesTaken));
        People = people;
        IsUrgent = urgent;
        OneAtATime = oneAtATime;
        Bump();
    }

    /// <summary>More people than said yes: it is open again; as many: it is matched.</summary>
    public void PeopleMayHaveChanged(Instant now)
    {
        if (State == RequestState.Matched && HasFreePlace)
        {
            State = RequestState.Open;
            MatchedAt = null;
            NextStepAt = now;
        }
        else if (State == RequestState.Open && !HasFreePlace)
        {
            State = RequestState.Matched;
            MatchedAt = now;
            NextStepAt = null;
        }
    }

    public void OccursIn(RecurringNeedId series, LocalDate day, VolunteerId? askFirst)
    {
        RecurringNeedId = series;
        OccurrenceDate = day;
        AskFirst = askFirst;
    }

    /// <summary>A person has confirmed the need: it can be served.</summary>
    public bool Open(Instant now)
    {
        if (State != RequestState.Draft || BeneficiaryId is null) return false;
        State = RequestState.Open;
        WaitingSince = now;
        NextStepAt = now;
        Bump();
        return true;
    }

    /// <summary>Takes one place, only while the request is open and has one. The check constraint says it again.</summary>
    public bool TryTakePlace(Instant now)
    {
        if (State != RequestState.Open || !HasFreePlace) return false;
        PlacesTaken++;
        if (!HasFreePlace)
        {
            State = RequestState.Matched;
            MatchedAt = now;
            NextStepAt = null;
        }
        else
        {
            NextStepAt = now;
        }

        Bump();
        return true;
    }

    /// <summary>A volunteer's cancellation gives her place back; the request waits again, with a higher priority.</summary>
    public bool GiveBackPlace(Instant now)
    {
        if (State is not (RequestState.Open or RequestState.Matched) || PlacesTaken == 0) return false;
        PlacesTaken--;
        State = RequestState.Open;
        MatchedAt = null;
        TimesReopened++;
        WaitingSince = now;
        ValidatedAt = null;
        GraceEndsAt = null;
        NextStepAt = now;
        Bump();
        return true;
    }

    /// <summary>The need moved to another time or place: those asked may be asked again.</summary>
    public void NeedChanged(Instant now)
    {
        NeedChangedAt = now;
        ValidatedAt = null;
        GraceEndsAt = null;
        NextStepAt = State == RequestState.Open ? now : null;
        Bump();
    }

    public bool Validate(Instant now, Instant? graceEnds)
    {
        if (State != RequestState.Open) return false;
        ValidatedAt = now;
        GraceEndsAt = graceEnds;
        NextStepAt = graceEnds ?? now;
        Bump();
        return true;
    }

    /// <summary>Stops an automatic validation during its grace delay.</summary>
    public bool StopValidation()
    {
        if (State != RequestState.Open || ValidatedAt is null) return false;
        ValidatedAt = null;
        GraceEndsAt = null;
        NextStepAt = null;
        Bump();
        return true;
    }

    /// <summary>The list is exhausted or enlarged: it comes back to be validated.</summary>
    public void ComesBackToValidate()
    {
        ValidatedAt = null;
        GraceEndsAt = null;
        NextStepAt = null;
        Bump();
    }

    public void LookAgainAt(Instant? at)
    {
        NextStepAt = at;
        Bump();
    }

    public bool End(RequestState end, EndReason reason, string? note, Instant now)
    {
        var allowed = (State, end) switch
        {
            (RequestState.Draft, RequestState.Cancelled) => true,
            (RequestState.Open, RequestState.Unmet or RequestState.Cancelled) => true,
            (RequestState.Open, RequestState.Done or RequestState.NotDone) => PlacesTaken > 0,
            (RequestState.Matched, RequestState.Done or RequestState.NotDone or RequestState.Cancelled) => true,
            _ => false,
        };
        if (!allowed) return false;
        State = end;
        EndReason = reason;
        EndNote = note;
        ClosedAt = now;
        NextStepAt = null;
        Bump();
        return true;
    }

    /// <summary>It had been counted as done, and was not.</summary>
    public bool WasNotDone(Instant now)
    {
        if (State != RequestState.Done) return false;
        State = RequestState.NotDone;
        ClosedAt = now;
        Bump();
        return true;
    }

    /// <summary>A coordinator takes back what she ended by a slip, while its time has not passed.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="placesKept">Visits that stand again with it.</param>
    public bool Resume(Instant now, int placesKept = 0)
    {
        if (!MayResume(now)) return false;
        PlacesTaken = placesKept;
        State = IsUnconfirmed ? RequestState.Draft : HasFreePlace ? RequestState.Open : RequestState.Matched;
        EndReason = EndReason.None;
        EndNote = null;
        ClosedAt = null;
        WaitingSince = now;
        ValidatedAt = null;
        GraceEndsAt = null;
        NextStepAt = State == RequestState.Open ? now : null;
        Bump();
        return true;
    }

    public bool MayResume(Instant now) => State is RequestState.Cancelled or RequestState.Unmet && LatestStart > now;

    /// <summary>What was typed on the public site stands until somebody has spoken with her.</summary>
    private bool IsUnconfirmed => StrangerContact is not null || BeneficiaryId is null;

    /// <summary>It ended, and nobody comes any more.</summary>
    public void FreesEveryPlace()
    {
        PlacesTaken = 0;
        Bump();
    }

    /// <summary>This volunteer is asked before all others, and alone.</summary>
    public void AsksFirst(VolunteerId? volunteer)
    {
        AskFirst = volunteer;
        Bump();
    }

    public bool IsAlive => State is RequestState.Draft or RequestState.Open or RequestState.Matched;

    public void Bump() => Version++;
}
