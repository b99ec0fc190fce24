using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Accounts;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account;

/// <summary>One place where a person is signed in.</summary>
public sealed record SessionRow(Session Session, bool IsThis)
{
    public string DeviceIn(IStringLocalizer<Text> text) => Device.Of(Session.Device) switch
    {
        { Browser: { } browser, System: { } system } => text["Account.Sessions.Device", Bidi.Isolate(browser), Bidi.Isolate(system)],
        { Browser: null, System: null } => text["Account.Sessions.UnknownDevice"],
        var known => Bidi.Isolate(known.Browser ?? known.System!),
    };
}
