using CsCheck;
using NodaTime;
using Tisserand.Matching.Solicitation;
using static Tisserand.Matching.Tests.Asking.Redon;

namespace Tisserand.Matching.Tests.Asking;

/// <summary>Laws of solicitation, over requests lived through to their end with people who answer as they like.</summary>
public sealed class Any_request_lived_through
{
    /// <summary>A request, and how each person of its list answers once asked.</summary>
    private sealed record Life(SolicitationState Request, SolicitationOptions Options, IReadOnlyList<(Answer Says, int AfterMinutes)> Answers);

    private static readonly WakingHours?[] Choices =
        [null, null, EveryDay, WakingHours.Daily(new(new(6, 0), new(9, 0), true, true, false), Paris, IsHoliday)];

    private static readonly Gen<ListedVolunteer> Listed =
        from chance in Gen.Double[0, 1]
        from tie in Gen.Frequency((4, Tie.None), (1, Tie.Known), (1, Tie.Regular))
        from urgent in Gen.Bool
        from alone in Gen.Frequency((12, false), (1, true))
        from hours in Gen.Int[0, Choices.Length - 1]
        from recent in Gen.Int[60, 40 * 1440].List[0, 8]
        from past in Gen.Frequency((6, Answer.None), (1, Answer.Silent), (1, Answer.No), (1, Answer.LateYes))
        from pastMinutes in Gen.Int[10, 6 * 1440]
        select new ListedVolunteer
        {
            Volunteer = default, Rank = 0, ChanceOfYes = new(chance), Tie = tie, UrgentWelcome = urgent, AskAlone = alone, OwnHours = Choices[hours],
            RecentAsks = [.. recent.Select(m => Origin - Duration.FromMinutes(m))], Answer = past,
            AskedAt = past == Answer.None ? null : Origin - Duration.FromMinutes(pastMinutes),
            AnsweredAt = past == Answer.None ? null : Origin - Duration.FromMinutes(pastMinutes / 2),
        };

    private static Instant Origin { get; } = At("2026-10-23 00:00");                     // summer time ends on the 25th, All Saints is a Sunday

    private static readonly Gen<Life> Lives =
        from people in Listed.List[0, 14]
        from answers in Gen.Select(Gen.Frequency((3, Answer.No), (4, Answer.Silent), (1, Answer.Yes)), Gen.Int[1, 2000]).List[14, 14]
        from start in Gen.Int[0, 9 * 1440]
        from minutes in Gen.Frequency((1, Gen.Int[-60, 300]), (2, Gen.Int[300, 4000]), (2, Gen.Int[4000, 18000]))
        from places in Gen.Frequency((5, 1), (1, 2), (1, 3))
        from flags in Gen.Int[0, 15]
        from changed in Gen.Int[0, 7 * 1440]
        from reopened in Gen.Int[0, 3 * 1440]
        let now = Origin + Duration.FromMinutes(start)
        select new Life(new SolicitationState
        {
            Now = now, Deadline = now + Duration.FromMinutes(minutes), VisitStart = now + Duration.FromMinutes(minutes + 120), FreePlaces = places,
            IsUrgent = (flags & 1) > 0, OneAtATime = (flags & 2) > 0 && (flags & 4) > 0, NeedChangedAt = now - Duration.FromMinutes(changed),
            ReopenedAt = (flags & 8) > 0 ? now - Duration.FromMinutes(reopened) : null, Hours = Usual,
            List = [.. people.Select((p, i) => p with { Volunteer = Id(i + 1), Rank = i / 2 })],       // ranks tie, two by two
        }, SolicitationOptions.Default with { LikeliestFirst = flags == 5 }, answers);

    [Fact]
    public void Ends_with_a_yes_a_coordinator_or_the_deadline_and_time_moves_on() => Lives.Sample(life =>
    {
        var end = Live(life, (state, step) =>
        {
            var look = Look(step);
            Assert.True(look is null || (look > state.Now && look <= state.Deadline), $"{state.Now}: {step.Say()}");
        });
        Assert.True(end.FreePlaces == 0 || Next(end, life.Options) is SolicitationStep.CallCoordinator { Meanwhile: null });
    });

    [Fact]
    public void Asks_nobody_in_her_quiet_hours_or_after_the_deadline() => EachQuestion((state, who, _) =>
    {
        Assert.True(IsAwake(who, state.Now), $"{who.Rank} sleeps at {Local(state.Now)}");
        Assert.True(state.Now < state.Deadline);
    });

