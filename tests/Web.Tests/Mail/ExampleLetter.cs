using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Web.Tests.Mail;

/// <summary>A letter for the page that shows one.</summary>
internal static class ExampleLetter
{
    public static readonly Guid Id = new("0f1d2a00-0000-4000-8000-00000000e3a1");

    private static readonly Letter Letter = new(Id, "sara@example.com", "en", "Hello Sara", "Hello\r\nhttp://localhost/account/confirm\r\n", "<p>Hello</p>");

    public static void KeepIn(IServiceProvider services) =>
        services.GetRequiredService<DevelopmentOutbox>().SendAsync(Letter, CancellationToken.None).GetAwaiter().GetResult();
}
