using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Chats;

public static class ChatsSetup
{
    public static void AddChats(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Answers>();
        services.AddHostedService<AnswerFlush>();
        services.AddScoped<Asking>();
        services.AddScoped<Transcripts>();
        services.AddScoped<AnswerFeed>();
        services.AddScoped<AnswerCalls>();
        services.AddScoped<Generation>();
        services.AddScoped<Titles>();
        services.AddScoped<Shelf>();
    }
}
