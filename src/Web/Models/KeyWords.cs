using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Keys;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Models;

/// <summary>How a key does, in words.</summary>
public static class KeyWords
{
    public static string BadgeOf(KeyState state) => state switch
    {
        KeyState.Used => "badge-success",
        KeyState.Resting or KeyState.AtItsLimit or KeyState.Draining => "badge-gold",
        KeyState.Elsewhere => "badge-danger",
        _ => "",
    };

    /// <summary>"…a1B2", for the eye only.</summary>
    public static string TailOf(ProviderKey key) => key.Tail.Length > 0 ? $"…{key.Tail}" : "…";

    public static string Of(this IStringLocalizer<Text> text, KeyTest test, Fmt fmt) => test.Fault is { } fault
        ? text["Admin.Providers.Test.Failed", text[$"Admin.Health.Fault.{fault}"].Value]
        : text["Admin.Providers.Test.Good", text["Admin.Health.Milliseconds", fmt.Number((long)test.Took.TotalMilliseconds)].Value];

    /// <summary>Told on the page that follows: a key that was tried is kept, but only a good one is asked.</summary>
    public static void TellKept(this PageModel page, KeyTest test, IStringLocalizer<Text> text, Fmt fmt) => page.Toast(
        text[test.Fault is null ? "Admin.Providers.Kept" : "Admin.Providers.KeptPaused", text.Of(test, fmt)], test.Fault is null ? ToastKind.Success : ToastKind.Danger);
}
