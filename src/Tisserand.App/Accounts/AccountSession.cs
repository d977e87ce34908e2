using Tisserand.App.Territories;

namespace Tisserand.App.Accounts;

/// <summary>An account that has proved who it is: what its session holds.</summary>
/// <param name="Stamp">Changes when all sessions must end.</param>
public sealed record AccountSession(AccountId Account, Role Role, IReadOnlyList<TerritoryId> Territories, string Stamp)
{
    internal static AccountSession Of(Account account) => new(account.Id, account.Role, account.Territories, account.SecurityStamp);
}
