using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SaaSChat.Web.Tests.Data;

/// <summary>A PKCS#12 file such as an operator gives to every node, and the settings that name it.</summary>
internal static class SelfMadeCertificate
{
    public static (string Key, string Value)[] WriteTo(string folder, string name, string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

        var path = Path.Combine(folder, $"{name}.p12");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
        return [("DataProtection:CertificatePath", path), ("DataProtection:CertificatePassword", password)];
    }
}
