using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SaaSChat.Web.Tests.Accounts;

/// <summary>A passkey in software, as WebAuthn writes it down; it can also misbehave as no browser would.</summary>
public sealed class SoftKey : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string? _user;
    private uint _uses;

    /// <summary>False for a key that asked its person for nothing.</summary>
    public bool Verifies { get; set; } = true;

    public string Origin { get; set; } = "http://localhost";

    public string Id => Text(_id);

    public string Make(JsonElement options)
    {
        _user = options.GetProperty("user").GetProperty("id").GetString();
        var known = AuthenticatorData(0x40, [.. new byte[16], 0, (byte)_id.Length, .. _id, .. PublicKey()]);
        byte[] attestation = [0xA3, .. Word("fmt"), .. Word("none"), .. Word("attStmt"), 0xA0, .. Word("authData"), 0x58, (byte)known.Length, .. known];
        return Credential(new { clientDataJSON = Text(ClientData("webauthn.create", options)), attestationObject = Text(attestation), transports = new[] { "internal" } });
    }

    public string Answer(JsonElement options)
    {
        var (client, known) = (ClientData("webauthn.get", options), AuthenticatorData(0, []));
        var signature = _key.SignData([.. known, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new { clientDataJSON = Text(client), authenticatorData = Text(known), signature = Text(signature), userHandle = _user });
    }

    public void Dispose() => _key.Dispose();

    private string Credential(object response) =>
        JsonSerializer.Serialize(new { id = Id, rawId = Id, type = "public-key", clientExtensionResults = new { }, authenticatorAttachment = "platform", response });

    private byte[] ClientData(string type, JsonElement options) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = options.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false });

    private byte[] AuthenticatorData(byte flags, byte[] rest)
    {
        var uses = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(uses, ++_uses);
        return [.. SHA256.HashData("localhost"u8), (byte)(flags | 0x01 | (Verifies ? 0x04 : 0)), .. uses, .. rest];
    }

    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
    }

    private static byte[] Word(string word) => [(byte)(0x60 | word.Length), .. Encoding.ASCII.GetBytes(word)];

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
