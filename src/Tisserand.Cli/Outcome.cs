using System.CommandLine;
using System.CommandLine.Invocation;

namespace Tisserand.Cli;

/// <summary>Exit codes: 0 done, 1 failed, 2 wrong usage or bad input; each but the first with a sentence.</summary>
internal static class Outcome
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    /// <summary>Time for a verb to leave its data whole after Ctrl-C, before the process ends all the same.</summary>
    private static readonly TimeSpan _timeToStop = TimeSpan.FromSeconds(30);

    public static async Task<int> OfAsync(ParseResult parsed)
    {
        if (parsed.Action is ParseErrorAction) return UsageError.Tell(parsed, Console.Error);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = _timeToStop,
            });
        }
        catch (BadInputException bad)
        {
            return Say(WrongUsage, bad.Message);
        }
        catch (OperationCanceledException)
        {
            return Say(Failed, Sentences.Of("Interrupted"));
        }
        catch (Exception fault) when (Environment.GetEnvironmentVariable("TISSERAND_DETAILS") is null)
        {
            return Say(Failed, Sentences.Of("Fault", fault.GetType().Name, fault.Message));
        }
    }

    private static int Say(int code, string sentence)
    {
        Console.Error.WriteLine(sentence);
        return code;
    }
}

/// <summary>What was asked cannot be done as written; the message is the sentence for the person.</summary>
internal sealed class BadInputException(string sentence) : Exception(sentence);
