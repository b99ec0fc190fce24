using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Web.Pages.Dev.Mail;

public sealed class IndexModel(DevelopmentOutbox outbox) : PageModel
{
    public IReadOnlyList<KeptLetter> Letters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Letters = await outbox.NewestFirstAsync(cancel);
}
