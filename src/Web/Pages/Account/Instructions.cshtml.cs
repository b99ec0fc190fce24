using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account;

public sealed class InstructionsModel(AppDbContext db, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } own) Input = new() { About = own.About, Answers = own.Answers, IsOn = own.IsOn };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return Page();

        await db.AgainOnConflictAsync(async () =>
        {
            var own = await FindAsync(cancel);
            if (own is null) db.OwnInstructions.Add(own = OwnInstructions.Of(me.Id));
            own.Change(VisibleText.Of(Input.About ?? ""), VisibleText.Of(Input.Answers ?? ""), Input.IsOn);
            return await db.SaveChangesAsync(cancel);
        });
        this.Toast(text["Account.Instructions.Saved"]);
        return RedirectToPage();
    }

    private Task<OwnInstructions?> FindAsync(CancellationToken cancel) => db.OwnInstructions.SingleOrDefaultAsync(i => i.UserId == me.Id, cancel);

    public sealed class Form
    {
        [Display(Name = "Account.Instructions.About"), StringLength(OwnInstructions.Length, ErrorMessage = "Errors.TooLong")]
        public string? About { get; set; }

        [Display(Name = "Account.Instructions.Answers"), StringLength(OwnInstructions.Length, ErrorMessage = "Errors.TooLong")]
        public string? Answers { get; set; }

        public bool IsOn { get; set; } = true;
    }
}
