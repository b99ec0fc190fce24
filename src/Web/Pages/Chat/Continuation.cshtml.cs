using Microsoft.AspNetCore.Mvc;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

public sealed class ContinuationModel(AppDbContext db, Conversing conversing, CurrentAsker current) : AnotherAnswerPage(TurnKind.GoOn, db, conversing, current)
{
    public IActionResult OnGet() => Redirect($"/chat/{Id}");
}
