using Tisserand.App.Accounts;

namespace Tisserand.App.Tests.Accounts;

public sealed class Choosing_a_password
{
    [Theory]
    [InlineData("cheval batterie agrafe juste")]
    [InlineData("Ty8!mare-Quo2")]
    [InlineData("le chat de la voisine dort")]
    public void Long_or_rich_will_do(string password) => Assert.Null(PasswordRules.Check(password, "anne@exemple.fr"));

    [Theory]
    [InlineData("Ty8!mare", PasswordProblem.TooShort)]
    [InlineData("chevalbatter1", PasswordProblem.TooShort)]
    [InlineData("motdepasse12345", PasswordProblem.TooCommon)]
    [InlineData("Azertyuiop123!", PasswordProblem.TooCommon)]
    [InlineData("BonjourBonjour2026", PasswordProblem.TooCommon)]
    [InlineData("12345678901234", PasswordProblem.TooCommon)]
    [InlineData("aaaaaaaabbbbbbbb", PasswordProblem.TooCommon)]
    [InlineData("anne.lebrun1234!", PasswordProblem.LikeTheAddress)]
    public void What_others_guess_first_will_not(string password, PasswordProblem problem) =>
        Assert.Equal(problem, PasswordRules.Check(password, "anne.lebrun@exemple.fr"));

    [Fact]
    public void An_endless_one_is_refused_before_it_is_hashed() =>
        Assert.NotNull(PasswordRules.Check(new string('x', 10_000) + "Ab1!", "anne@exemple.fr"));
}
