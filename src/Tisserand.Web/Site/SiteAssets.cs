using System.Collections.Frozen;
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
            return Results.Bytes(asset.Bytes, asset.ContentType);
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
                return new Asset(bytes, ContentTypeOf(n), Convert.ToHexStringLower(SHA256.HashData(bytes))[..10]);
            });
    }

    private static string ContentTypeOf(string name) => System.IO.Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"No content type for {other} assets."),
    };

    private sealed record Asset(byte[] Bytes, string ContentType, string Mark);
}
