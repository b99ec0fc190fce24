namespace SaaSChat.Web.Chats;

public static class ConversingSetup
{
    public static void AddConversing(this IServiceCollection services)
    {
        services.AddScoped<CurrentAsker>();
        services.AddScoped<ModelChoices>();
        services.AddScoped<NewChats>();
        services.AddScoped<Conversing>();
        services.AddScoped<AnswerWords>();
        services.AddScoped<StreamExtras>();
        services.AddScoped<Fragments>();
    }
}
