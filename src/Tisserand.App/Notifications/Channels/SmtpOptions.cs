using System.Globalization;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Tisserand.App.Notifications.Channels;

public enum SmtpSecurity
{
    /// <summary>Begins in clear and must turn to TLS before anything is said (port 587).</summary>
    StartTls,
    /// <summary>TLS from the first byte (port 465).</summary>
    Tls,
    /// <summary>In clear: a relay on the same machine only.</summary>
    None,
}

/// <summary>The mail server of the installation. Never printed: it holds a password.</summary>
public sealed class SmtpOptions
{
    public required string Host { get; init; }

    public int Port { get; init; } = 587;

    public SmtpSecurity Security { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Address messages come from; its domain also names their identities.</summary>
    public required MailboxAddress From { get; init; }

    /// <summary>Where answers go; null = <see cref="From"/>.</summary>
    public MailboxAddress? ReplyTo { get; init; }

    /// <summary>Wait before the connection is tried again within one try.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    public override string ToString() => $"{Host}:{Port}";

    /// <summary>Reads <c>TISSERAND_SMTP_HOST</c>, <c>_PORT</c>, <c>_SECURITY</c> (starttls, tls, none), <c>_USER</c>, <c>_PASSWORD</c>,
    /// <c>_FROM</c> and <c>_REPLY_TO</c>; null when no host is set.</summary>
    /// <exception cref="FormatException">A value cannot be used; the message names the setting, never its content.</exception>
    public static SmtpOptions? Read(IConfiguration settings)
    {
        string? Of(string name) => settings["TISSERAND_SMTP_" + name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
        if (Of("HOST") is not { } host) return null;
        var security = Of("SECURITY")?.ToUpperInvariant() switch
        {
            null or "STARTTLS" => SmtpSecurity.StartTls,
            "TLS" => SmtpSecurity.Tls,
            "NONE" when host is "localhost" or "127.0.0.1" or "::1" => SmtpSecurity.None,
            "NONE" => throw new FormatException("TISSERAND_SMTP_SECURITY=none is for a server on the same machine only."),
            _ => throw new FormatException("TISSERAND_SMTP_SECURITY is starttls, tls or none."),
        };
        return new SmtpOptions
        {
            Host = host,
            Port = Of("PORT") is not { } port ? security == SmtpSecurity.Tls ? 465 : 587
                : int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 ? number
                : throw new FormatException("TISSERAND_SMTP_PORT is a number from 1 to 65535."),
            Security = security,
            User = Of("USER"),
            Password = Of("PASSWORD"),
            From = Address("FROM", Of("FROM") ?? throw new FormatException("TISSERAND_SMTP_FROM is missing: the address messages come from.")),
            ReplyTo = Of("REPLY_TO") is { } reply ? Address("REPLY_TO", reply) : null,
        };
    }

    private static MailboxAddress Address(string name, string value) => MailboxAddress.TryParse(value, out var address) && address.Domain.Length > 0
        ? address
        : throw new FormatException($"TISSERAND_SMTP_{name} is not an e-mail address.");
}
