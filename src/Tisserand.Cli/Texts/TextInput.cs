using System.Text;

namespace Tisserand.Cli.Texts;

/// <summary>A file or standard input as text: UTF-8, with or without its mark; what is not UTF-8 is replaced, never refused.</summary>
internal static class TextInput
{
    /// <param name="path">Null or "-" is standard input.</param>
    /// <exception cref="BadInputException">The file cannot be read.</exception>
    public static async Task<string> ReadAsync(string? path, CancellationToken ct)
    {
        try
        {
            await using var stream = path is null or "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
            return await reader.ReadToEndAsync(ct);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException && path is not null)
        {
            throw new BadInputException(Sentences.Of("File_unreadable", path));
        }
    }
}
