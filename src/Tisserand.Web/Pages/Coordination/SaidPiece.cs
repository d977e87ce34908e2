using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tisserand.App.Understanding;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>Her words read back, cut where what they filled changes.</summary>
/// <param name="Fields">What the piece filled; empty for the words between.</param>
public sealed record SaidPiece(string Text, IReadOnlyList<SaidField> Fields)
{
    public static IReadOnlyList<SaidPiece> Of(WordsRead read)
    {
        var sources = read.Sources.Where(s => s.Words.Length > 0).Distinct().ToList();
        var cuts = sources.SelectMany(s => (int[])[s.Words.Start, s.Words.End]).Append(0).Append(read.Text.Length).Distinct().Order().ToList();
        var pieces = new List<SaidPiece>();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var fields = sources.Where(s => s.Words.Start <= cuts[i] && s.Words.End >= cuts[i + 1]).Select(s => s.Field).Distinct().Order().ToList();
            var text = read.Text[cuts[i]..cuts[i + 1]];
            if (pieces.Count > 0 && pieces[^1].Fields.SequenceEqual(fields)) pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + text };
            else pieces.Add(new SaidPiece(text, fields));
        }
        return pieces;
    }

    /// <summary>The whole text, each piece that filled something marked with what it filled, in words.</summary>
    public static IHtmlContent ReadBack(WordsRead read)
    {
        var line = new HtmlContentBuilder();
        foreach (var piece in Of(read))
        {
            if (piece.Fields.Count == 0)
            {
                line.Append(piece.Text);
                continue;
            }
            var (mark, label) = (new TagBuilder("mark"), new TagBuilder("small"));
            label.InnerHtml.Append(" " + string.Join(", ", piece.Fields.Select(f => Words.Reading["Field_" + f])));
            mark.InnerHtml.Append(piece.Text).AppendHtml(label);
            line.AppendHtml(mark);
        }
        return line;
    }
}
