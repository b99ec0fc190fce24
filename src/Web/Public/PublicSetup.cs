using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Public;

public static class PublicSetup
{
    public static void AddPublicPages(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SiteOptions>().BindConfiguration("Site")
            .Validate(o => o.IsValid, "Site:BaseUrl is no address; set it to one such as https://chat.example.com, or leave it out.")
            .ValidateOnStart();
        services.AddOptions<SellerOptions>().BindConfiguration("Seller")
            .Validate(o => o.IsValid, "Seller:Name or Seller:Email is missing; set both to whom the legal texts should name, or leave both out.")
            .ValidateOnStart();
        builder.AddChecked<PublicPagesOptions>("PublicPages");
        services.AddSingleton<KeptPages>();
        services.AddScoped<SiteAddress>();
        services.AddScoped<LegalText>();
        services.AddSingleton<PublicPages>();
    }
}
