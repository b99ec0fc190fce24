using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Outside Development the ring is wrapped by something that is not in the database: who steals the database cannot sign cookies.</summary>
internal static class KeyRingWrapping
{
    private const int LeastSecretLength = 32;

    private const string Missing =
        "Neither DataProtection:Secret nor DataProtection:CertificatePath is set; give every node the same random secret of at least 32 characters, or the same certificate.";

    public static void Add(IHostApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection("DataProtection");
        if (section["CertificatePath"] is { Length: > 0 } path)
            builder.Services.AddDataProtection().ProtectKeysWithCertificate(Load(path, section["CertificatePassword"]));
        else if (section["Secret"] is { Length: > 0 } secret)
            WrapBySecret(builder.Services, secret);
        else if (!builder.Environment.IsDevelopment())
            RefuseToServe(builder.Services);
    }

    // Not at once: an operator's command that touches no key (db migrate, db script) needs no secret.
    private static void RefuseToServe(IServiceCollection services) =>
        services.AddOptions<KeyManagementOptions>().Validate(_ => false, Missing).ValidateOnStart();

    private static void WrapBySecret(IServiceCollection services, string secret)
    {
        if (secret.Length < LeastSecretLength)
            throw new StartUpRefusedException($"DataProtection:Secret has {secret.Length} characters; it needs at least {LeastSecretLength} random ones.");

        services.AddSingleton(new KeyRingSecret(secret));
        services.AddOptions<KeyManagementOptions>().Configure<KeyRingSecret>((options, key) => options.XmlEncryptor = new SecretXmlEncryptor(key));
    }

    private static X509Certificate2 Load(string path, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }
        catch (Exception e) when (e is CryptographicException or IOException)
        {
            throw new StartUpRefusedException(
                $"DataProtection:CertificatePath {path} could not be read ({e.Message.TrimEnd('.')}); give a PKCS#12 file and its DataProtection:CertificatePassword.", e);
        }
    }
}
