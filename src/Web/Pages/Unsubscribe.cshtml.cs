using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Mail;
using SaaSChat.Web.Mail;

namespace SaaSChat.Web.Pages;

/// <summary>Where a letter's link leads. Opening it changes nothing, for mail scanners open links too.</summary>
public sealed class UnsubscribeModel(Unsubscriptions unsubscriptions, MailWishes wishes) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    /// <summary>Null for a link that is not ours.</summary>
    public MailTopic? Topic { get; private set; }

    public bool IsDone { get; private set; }

    public void OnGet() => Topic = Read()?.Topic;

    public async Task OnPostAsync(CancellationToken cancel)
    {
        if (Read() is not { } said) return;

        await wishes.RefuseAsync(said.User, said.Topic, cancel);
        (Topic, IsDone) = (said.Topic, true);
    }

    private (Guid User, MailTopic Topic)? Read() => unsubscriptions.Read(Token);
}
