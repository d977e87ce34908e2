using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Tisserand.Web.Site;

namespace Tisserand.Web.Security;

/// <summary>How often one address may post; reading is free. Put on a page as <c>[EnableRateLimiting(Budgets.SignIn)]</c>.</summary>
public static class Budgets
{
    public const string SignIn = "sign-in";
    public const string Code = "code";
    public const string Search = "search";
    public const string Answer = "answer";
    public const string PublicRequest = "public-request";

    internal static void Define(RateLimiterOptions limiter, RequestBudgets budgets)
    {
        Add(SignIn, budgets.SignInsPerQuarterHour, TimeSpan.FromMinutes(15));
        Add(Code, budgets.CodesPerHour, TimeSpan.FromHours(1));
        Add(Search, budgets.SearchesPerMinute, TimeSpan.FromMinutes(1));
        Add(Answer, budgets.AnswersPerQuarterHour, TimeSpan.FromMinutes(15));
        Add(PublicRequest, budgets.PublicRequestsPerHour, TimeSpan.FromHours(1));

        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : TimeSpan.FromMinutes(1);
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };

        void Add(string name, int posts, TimeSpan window) => limiter.AddPolicy(name, context =>
            HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(name + " " + AddressOf(context.Connection.RemoteIpAddress),
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = posts, Window = window })
                : RateLimitPartition.GetNoLimiter(""));
    }

    // One household has a whole /64 of IPv6: the neighbour addresses count together.
    private static string AddressOf(IPAddress? address)
    {
        if (address is null) return "local";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
