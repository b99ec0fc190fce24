using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace SaaSChat.Web.Accounts;

/// <summary>Which address a person asked us to write to, for the pages that come next in the same browser.</summary>
public static class WrittenTo
{
    private const string Key = "written-to";

    public static void RememberWrittenTo(this PageModel page, string address)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.TempData[Key] = address.Trim();
    }

    // Asking for it where there is none would still answer with a cookie.
    public static string? WhoWasWrittenTo(this PageModel page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var cookie = page.HttpContext.RequestServices.GetRequiredService<IOptions<CookieTempDataProviderOptions>>().Value.Cookie.Name!;
        return page.Request.Cookies.ContainsKey(cookie) ? page.TempData.Peek(Key) as string : null;
    }
}
