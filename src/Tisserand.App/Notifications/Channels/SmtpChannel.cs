using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Polly;
using Polly.Retry;

namespace Tisserand.App.Notifications.Channels;

/// <summary>E-mail by SMTP: plain text, one connection per message.</summary>
/// <remarks>Within one try only the connection is made again: once the server may have taken the message, nothing is repeated before
/// the next stored try, and then under the same Message-Id.</remarks>
public sealed class SmtpChannel : IMessageChannel
{
    private readonly SmtpOptions _options;
    private readonly ResiliencePipeline _connecting;

    public SmtpChannel(SmtpOptions options, TimeProvider time)
    {
        _options = options;
        _connecting = new ResiliencePipelineBuilder { TimeProvider = options.RetryDelay == TimeSpan.Zero ? TimeProvider.System : time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<SocketException>().Handle<IOException>().Handle<SmtpProtocolException>().Handle<TimeoutException>(),
                MaxRetryAttempts = 2,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
            }).Build();
    }

    public MessageChannel Kind => MessageChannel.Email;

    public async Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        if (Mail(message) is not { } mail) return new Delivery.Impossible("bad_address");
        SmtpClient? client = null;
        try
        {
            client = await _connecting.ExecuteAsync(async token => await ConnectAsync(token), ct);
            if (_options.User is not null) await client.AuthenticateAsync(_options.User, _options.Password ?? "", ct);
            await client.SendAsync(mail, ct);
            return new Delivery.Delivered();
        }
        catch (SmtpCommandException refused)
        {
            var code = $"smtp_{(int)refused.StatusCode}";
            var isFinal = (int)refused.StatusCode >= 500 && refused.ErrorCode is (SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted);
            return isFinal
                ? new Delivery.Impossible(code)
                : new Delivery.TryLater(code);
        }
        catch (Exception outOfOrder) when (CodeOf(outOfOrder) is not null)
        {
            return new Delivery.TryLater(CodeOf(outOfOrder)!);
        }
        finally
        {
            if (client is not null) await LeaveAsync(client);
        }
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken ct)
    {
        var client = new SmtpClient { Timeout = (int)_options.Timeout.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(_options.Host, _options.Port, _options.Security switch
            {
                SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
                SmtpSecurity.None => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            }, ct);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private MimeMessage? Mail(OutgoingMessage message)
    {
        if (message.Address is not { } address || address.Any(char.IsControl) || !MailboxAddress.TryParse(address, out var to) || to.Domain.Length == 0) return null;
        var mail = new MimeMessage { Subject = OnOneLine(message.Subject ?? ""), Body = new TextPart("plain") { Text = message.Body } };
        mail.From.Add(_options.From);
        mail.ReplyTo.Add(_options.ReplyTo ?? _options.From);
        mail.To.Add(to);
        mail.MessageId = $"{message.Id.Value:N}@{_options.From.Domain}";
        mail.Headers.Add("Auto-Submitted", "auto-generated");                 // no holiday answer comes back
        return mail;
    }

    /// <summary>A subject is one line: what stands behind a line break would be a header of somebody else's.</summary>
    private static string OnOneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string? CodeOf(Exception error) => error switch
    {
        AuthenticationException or ServiceNotAuthenticatedException => "smtp_authentication",
        SslHandshakeException => "smtp_tls",
        NotSupportedException => "smtp_tls_missing",                          // STARTTLS wanted, and not offered
        SmtpProtocolException or ServiceNotConnectedException or SocketException or IOException or TimeoutException => "smtp_connection",
        _ => null,
    };

    private static async Task LeaveAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception gone) when (CodeOf(gone) is not null)
        {
            // It has already answered; how it says goodbye changes nothing.
        }
        finally
        {
            client.Dispose();
        }
    }
}