    [Fact]
    public void Asks_nobody_beyond_her_budget_and_counts_every_exception() => EachQuestion((state, who, outside) =>
    {
        Assert.Equal(who.Tie == Tie.Regular ? BudgetException.OwnRegular
            : state.IsUrgent && who.UrgentWelcome ? BudgetException.UrgentWelcome : null, outside);
        if (outside is not null) return;
        Assert.True(who.RecentAsks.Count(asked => state.Now - asked < Duration.FromDays(7)) < 2);
        Assert.True(who.RecentAsks.Count(asked => state.Now - asked < Duration.FromDays(30)) < 6);
    });

    [Fact]
    public void Asks_nobody_who_said_no_nor_twice_for_an_unchanged_need() => EachQuestion((state, who, _) =>
    {
        if (!(who.AskedAt >= state.NeedChangedAt)) return;
        Assert.True(who.AskedAt < state.ReopenedAt, "asked already");
        Assert.NotEqual(Answer.No, who.Answer);
        Assert.NotEqual(Answer.Yes, who.Answer);
    });

    [Fact]
    public void Awaits_no_more_answers_than_are_wanted() => Lives.Sample(life => Live(life, (state, step) =>
    {
        if (step.Asked() is not { Count: > 0 } asked) return;
        var waiting = state.List.Where(v => Awaited(state, v)).Select(v => v.ChanceOfYes).ToList();
        var alone = state.List.Any(v => asked.Any(q => q.Volunteer == v.Volunteer) && v.AskAlone);
        var chances = asked.Select(q => state.List.Single(v => v.Volunteer == q.Volunteer).ChanceOfYes).ToList();
        var most = state.OneAtATime ? 1 : (state.Deadline - state.Now > Duration.FromDays(3) ? 5 : 7) + state.FreePlaces - 1;
        Assert.True(waiting.Count + asked.Count <= most, "more than may be awaited at once");
        if (alone) Assert.Single(asked);
        else Assert.True(Waves.ChanceOfEnough([.. waiting, .. chances.SkipLast(1)], state.FreePlaces).Value < 0.9, "one fewer was enough");
    }));

    [Fact]
    public void Looking_again_at_once_asks_nobody_more() => Lives.Sample(life => Live(life, (state, step) =>
        Assert.Empty(Next(state.After(step), life.Options).Asked())));

    [Fact]
    public void The_next_look_is_no_sooner_than_needed() => Lives.Sample(life => Live(life, (state, step) =>
    {
        // Until the look that was named, looking at any instant asks nobody: nothing is missed by sleeping.
        if (Look(step) is not { } look) return;
        var after = state.After(step);
        for (var sixth = 1; sixth < 6; sixth++)
            Assert.Empty(Next(after with { Now = state.Now + (look - state.Now) * sixth / 6 }, life.Options).Asked());
    }));

    [Fact]
    public void The_order_in_which_the_list_is_handed_in_changes_nothing() => Gen.Select(Lives, Gen.Int).Sample((life, seed) =>
    {
        var shuffled = life.Request with { List = [.. life.Request.List.OrderBy(v => (uint)(v.Volunteer.GetHashCode() * 31 + seed) * 2654435761u)] };
        var (one, other) = (Next(life.Request, life.Options), Next(shuffled, life.Options));
        Assert.Equal(one.Say(), other.Say());
        Assert.Equal(one.Silent, other.Silent);
    });

    [Fact]
    public void Everybody_asked_when_nobody_answers_was_foreseen() => Lives.Sample(life =>
    {
        var waiting = life.Request.List.Where(v => Awaited(life.Request, v)).Select(v => v.Volunteer).ToList();
        List<Guid> asked = [];
        Live(life with { Answers = [.. life.Answers.Select(_ => (Answer.Silent, int.MaxValue / 2))] },
            (_, step) => asked.AddRange(step.Asked().Select(q => q.Volunteer)));
        Assert.Equal(Matching.Solicitation.Solicitation.StillPossible(life.Request, life.Options).Order(), waiting.Concat(asked).Order());
    });

    [Fact]
    public void One_week_later_everything_happens_one_week_later() => Lives.Sample(life =>
    {
        var week = Duration.FromDays(7);
        var state = Shift(life.Request, At("2026-02-02 00:00") - Origin);                  // weeks without holidays or a change of hour
        var (one, other) = (Next(state, life.Options), Next(Shift(state, week), life.Options));
        Assert.Equal(one.Asked(), other.Asked());
        Assert.Equal(Look(one) + week, Look(other));
    });

