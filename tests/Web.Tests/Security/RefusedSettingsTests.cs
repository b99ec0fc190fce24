using Microsoft.AspNetCore.Builder;
using SaaSChat.Infrastructure;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Tests.Security;

public sealed class RefusedSettingsTests
{
    [Theory]
    [InlineData("Proxy:Known", "10.0.0.300", "Proxy:Known has \"10.0.0.300\"; give addresses")]
    [InlineData("Proxy:Known:1", "proxy.local", "Proxy:Known has \"proxy.local\"")]
    [InlineData("RateLimits:Address:Permits", "0", "RateLimits:Address:Permits is \"0\"; set it to a whole number from 1 to 1000000.")]
    [InlineData("RateLimits:SignIn:Permits", "many", "RateLimits:SignIn:Permits is \"many\"")]
    [InlineData("RateLimits:Account:Window", "5", "RateLimits:Account:Window is \"5\"; set it to a time from 00:00:01")]
    [InlineData("RateLimits:Enabled", "yes", "RateLimits:Enabled is \"yes\"; set it to true or false.")]
    [InlineData("Violations:Threshold", "-1", "Violations:Threshold is \"-1\"")]
    [InlineData("Violations:BanFor", "00:00:00", "Violations:BanFor is \"00:00:00\"")]
    [InlineData("Violations:NeverBanned", "localhost", "Violations:NeverBanned is \"localhost\"; set it to addresses or networks")]
    [InlineData("Limits:BodyBytes", "1", "Limits:BodyBytes is 1; set it to a whole number from 4096")]
    [InlineData("Limits:HeaderSeconds", "0", "Limits:HeaderSeconds is 0")]
    [InlineData("Security:HttpsPort", "70000", "Security:HttpsPort is 70000")]
    [InlineData("Security:StrictTransportSecurity", "forever", "Security:StrictTransportSecurity is \"forever\"")]
    [InlineData("Security:FormActionOrigins", "https://pay.example.com/; script-src *", "Security:FormActionOrigins has")]
    [InlineData("Security:FormActionOrigins", "pay.example.com", "Security:FormActionOrigins has \"pay.example.com\"; give origins only")]
    public void A_malformed_guard_stops_the_start_with_one_sentence(string key, string value, string sentence)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration[key] = value;

        var refused = Assert.Throws<StartUpRefusedException>(builder.AddSecurity);

        Assert.StartsWith(sentence, refused.Message, StringComparison.Ordinal);
    }
}
