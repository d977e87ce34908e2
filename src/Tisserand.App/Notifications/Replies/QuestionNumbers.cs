using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Visits;

namespace Tisserand.App.Notifications.Replies;

/// <summary>« OUI 47 » : the short number of each question. Each kind has numbers of its own, so that two kinds never meet; within one,
/// what is asked of one person is seldom two things at once, and what might be two is never guessed.</summary>
public static class QuestionNumbers
{
    public const int FirstOfHelp = 11, LastOfHelp = 699;

    private const int EasyNumbers = 89, Visits = 700, Pauses = 800, Series = 900;

    /// <summary>11 to 699; two digits wherever one is free from where this question begins to look.</summary>
    /// <param name="proposal">The question.</param>
    /// <param name="taken">Numbers that whoever answers from the same telephone may still mean; fewer than there are.</param>
    /// <exception cref="ArgumentException">Every number is taken.</exception>
    public static int Of(ProposalId proposal, IReadOnlySet<int> taken)
    {
        var from = SHA256.HashData(Encoding.ASCII.GetBytes(proposal.Value.ToString("N")));
        var number = FirstOfHelp + (BinaryPrimitives.ReadUInt16LittleEndian(from) % EasyNumbers);
        for (var tries = FirstOfHelp; tries <= LastOfHelp; tries++)
        {
            if (!taken.Contains(number)) return number;
            number = number == LastOfHelp ? FirstOfHelp : number + 1;
        }

        throw new ArgumentException("Every number is taken.", nameof(taken));
    }

    /// <summary>1 to 9: short, since it is answered in haste.</summary>
    public static int Of(Safety.DangerAlertId alert) => 1 + (Last(alert.Value) % 9);

    /// <summary>700 to 799.</summary>
    public static int Of(VisitId visit) => Visits + Last(visit.Value);

    /// <summary>800 to 899.</summary>
    public static int Of(BeneficiaryPauseId pause) => Pauses + Last(pause.Value);

    /// <summary>900 to 999.</summary>
    public static int Of(RecurringNeedId series) => Series + Last(series.Value);

    private static int Last(Guid id) => id.ToByteArray(bigEndian: true)[^1] % 100;
}
