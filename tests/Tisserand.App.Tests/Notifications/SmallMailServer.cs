using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tisserand.App.Tests.Notifications;

/// <summary>A mail server on this machine that speaks just enough SMTP, and answers as told.</summary>
internal sealed class SmallMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _serving;

    public SmallMailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Answers by command; null hangs up instead.</summary>
    public Func<string, string?> Answers { get; set; } = _ => "250 ok";

    public List<string> Mails { get; } = [];

    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _serving;
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                Connections++;
                await SpeakAsync(client.GetStream());
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The other side hung up, or the test is over.
            }
        }
    }

    private async Task SpeakAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        if (Answers("CONNECT") is null) return;
        await writer.WriteLineAsync("220 essai");
        while (await reader.ReadLineAsync(_closing.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "QUIT") return;
            if (Answers(verb) is not { } answer) return;
            if (verb == "DATA" && answer.StartsWith('2'))
            {
                await writer.WriteLineAsync("354 go on");
                var mail = new StringBuilder();
                while (await reader.ReadLineAsync(_closing.Token) is { } text && text != ".") mail.AppendLine(text);
                Mails.Add(mail.ToString());
                if (Answers("END") is not { } end) return;
                answer = end;
            }

            await writer.WriteLineAsync(answer);
        }
    }
}
