using Tisserand.App.Storage;

namespace Tisserand.App.Proposals;

public readonly record struct ProposalId(Guid Value) : IEntityId<ProposalId>
{
    public static ProposalId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct ValidationDecisionId(Guid Value) : IEntityId<ValidationDecisionId>
{
    public static ValidationDecisionId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
