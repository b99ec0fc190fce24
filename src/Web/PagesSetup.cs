using System.Globalization;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Admin;
using SaaSChat.Web.Accounts.External;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Chats.Writing;
using SaaSChat.Web.Chats;
using SaaSChat.Web.Endpoints;
using SaaSChat.Web.Endpoints.Api;
using SaaSChat.Web.Jobs;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Mail;
using SaaSChat.Web.News;
using SaaSChat.Web.Notices;
using SaaSChat.Web.Settings;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web;

public static class PagesSetup
{
    public static void AddPages(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRazorPages(pages =>
            {
                pages.Conventions.AuthorizeFolder("/");
                pages.Conventions.AuthorizeAdministration();
                pages.Conventions.AllowAnonymousToFolder("/Public");
                pages.Conventions.AllowAnonymousToFolder("/Chat");
                pages.Conventions.AllowAnonymousToPage("/Assistants/Index");
                pages.Conventions.AllowAnonymousToPage("/Assistants/Show");
                pages.Conventions.AllowAnonymousToPage("/Assistants/Shared");
                pages.Conventions.AllowAnonymousToPage("/Account/SignIn");
                pages.Conventions.AllowAnonymousToPage("/Account/Passkey");
                pages.Conventions.AllowAnonymousToPage("/Account/External");
                pages.Conventions.AllowAnonymousToPage("/Account/ExternalAddress");
                pages.Conventions.AllowAnonymousToPage("/Account/EmailConfirmation");
                pages.Conventions.AllowAnonymousToPage("/Account/TwoFactor");
                pages.Conventions.AllowAnonymousToPage("/Account/Recovery");
                pages.Conventions.AllowAnonymousToPage("/Account/SignUp");
                pages.Conventions.AllowAnonymousToPage("/Account/CheckMail");
                pages.Conventions.AllowAnonymousToPage("/Account/Resend");
                pages.Conventions.AllowAnonymousToPage("/Account/Confirm");
                pages.Conventions.AllowAnonymousToFolder("/Account/Forgot");
                pages.Conventions.AllowAnonymousToPage("/Account/Reset");
                pages.Conventions.AllowAnonymousToPage("/Shares/Show");
                pages.Conventions.AllowAnonymousToPage("/Shares/Report");
                pages.Conventions.AllowAnonymousToPage("/Unsubscribe");
                pages.Conventions.AllowAnonymousToPage("/Announcements/Dismissal");
                pages.Conventions.AllowAnonymousToPage("/Error");
                pages.Conventions.AllowAnonymousToPage("/Preferences");
                pages.Conventions.AllowAnonymousToFolder("/Dev");

                // Elsewhere the pages for those who build here do not exist.
                if (!builder.Environment.IsDevelopment()) pages.Conventions.AddFolderRouteModelConvention("/Dev", page => page.Selectors.Clear());
            })
            .AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Text)));
        builder.Services.AddConversing();
        builder.Services.AddUsagePages();
        builder.Services.AddBillingPages();
        builder.Services.AddNoticePages();
        builder.Services.AddSettingPages();
        builder.Services.AddScoped<MyAnnouncements>();
        builder.Services.AddScoped<OpenChat>();
        builder.Services.AddScoped<MyChats>();
        builder.Services.AddScoped<HistoryDownload>();
        builder.Services.AddAdminPages();
        builder.Services.AddSingleton<Prose>();
        builder.Services.AddAntiforgery(options => options.HeaderName = "X-CSRF-TOKEN");
        builder.Services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = false);
        builder.Services.Configure<RouteOptions>(routes =>
        {
            routes.LowercaseUrls = true;
            routes.ConstraintMap["language"] = typeof(LanguageConstraint);
        });
    }

    public static void MapSite(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
        app.MapRazorPages().WithStaticAssets();
        app.MapApi();
        app.MapPreferences();
        app.MapAnswerEvents();
        app.MapHistoryDownload();
        app.MapUsersDownload();
        app.MapUsageFiles();
        app.MapChatDownloads();
        app.MapWebhooks();
        app.MapUnsubscription();
        app.MapJobsDashboard();
        app.MapPasskeys();
        app.MapPersonalData();
        app.MapExternalSignIn();
        app.MapLetterFrame();
        app.MapCrawlers();
        app.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], () => Results.LocalRedirect("/" + CultureInfo.CurrentUICulture.Name)).AllowAnonymous();
    }
}
