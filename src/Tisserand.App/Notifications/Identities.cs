using Tisserand.App.Storage;

namespace Tisserand.App.Notifications;

public readonly record struct OutgoingMessageId(Guid Value) : IEntityId<OutgoingMessageId>
{
    public static OutgoingMessageId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct IncomingMessageId(Guid Value) : IEntityId<IncomingMessageId>
{
    public static IncomingMessageId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct AttentionItemId(Guid Value) : IEntityId<AttentionItemId>
{
    public static AttentionItemId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
