using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Users;

public sealed class NotesModel(AppDbContext db, PersonNotes notes, TimeProvider clock, CurrentUser me, IStringLocalizer<Text> text) : UserPage(db, clock)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<WrittenNote> Notes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        Notes = await notes.ReadAsync(Id, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Row.DeletedAt is not null) return NotFound();
        if (!ModelState.IsValid)
        {
            Notes = await notes.ReadAsync(Id, cancel);
            return Page();
        }

        await notes.WriteAsync(Id, Input.Text, me.Id, cancel);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemovalAsync(Guid note, CancellationToken cancel)
    {
        if (!await notes.RemoveAsync(Id, note, me.Id, cancel)) return NotFound();

        this.Toast(text["Admin.User.Note.Removed"]);
        return RedirectToPage();
    }

    public sealed class Form
    {
        [Display(Name = "Admin.User.Note")]
        [Required(ErrorMessage = "Errors.Required"), StringLength(PersonNote.TextLength, ErrorMessage = "Errors.TooLong")]
        public string Text { get; set; } = "";
    }
}
