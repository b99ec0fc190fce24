using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Api;

public static class ApiAccessSetup
{
    private const string ByPath = "ByPath";

    public static void AddApiAccess(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAuthentication(schemes => schemes.DefaultAuthenticateScheme = schemes.DefaultChallengeScheme = schemes.DefaultForbidScheme = ByPath)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddPolicyScheme(ByPath, null, choice => choice.ForwardDefaultSelector = http => http.IsFromProgram() ? KeyAuthentication.SchemeName : IdentityConstants.ApplicationScheme);
        services.AddAuthorizationBuilder().AddScopePolicies();
        services.AddApiDescription();

        // As JavaScriptEncoder.Default, but Arabic stays readable.
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
    }
}
