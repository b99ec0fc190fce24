using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Api;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Notices;
using SaaSChat.Infrastructure.Privacy;
using SaaSChat.Infrastructure.Settings;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Api;
using SaaSChat.Web.Commands;
using SaaSChat.Web.Errors;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Mail;
using SaaSChat.Web.Maintenance;
using SaaSChat.Web.Operations;
using SaaSChat.Web.Public;
using SaaSChat.Web.Security;

return await Refusals.SayAsync(async () =>
{
    if (OperatorCommands.Explain(args) is { } explained) return explained;

    var builder = WebApplication.CreateBuilder(OperatorCommands.SettingsIn(args));
    builder.AddLogs(forCommand: OperatorCommands.Named(args));
    builder.AddHost();
    builder.AddTelemetry();
    builder.AddHealth();
    builder.AddDatabase();
    builder.AddSettings();
    builder.AddAccounts();
    builder.AddAdmin();
    builder.AddChats();
    builder.AddAssistants();
    builder.AddCredits();
    builder.AddJobs();
    builder.AddMail();
    builder.AddModels();
    builder.AddNotices();
    builder.AddPayments();
    builder.AddPrivacy();
    builder.AddUsage();
    builder.AddApiKeys();
    builder.AddSignIn();
    builder.AddApiAccess();
    builder.AddTwoLanguages();
    builder.AddLetters();
    builder.AddPages();
    builder.AddPublicPages();
    builder.AddSecurity();

    var app = builder.Build();
    if (OperatorCommands.Named(args)) return await OperatorCommands.RunAsync(args, app.Services);

    app.UseFrontDoor();
    app.UseRequestLog();
    app.UseErrorPages();
    app.UseRouting();
    app.UseRequestLocalization();
    app.UseAuthentication();
    app.UseGuards();
    app.UseMaintenanceMode();
    app.UseKeptPages();
    app.UseAuthorization();
    app.UseTermsGate();
    app.UseFormChecks();
    app.MapSite();

    await app.PrepareDatabaseAsync();
    return await app.ServeAsync();
});
