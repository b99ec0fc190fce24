using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Users.Acts;

public sealed class RoleModel(AppDbContext db, RoleChange roles, TimeProvider clock, CurrentUser me, IStringLocalizer<Text> text) : UserAct(db, clock, me, text)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public override bool IsDangerous => true;

    protected override Task<string> SeeAsync(CancellationToken cancel) => Task.FromResult(Row.Role);

    protected override void Fill() => Input.Role = Row.Role;

    protected override void Check()
    {
        if (Input.Role != UserSearch.NoRole && !Roles.Ids.ContainsKey(Input.Role)) ModelState.AddModelError("Input.Role", Words["Errors.Act.NoRole"]);
    }

    protected override Task<ActOutcome> DoAsync(CancellationToken cancel) => roles.ChangeAsync(Id, Of(Input.Role), Of(Act.Seen), Act.Reason, By, cancel);

    private static string? Of(string? typed) => typed == UserSearch.NoRole ? null : typed;

    public sealed class Form
    {
        [Display(Name = "Admin.Users.Role")]
        public string Role { get; set; } = UserSearch.NoRole;
    }
}
