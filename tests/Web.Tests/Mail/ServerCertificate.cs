using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SaaSChat.Web.Tests.Mail;

/// <summary>Certificates that mail servers of the tests show.</summary>
internal static class ServerCertificate
{
    private static readonly ConcurrentDictionary<string, bool> TrustedOnes = new(StringComparer.Ordinal);

    public static readonly X509Certificate2 Trusted = Trust(Make());

    public static X509Certificate2 Untrusted => Make();

    private static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    // The one door that SmtpClient leaves to a test that must not touch the machine's store: this certificate is trusted, nothing else changes.
    private static X509Certificate2 Trust(X509Certificate2 certificate)
    {
        TrustedOnes[certificate.Thumbprint] = true;
#pragma warning disable SYSLIB0014, MA0039
        ServicePointManager.ServerCertificateValidationCallback =
            (_, shown, _, errors) => errors == System.Net.Security.SslPolicyErrors.None || TrustedOnes.ContainsKey(shown!.GetCertHashString());
#pragma warning restore SYSLIB0014, MA0039
        return certificate;
    }
}
