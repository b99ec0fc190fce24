using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaaSChat.Infrastructure.Chats.Moving;
using SaaSChat.Infrastructure.Chats.Search;
using SaaSChat.Infrastructure.Chats.Sharing;
using SaaSChat.Infrastructure.Chats.Tags;

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
        services.AddScoped<BranchChoice>();
        services.AddScoped<ChatSearch>();
        services.AddScoped<Shares>();
        services.AddScoped<SharedChats>();
        services.AddScoped<ShareReports>();
        services.AddScoped<TagShelf>();
        services.AddScoped<ChatExports>();
        services.AddScoped<ChatsZip>();
        services.AddScoped<ChatImports>();
    }
}
