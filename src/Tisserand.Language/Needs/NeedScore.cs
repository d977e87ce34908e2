namespace Tisserand.Language;

/// <summary>How well types of need are read in messages of which the type is known; counts of messages.</summary>
/// <param name="FirstRight">The likeliest type was right, whether or not it was sure enough.</param>
/// <param name="Answered">A type was sure enough.</param>
/// <param name="AnsweredRight">And it was right.</param>
public sealed record NeedScore(int Messages, int FirstRight, int Answered, int AnsweredRight)
{
    /// <param name="secondVoice">What is judged.</param>
    /// <param name="messages">Each with the code of its type.</param>
    /// <remarks>A message that is read as an act, such as a cancelling, is not answered.</remarks>
    public static NeedScore Of(NeedClassifier secondVoice, IEnumerable<(string Text, string Type)> messages)
    {
        var score = new NeedScore(0, 0, 0, 0);
        foreach (var (text, type) in messages)
        {
            var need = ReadNeeds.From(ReadText.From(text, RequestLexicon.Shipped), secondVoice)[0];
            var sure = need.IsAct ? null : need.Type;
            var first = sure ?? need.Alternatives.Select(a => a.Type).FirstOrDefault();
            var wanted = WordFeatures.IndexOf(type);
            score = new(score.Messages + 1, score.FirstRight + Is(first), score.Answered + (sure is null ? 0 : 1), score.AnsweredRight + Is(sure));

            int Is(string? read) => read is not null && WordFeatures.IndexOf(read) == wanted ? 1 : 0;
        }
        return score;
    }
}
