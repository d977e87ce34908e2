namespace Tisserand.Web.Forms;

/// <summary>One volunteer proposed for a request, for <c>&lt;partial name="_Candidate" model="…" /&gt;</c>.</summary>
/// <param name="Facts">Short: "environ 15 min", "8 fois sur 10".</param>
/// <param name="Tags">State in words, with its kind (good, wait, bad, info).</param>
public sealed record CandidateCard(
    int Rank, string Name, string Path, IReadOnlyList<string> Facts, IReadOnlyList<CandidateReason> Reasons,
    IReadOnlyList<(string Kind, string Text)> Tags);

/// <summary>What speaks for (or against) somebody, in one sentence.</summary>
public readonly record struct CandidateReason(bool IsFor, string Text);
