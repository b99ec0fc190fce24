using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Web.Tests.Mail;

/// <summary>What one person finds in their mail: the letters that development kept, in the order in which they came.</summary>
internal sealed class Mailbox(WebApplicationFactory<Program> app, string address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private int _read;

    /// <summary>The next letter that was not read yet, once it is there.</summary>
    public async Task<Letter> NextAsync()
    {
        using var tooLate = new CancellationTokenSource(Patience);
        IReadOnlyList<Letter> all;
        while ((all = await AllAsync()).Count <= _read) await Task.Delay(20, tooLate.Token);
        return all[_read++];
    }

    /// <summary>The path that the next letter's button leads to.</summary>
    public async Task<string> NextLinkAsync() => LinkIn(await NextAsync());

    public async Task<IReadOnlyList<Letter>> AllAsync() =>
        [.. (await app.Services.GetRequiredService<DevelopmentOutbox>().NewestFirstAsync(CancellationToken.None)).Select(k => k.Letter).Where(l => l.To == address).Reverse()];

    public static string LinkIn(Letter letter) =>
        new Uri(letter.Text.Split("\r\n").First(line => line.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
}
