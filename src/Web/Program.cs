using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;
using SaaSChat.Web;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Maintenance;

return await Refusals.SayAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddHost();
    builder.AddDatabase();
    builder.AddSettings();
    builder.AddAccounts();
    builder.AddAdmin();
    builder.AddSignIn();
    builder.AddTwoLanguages();
    builder.AddPages();

    var app = builder.Build();
    app.UseErrorPages();
    app.UseRouting();
    app.UseRequestLocalization();
    app.UseAuthentication();
    app.UseMaintenanceMode();
    app.UseAuthorization();
    app.UseAntiforgery();
    app.MapSite();

    await app.PrepareDatabaseAsync();
    await app.RunAsync();
    return 0;
});
