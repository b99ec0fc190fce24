using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Data;

/// <summary>A node that cannot open the ring would make a key of its own and sign everybody out; one with a bare key would trust whoever read the database.</summary>
public sealed class KeyRingCheck(IServiceScopeFactory scopes, IKeyManager ring, IHostEnvironment environment)
{
    private const string Remedy = "or delete the rows of the table DataProtectionKeys, which signs everybody out";

    public async Task RequireAsync(CancellationToken cancel)
    {
        if (!environment.IsDevelopment() && await HasBareKeyAsync(cancel))
            throw new StartUpRefusedException($"The key ring in the database holds a key that is not wrapped, as Development makes them; use a database that Development never used, {Remedy}.");

        foreach (var key in ring.GetAllKeys()) Open(key);
    }

    private static void Open(IKey key)
    {
        try
        {
            key.CreateEncryptor();
        }
        catch (Exception e)
        {
            throw new StartUpRefusedException(
                $"DataProtection:Secret or DataProtection:CertificatePath does not open key {key.KeyId} of the key ring in the database; give what the ring was wrapped with, {Remedy}.", e);
        }
    }

    private async Task<bool> HasBareKeyAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return await db.DataProtectionKeys.AnyAsync(key => key.Xml.Contains("<masterKey"), cancel);
    }
}