    private static void EachQuestion(Action<SolicitationState, ListedVolunteer, BudgetException?> holds) => Lives.Sample(life => Live(life, (state, step) =>
    {
        foreach (var question in step.Asked()) holds(state, state.List.Single(v => v.Volunteer == question.Volunteer), question.Outside);
    }));

    /// <summary>Lives on from look to look and from answer to answer, until nothing goes on; returns the last state.</summary>
    private static SolicitationState Live(Life life, Action<SolicitationState, SolicitationStep> each)
    {
        var state = life.Request;
        for (var steps = 0; ; steps++)
        {
            Assert.True(steps < 500, "it never ends");
            var step = Next(state, life.Options);
            each(state, step);
            if (Look(step) is not { } look) return state;

            state = state.After(step);
            var (next, _) = state.List.Where(v => v.Answer == Answer.None && v.AskedAt >= life.Request.Now)
                .Select(v => (At: AnswersAt(life, v), v.Rank)).Where(a => a.At > state.Now).DefaultIfEmpty((look, 0)).Min();
            state = Hear(life, state with { Now = Instant.Min(look, next) });
            if (state.FreePlaces == 0) return state;
        }
    }

    private static SolicitationState Hear(Life life, SolicitationState state)
    {
        foreach (var who in state.List.Where(v => v.Answer == Answer.None && v.AskedAt >= life.Request.Now && AnswersAt(life, v) <= state.Now))
        {
            var (says, _) = life.Answers[Rank(who.Volunteer) - 1];
            if (says == Answer.Silent || state.FreePlaces == 0) continue;
            state = state with
            {
                FreePlaces = state.FreePlaces - (says == Answer.Yes ? 1 : 0),
                List = [.. state.List.Select(v => v.Volunteer == who.Volunteer ? v with { Answer = says, AnsweredAt = state.Now } : v)],
            };
        }

        return state;
    }

    private static Instant AnswersAt(Life life, ListedVolunteer who)
    {
        var (says, after) = life.Answers[Rank(who.Volunteer) - 1];
        return says == Answer.Silent ? Instant.MaxValue : who.AskedAt!.Value + Duration.FromMinutes(after);
    }

    private static Instant? Look(SolicitationStep? step) => step switch
    {
        SolicitationStep.Ask ask => ask.NextLookAt,
        SolicitationStep.Wait wait => wait.Until,
        SolicitationStep.CallCoordinator call => Look(call.Meanwhile),
        _ => null,
    };

    private static bool Awaited(SolicitationState state, ListedVolunteer who)
    {
        if (!(who.AskedAt >= state.NeedChangedAt) || who.Answer != Answer.None) return false;
        var hours = who.OwnHours ?? Usual;
        var left = hours.WakingTimeBetween(who.AskedAt.Value, state.Deadline);
        var patience = new[] { left / 3, Duration.FromMinutes(45), Duration.FromHours(24) }.Order().ElementAt(1);
        var silent = hours.AddWaking(who.AskedAt.Value, Duration.Min(patience, left))!.Value;
        return state.Now < Instant.Max(silent, who.AskedAt.Value + Duration.FromMinutes(45));
    }

    private static bool IsAwake(ListedVolunteer who, Instant at)
    {
        var local = at.InZone(Paris);
        var time = local.TimeOfDay;
        if (who.OwnHours == EveryDay) return time >= new LocalTime(8, 30) && time < new LocalTime(20, 30);
        if (IsHoliday(local.Date)) return false;
        if (who.OwnHours is not null) return time >= new LocalTime(6, 0) && time < new LocalTime(9, 0);
        return local.DayOfWeek != IsoDayOfWeek.Sunday && time >= new LocalTime(8, 30) && time < new LocalTime(20, 30);
    }

    private static SolicitationState Shift(SolicitationState state, Duration by) => state with
    {
        Now = state.Now + by,
        Deadline = state.Deadline + by,
        VisitStart = state.VisitStart + by,
        NeedChangedAt = state.NeedChangedAt + by,
        ReopenedAt = state.ReopenedAt + by,
        List = [.. state.List.Select(v => v with
        {
            AskedAt = v.AskedAt + by, AnsweredAt = v.AnsweredAt + by, RecentAsks = [.. v.RecentAsks.Select(asked => asked + by)],
        })],
    };
}
