using Microsoft.Extensions.Configuration;
using MimeKit;
using NodaTime;
using Tisserand.App.Notifications;
using Tisserand.App.Notifications.Channels;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Notifications;

public sealed class Sending_by_mail
{
    [Fact]
    public async Task It_arrives_as_plain_text_from_the_cooperative_under_its_own_identity()
    {
        await using var server = new SmallMailServer();
        var message = Message();

        Assert.IsType<Delivery.Delivered>(await SendAsync(server, message));

        var mail = Parsed(Assert.Single(server.Mails));
        Assert.Equal(("bonjour@coop.example", "accueil@coop.example", "anne@essai.example"), (Address(mail.From), Address(mail.ReplyTo), Address(mail.To)));
        Assert.Equal($"{message.Id.Value:N}@coop.example", mail.MessageId);
        Assert.Equal("C’est entendu : courses", mail.Subject);
        Assert.Equal("Bonjour,\nà jeudi.", mail.TextBody!.Trim().ReplaceLineEndings("\n"));
        Assert.Null(mail.HtmlBody);
    }

    [Fact]
    public async Task A_line_break_in_a_subject_makes_no_header()
    {
        await using var server = new SmallMailServer();

        Assert.IsType<Delivery.Delivered>(await SendAsync(server, Message(subject: "Courses\r\nBcc: tous@essai.example\r\n\r\nautre texte")));

        var mail = Parsed(Assert.Single(server.Mails));
        Assert.Empty(mail.Bcc);
        Assert.Equal("Bonjour,\nà jeudi.", mail.TextBody!.Trim().ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("anne@essai.example\r\nBcc: tous@essai.example")]
    [InlineData("anne")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_address_that_is_none_is_never_tried(string? address)
    {
        await using var server = new SmallMailServer();

        Assert.Equal(new Delivery.Impossible("bad_address"), await SendAsync(server, Message(address: address)));
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("RCPT", "550 no such user", false, "smtp_550")]
    [InlineData("RCPT", "451 try again", true, "smtp_451")]
    [InlineData("END", "554 refused", false, "smtp_554")]
    [InlineData("END", "452 full", true, "smtp_452")]
    [InlineData("MAIL", "530 sign in first", true, "smtp_authentication")]           // our fault, not hers
    public async Task A_refusal_for_good_goes_to_the_next_channel_and_one_for_now_is_tried_later(string command, string answer, bool later, string code)
    {
        await using var server = new SmallMailServer { Answers = said => said == command ? answer : "250 ok" };

        Assert.Equal(later ? new Delivery.TryLater(code) : (Delivery)new Delivery.Impossible(code), await SendAsync(server, Message()));
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_text_is_not_tried_again_at_once()
    {
        await using var server = new SmallMailServer { Answers = said => said == "END" ? null : "250 ok" };

        Assert.Equal(new Delivery.TryLater("smtp_connection"), await SendAsync(server, Message()));
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_is_made_again_within_the_same_try()
    {
        var calls = 0;
        await using var server = new SmallMailServer { Answers = said => said == "CONNECT" && ++calls < 3 ? null : "250 ok" };

        Assert.IsType<Delivery.Delivered>(await SendAsync(server, Message()));
        Assert.Equal(3, server.Connections);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_later()
    {
        var server = new SmallMailServer();
        var port = server.Port;
        await server.DisposeAsync();

        Assert.Equal(new Delivery.TryLater("smtp_connection"), await new SmtpChannel(Options(port), TimeProvider.System).SendAsync(Message(), Ct));
    }

    [Fact]
    public async Task Nothing_is_said_in_clear_where_encryption_is_wanted()
    {
        await using var server = new SmallMailServer();

        Assert.Equal(new Delivery.TryLater("smtp_tls_missing"), await new SmtpChannel(Options(server.Port, SmtpSecurity.StartTls), TimeProvider.System).SendAsync(Message(), Ct));
        Assert.Empty(server.Mails);
    }

    [Fact]
    public void Settings_come_from_the_environment_and_are_never_printed()
    {
        var options = SmtpOptions.Read(Settings(("HOST", "mail.coop.example"), ("FROM", "Tisserand <bonjour@coop.example>"), ("USER", "coop"), ("PASSWORD", "secret")))!;

        Assert.Equal(("mail.coop.example", 587, SmtpSecurity.StartTls, "coop", "secret"), (options.Host, options.Port, options.Security, options.User, options.Password));
        Assert.Equal("mail.coop.example:587", options.ToString());
        Assert.Null(SmtpOptions.Read(Settings()));
    }

    [Theory]
    [InlineData("FROM", "personne")]
    [InlineData("FROM", "")]
    [InlineData("PORT", "beaucoup")]
    [InlineData("PORT", "70000")]
    [InlineData("SECURITY", "parfois")]
    [InlineData("SECURITY", "none")]                                     // not to another machine
    [InlineData("REPLY_TO", "nulle part")]
    public void A_setting_that_cannot_be_used_is_named_without_its_content(string name, string value)
    {
        var settings = Settings(("HOST", "mail.coop.example"), ("FROM", "bonjour@coop.example"), (name, value));

        var refused = Assert.Throws<FormatException>(() => SmtpOptions.Read(settings));
        Assert.Contains("TISSERAND_SMTP_" + name, refused.Message);
        if (value.Length > 8) Assert.DoesNotContain(value, refused.Message);
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(s => s.Name).Select(s => KeyValuePair.Create("TISSERAND_SMTP_" + s.Key, (string?)s.Last().Value))).Build();

    private static Task<Delivery> SendAsync(SmallMailServer server, OutgoingMessage message) =>
        new SmtpChannel(Options(server.Port), TimeProvider.System).SendAsync(message, Ct);

    private static SmtpOptions Options(int port, SmtpSecurity security = SmtpSecurity.None) => new()
    {
        Host = "127.0.0.1", Port = port, Security = security, RetryDelay = TimeSpan.Zero,
        From = MailboxAddress.Parse("Tisserand <bonjour@coop.example>"), ReplyTo = MailboxAddress.Parse("accueil@coop.example"),
    };

    private static OutgoingMessage Message(string? subject = "C’est entendu : courses", string? address = "anne@essai.example")
    {
        var now = Instant.FromUtc(2026, 11, 30, 8, 0);
        var message = new OutgoingMessage(new(Guid.NewGuid()), new(Guid.NewGuid()), new(Guid.NewGuid()), MessageKind.VisitAgreedVolunteer, MessageChannel.Email, "k", now, now);
        message.Says(address, subject, "Bonjour,\nà jeudi.");
        return message;
    }

    private static MimeMessage Parsed(string mail) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail)));

    private static string Address(InternetAddressList list) => list.Mailboxes.Single().Address;
}
