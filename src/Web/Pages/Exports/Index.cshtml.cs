using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Exports;
using SaaSChat.Infrastructure.Chats.Moving;

namespace SaaSChat.Web.Pages.Exports;

public sealed class IndexModel(ChatExports exports, CurrentUser me) : PageModel
{
    public Export? Export { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Export = await exports.OfAsync(me.Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => Redirect($"/exports/{await exports.OrderAsync(me.Id, cancel)}");
}
