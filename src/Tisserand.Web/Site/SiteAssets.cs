using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Tisserand.Web.Site;

/// <summary>Style sheet, script and pictures, kept in the assembly and named by their content, so that a browser may
/// keep them for a year.</summary>
public static class SiteAssets
{
    private static readonly FrozenDictionary<string, Asset> All = Load();

    /// <summary>The address of an asset, with the mark of its content.</summary>
    public static string Path(string name) => $"/assets/{name}?v={All[name].Mark}";

    internal static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{name}", (string name, HttpContext context) =>
        {
            if (!All.TryGetValue(name, out var asset)) return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            context.Response.Headers.Vary = "Accept-Encoding";
            if (!context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal)) return Results.Bytes(asset.Bytes, asset.ContentType);
            context.Response.Headers.ContentEncoding = "br";
            return Results.Bytes(asset.Brotli, asset.ContentType);
        }).AllowAnonymous();

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(SiteAssets).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith("assets/", StringComparison.Ordinal))
            .ToFrozenDictionary(n => n["assets/".Length..], n =>
            {
                using var stream = assembly.GetManifestResourceStream(n)!;
                using var memory = new MemoryStream();
                stream.CopyTo(memory);
                var bytes = memory.ToArray();
                return new Asset(bytes, Pressed(bytes), ContentTypeOf(n), Convert.ToHexStringLower(SHA256.HashData(bytes))[..10]);
            });
    }

    // Once, as small as it gets; pages are pressed as they leave, quickly.
    private static byte[] Pressed(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var brotli = new BrotliStream(memory, CompressionLevel.SmallestSize)) brotli.Write(bytes);
        return memory.ToArray();
    }

    private static string ContentTypeOf(string name) => System.IO.Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"No content type for {other} assets."),
    };

    private sealed record Asset(byte[] Bytes, byte[] Brotli, string ContentType, string Mark);
}
