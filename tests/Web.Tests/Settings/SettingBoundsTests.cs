using System.Globalization;
using SaaSChat.Domain.Settings;

namespace SaaSChat.Web.Tests.Settings;

public sealed class SettingBoundsTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_program_accepts_whatever_an_admin_may_set(bool highest)
    {
        var settings = SettingCatalogue.All.Select(d => (d.Key, Bound(d.Kind, highest)));

        // Passwords may be switched off where there is another way in.
        (string, string)[] otherWay =
            [("SignIn:External:acme:DisplayName:en", "Acme"), ("SignIn:External:acme:Authority", "https://id.example.com"), ("SignIn:External:acme:ClientId", "us"), ("SignIn:External:acme:ClientSecret", "secret")];
        await using var node = app.Node([.. settings, .. otherWay]);

        Assert.NotNull(node.Server);
    }

    private static string Bound(SettingKind kind, bool highest) => kind switch
    {
        WholeNumberKind number => (highest ? number.Max : number.Min).ToString(CultureInfo.InvariantCulture),
        DurationKind duration => (highest ? duration.Max : duration.Min).ToString("c", CultureInfo.InvariantCulture),
        ChoiceKind choice => choice.Words[highest ? ^1 : 0],
        _ => kind.Read("false") ?? "",
    };
}
