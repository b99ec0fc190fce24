using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using SaaSChat.Domain.Api;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Api;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Commands;

internal static class KeysCreate
{
    private const string Label = "Operator";

    public static Command Define(Func<IServiceProvider> services)
    {
        var email = new Option<string>("--email") { Required = true, HelpName = "address", Description = "Whose key it is." };
        var scopes = new Option<string>("--scopes") { HelpName = "list", Description = $"With commas between them: {string.Join(", ", ApiScope.All)}. Left out, all of them." };
        var days = new Option<int?>("--days") { HelpName = "number", Description = "How long it is valid. Left out, until it is revoked." }.Within(1, ApiKeyOrder.MostDays);
        scopes.Validators.Add(given =>
        {
            if (given.Tokens is [var typed] && ApiScope.Read(typed.Value.Split(',')) is null) given.AddError("--scopes names one that is not there.");
        });

        return new Command("create", "Makes an API key for a person and prints it, this once.") { email, scopes, days }.Runs(services, async (scope, asked, cancel) =>
        {
            await scope.GetRequiredService<DatabaseStart>().RequireMigratedAsync(cancel);
            var owner = await scope.GetRequiredService<UserManager<AppUser>>().FindByEmailAsync(asked.GetRequiredValue(email).Trim());
            if (owner?.MaySignIn != true) return Refuse("nobody who may sign in has this address.");

            var order = new ApiKeyOrder(Label, ApiScope.Read(asked.GetValue(scopes)?.Split(',') ?? ApiScope.All)!, asked.GetValue(days) is { } n ? TimeSpan.FromDays(n) : null);
            if (await scope.GetRequiredService<ApiKeys>().IssueByOperatorAsync(owner.Id, order, cancel) is not { } issued) return Refuse("they have as many as Api:KeysPerPerson allows.");

            Console.WriteLine(issued.Secret);
            await Console.Error.WriteLineAsync($"Scopes: {string.Join(' ', issued.Key.Scopes)}, {(issued.Key.ExpiresAt is { } end ? $"until {end:u}" : "until revoked")}. Only its hash is kept: the key is not shown again.");
            return 0;
        });
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine($"No key was made: {sentence}");
        return 1;
    }
}
