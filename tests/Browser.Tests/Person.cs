using System.Collections.Concurrent;
using Microsoft.Playwright;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Browser.Tests;

/// <summary>Somebody in front of the browser; what the console complains about is remembered.</summary>
public sealed class Person : IAsyncDisposable
{
    public const string Overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private const int Tabs = 3;

    private readonly List<string> _complaints = [];

    internal Person(IPage page, Look look)
    {
        (Page, Look) = (page, look);
        page.Console += (_, message) => NoteIf(message.Type == "error", message.Text);
        page.PageError += (_, error) => NoteIf(true, error);
    }

    public IPage Page { get; }
    public Look Look { get; }
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>The letters that this person has opened.</summary>
    public ISet<string> Read { get; } = new HashSet<string>(StringComparer.Ordinal);

    public async Task<int> OpenAsync(string path)
    {
        var answer = await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return answer!.Status;
    }

    public Task SignInAsAdminAsync() => SignInAsync(DevelopmentAdmin.Email, DevelopmentAdmin.Password);

    public async Task SignInAsync(string email, string password)
    {
        await OpenAsync("/account/sign-in");
        await Page.Locator("input[type=email]").FillAsync(email);
        await Page.Locator("input[type=password]").FillAsync(password);
        await Page.Locator("form:has(input[type=password]) button[type=submit]").ClickAsync();
        await Page.WaitForURLAsync("**/dashboard");
    }

    public Task<string> AttributeOfRootAsync(string name) => Page.EvaluateAsync<string>($"document.documentElement.getAttribute('{name}')");

    public Task<string> InkAsync() => Page.EvaluateAsync<string>("getComputedStyle(document.body).color");

    /// <summary>The pages whose content is wider than the window, after a reader's own style was added.</summary>
    public async Task<IReadOnlyCollection<string>> TooWideAsync(IEnumerable<string> paths, string? style)
    {
        var wide = new ConcurrentQueue<string>();
        await InTabsAsync(paths, async (tab, path) =>
        {
            await tab.OpenAsync(path);
            if (style is not null) await tab.Page.EvaluateAsync("css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }", style);
            if (await tab.Page.EvaluateAsync<int>(Overflow) is > 0 and var pixels) wide.Enqueue($"{path} by {pixels} px");
        });
        return wide;
    }

    /// <summary>Goes through the pages in a few tabs of the same browser profile, each with a console of its own: one alone leaves the machine idle while the next page comes.</summary>
    public async Task InTabsAsync(IEnumerable<string> paths, Func<Person, string, Task> look)
    {
        var left = new ConcurrentQueue<string>(paths);
        await Task.WhenAll(Enumerable.Range(0, Tabs).Select(async _ =>
        {
            var tab = new Person(await Page.Context.NewPageAsync(), Look);
            while (left.TryDequeue(out var path)) await look(tab, path);
        }));
    }

    public void ForgetComplaints() => _complaints.Clear();

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private void NoteIf(bool bad, string text)
    {
        if (bad) _complaints.Add(text);
    }
}
