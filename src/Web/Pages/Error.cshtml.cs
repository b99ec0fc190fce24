using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Web.Maintenance;

namespace SaaSChat.Web.Pages;

[IgnoreAntiforgeryToken]
[OpenInMaintenance]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    [FromRoute]
    public int Code { get; set; }

    public void OnGet() => Response.StatusCode = Code;

    public void OnPost() => OnGet();
}
