using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.Safety;

namespace Tisserand.App.Tests.Safety;

public sealed class Climbing_the_ladder
{
    private static readonly AccountId Claire = new(Guid.NewGuid()), Malo = new(Guid.NewGuid());
    private static readonly LadderOptions Options = LadderOptions.Shipped;

    [Fact]
    public void Each_is_called_in_turn_and_has_her_minutes() =>
        Assert.Equal([new LadderStep.Call(Claire, Options.Step), new LadderStep.Call(Malo, Options.Step)],
            [LadderStep.Next([Claire, Malo], [], 0, Options), LadderStep.Next([Claire, Malo], [Claire], 0, Options)]);

    [Fact]
    public void Nobody_answers_and_it_begins_again_less_and_less_often_but_never_ends() =>
        Assert.Equal([15, 30, 60, 60], new[] { 0, 1, 2, 40 }.Select(rounds => (int)Assert.IsType<LadderStep.BeginAgain>(LadderStep.Next([Claire], [Claire], rounds, Options)).After.TotalMinutes));

    [Fact]
    public void Somebody_who_comes_on_duty_meanwhile_is_called_next() =>
        Assert.Equal(Malo, Assert.IsType<LadderStep.Call>(LadderStep.Next([Malo, Claire], [Claire], 0, Options)).Who);

    [Fact]
    public void Without_anybody_it_looks_again_later() => Assert.IsType<LadderStep.Nobody>(LadderStep.Next([], [], 0, Options));
}
