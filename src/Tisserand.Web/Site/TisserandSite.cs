using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using Tisserand.Web.Forms;
using Tisserand.Web.Health;
using Tisserand.Web.Security;
using Tisserand.Web.Texts;

namespace Tisserand.Web.Site;

/// <summary>The site: its services, its order of doors, and the host that serves it.</summary>
public static class TisserandSite
{
    /// <summary>A builder with the site in it; the caller adds the cooperative (storage, use cases, jobs).</summary>
    /// <exception cref="ArgumentException">Real people on plain http over a network; ask <see cref="Transports.Of"/> first.</exception>
    public static WebApplicationBuilder CreateBuilder(SiteOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Production,            // never a page with a stack trace
            ContentRootPath = AppContext.BaseDirectory,           // nothing is read from where the program is started
        });
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel, options));
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);   // addresses carry one-time secrets
        builder.Services.AddTisserandSite(options);
        return builder;
    }

    /// <summary>The site alone on its addresses.</summary>
    public static WebApplication Build(SiteOptions options, Action<IServiceCollection>? cooperative = null)
    {
        var builder = CreateBuilder(options);
        cooperative?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseTisserandSite();
        return app;
    }

    public static IServiceCollection AddTisserandSite(this IServiceCollection services, SiteOptions options)
    {
        var transport = Transports.Of(options);
        if (transport == Transport.Refused)
            throw new ArgumentException("Plain http over a network needs https or a declared proxy.", nameof(options));

        var cookies = new SiteCookies(transport == Transport.Secure);
        services.AddSingleton(options).AddSingleton(cookies);
        services.TryAddSingleton(TimeProvider.System);

        services.Configure<HostFilteringOptions>(o => o.AllowedHosts = AllowedHosts(options));
        services.Configure<ForwardedHeadersOptions>(o => TrustOnly(options.KnownProxies, o));
        services.Configure<FormOptions>(o => { o.ValueCountLimit = 1024; o.ValueLengthLimit = 64 * 1024; o.KeyLengthLimit = 256; });
        services.AddResponseCompression(o => { o.EnableForHttps = true; o.Providers.Add<BrotliCompressionProvider>(); o.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml", "application/json", "text/plain"]; });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<RequestLocalizationOptions>(o => Speak(o, cookies));

        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));   // é stays é

        services.AddSiteSecurity(options, cookies);
        services.AddSingleton<FormReceipts>();
        services.AddScoped<CommuneReader>();
        services.AddSingleton<Pages.Demande.AnswersCookie>().AddScoped<Pages.Demande.Asking>();
        services.AddRouting(o => { o.LowercaseUrls = true; o.LowercaseQueryStrings = false; });
        services.AddRazorPages(o =>
            {
                o.Conventions.Add(new PageRouteTransformerConvention(new HyphenatedRoutes()));
                Rights.Protect(o.Conventions);
            })
            .AddMvcOptions(o => { o.Filters.Add<OncePageFilter>(); Texts.BindingMessages.Use(o.ModelBindingMessageProvider); })
            .AddApplicationPart(typeof(TisserandSite).Assembly)
            .AddCookieTempDataProvider(o => o.Cookie = cookies.Builder("note", SameSiteMode.Strict));
        return services;
    }

    public static WebApplication UseTisserandSite(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<SiteOptions>();
        TransportNotice.Say(app.Logger, Transports.Of(options));

        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/erreur/500");
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();

        app.MapAssets();
        app.MapHealth();
        app.MapRazorPages();
        app.MapGet("/connexion/authentificateur/qr.svg", Pages.Connexion.AuthentificateurModel.PictureAsync).AllowAnonymous();
        app.MapFallback("{*path}", context => { context.Response.StatusCode = StatusCodes.Status404NotFound; return Task.CompletedTask; })
            .AllowAnonymous();   // an address that is not ours is "not found", not "sign in first"
        return app;
    }

    private static void Limit(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, SiteOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxConcurrentConnections = 1000;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        if (options.Certificate is { } certificate) kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate);
    }

    private static List<string> AllowedHosts(SiteOptions options)
    {
        if (options.AllowedHosts.Count > 0) return [.. options.AllowedHosts];
        var hosts = options.Urls.Select(u => Microsoft.AspNetCore.Http.BindingAddress.Parse(u).Host).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (hosts.Any(h => h is "*" or "+" or "0.0.0.0" or "[::]")) return ["*"];
        return [.. hosts, "localhost", "127.0.0.1", "[::1]"];
    }

    private static void TrustOnly(IReadOnlyList<IPAddress> proxies, ForwardedHeadersOptions forwarded)
    {
        forwarded.ForwardedHeaders = proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in proxies) forwarded.KnownProxies.Add(proxy);
    }

    private static void Speak(RequestLocalizationOptions localization, SiteCookies cookies)
    {
        CultureInfo[] spoken = [new("fr-FR"), new("en-GB")];
        localization.DefaultRequestCulture = new RequestCulture("fr-FR");
        localization.SupportedCultures = spoken;
        localization.SupportedUICultures = spoken;
        localization.ApplyCurrentCultureToResponseHeaders = true;
        localization.RequestCultureProviders = [new ChosenLanguage(cookies)];
    }
}
