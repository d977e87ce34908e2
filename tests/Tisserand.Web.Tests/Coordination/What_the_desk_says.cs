using System.Globalization;
using Tisserand.App.Notifications;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Visits;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Tests.Coordination;

public sealed class What_the_desk_says
{
    [Fact]
    public void Has_a_word_for_every_case()
    {
        string[] wanted =
        [
            .. Of<RequestState>("State_"), .. Of<ProposalState>("Proposal_"), .. Of<VisitState>("Visit_"), .. Of<MessageKind>("Kind_"), .. Of<MessageState>("Message_"),
            .. Of<MessageChannel>("Channel_"), .. Of<CallOutcome>("Call_").Except(["Call_None"]), .. Of<EndReason>("Reason_").Except(["Reason_None"]),
            .. Of<TripKind>("Trip_").Except(["Trip_None"]), "Waits_ToPropose", "Waits_ToCall", "Waits_NextWave",
        ];
        Assert.Empty(wanted.Except(Words.Daily.All(CultureInfo.InvariantCulture).Keys));
    }

    private static IEnumerable<string> Of<T>(string prefix) where T : struct, Enum => Enum.GetNames<T>().Select(n => prefix + n);
}
