using Tisserand.App.Storage;

namespace Tisserand.App.Accounts;

public readonly record struct AccountId(Guid Value) : IEntityId<AccountId>
{
    public static AccountId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct SignInTokenId(Guid Value) : IEntityId<SignInTokenId>
{
    public static SignInTokenId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
