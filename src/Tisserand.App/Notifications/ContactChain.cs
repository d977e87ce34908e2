using Tisserand.App.People;

namespace Tisserand.App.Notifications;

/// <summary>How one person is reached: her own channels in her order, and at last a human voice, or a letter to whoever is only written to.</summary>
public static class ContactChain
{
    /// <summary>What concerns a danger goes by every way a machine knows, whatever she prefers else.</summary>
    private static readonly string[] Written = ["sms", "email"];

    /// <returns>At least one channel; each once. A call without any number has no address: somebody has to find one.</returns>
    /// <param name="person">With her contacts.</param>
    /// <param name="kind">STOP is confirmed, and a code sent, by the very channel she used.</param>
    public static IReadOnlyList<(MessageChannel Channel, string? Address)> Of(Person person, MessageKind? kind = null)
    {
        var chain = new List<(MessageChannel Channel, string? Address)>();
        var noSms = WishesNoSms(person, kind);
        var number = person.Contacts.FirstOrDefault(c => c.Kind != ContactKind.Email)?.Value;
        foreach (var channel in kind is MessageKind.DangerAnswer or MessageKind.DangerAlert ? Written : person.Channels)
        {
            switch (channel)
            {
                case "sms" when !noSms && First(person, ContactKind.Mobile) is { } mobile: Add(MessageChannel.Sms, mobile); break;
                case "email" when First(person, ContactKind.Email) is { } email: Add(MessageChannel.Email, email); break;
                case "call" when !person.InWritingOnly && number is not null: Add(MessageChannel.Call, number); break;
                case "letter": Add(MessageChannel.Letter, null); break;
            }
        }

        if (person.InWritingOnly) Add(MessageChannel.Letter, null);
        else Add(MessageChannel.Call, number);
        return chain;

        void Add(MessageChannel channel, string? address)
        {
            if (!chain.Exists(c => c.Channel == channel)) chain.Add((channel, address));
        }
    }

    /// <summary>The address of a channel a machine carries, whatever her order; null where she has none, or wishes no text messages.</summary>
    public static string? AddressFor(Person person, MessageChannel channel, MessageKind kind) => channel switch
    {
        MessageChannel.Sms => WishesNoSms(person, kind) ? null : First(person, ContactKind.Mobile),
        MessageChannel.Email => First(person, ContactKind.Email),
        _ => null,
    };

    private static bool WishesNoSms(Person person, MessageKind? kind) =>
        person.NoSms && kind is not (MessageKind.StopConfirmed or MessageKind.SignInCode or MessageKind.DangerAnswer);

    private static string? First(Person person, ContactKind kind) => person.Contacts.FirstOrDefault(c => c.Kind == kind)?.Value;
}
