using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure.Security;

namespace SaaSChat.Web.Security;

/// <summary>Turns the banned away: by address before anything else is done for them, by user as soon as we know who they are.</summary>
internal static class BanGate
{
    public static void UseAddressBans(this WebApplication app)
    {
        var bans = app.Services.GetRequiredService<BanList>();
        app.Use(next => context =>
            context.Connection.RemoteIpAddress is { } address && bans.UntilOf(Offender.At(NetworkAddress.Of(address))) is { } until
                ? BannedAnswer.WriteAsync(context, until)
                : next(context));
    }

    public static void UseUserBans(this WebApplication app)
    {
        var bans = app.Services.GetRequiredService<BanList>();
        app.Use(next => context =>
            !context.TellsOfError() && context.SignedInId() is { } id && bans.UntilOf(Offender.User(id)) is { } until
                ? BannedAnswer.WriteAsync(context, until)
                : next(context));
    }
}
