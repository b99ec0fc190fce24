namespace SaaSChat.Domain.Accounts;

/// <summary>Bytes as letters and digits that can be read out and typed (RFC 4648), without padding.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsOfLetter = 5;

    public static string Encode(byte[] bytes)
    {
        var letters = new char[((bytes.Length * 8) + BitsOfLetter - 1) / BitsOfLetter];
        for (var i = 0; i < letters.Length; i++) letters[i] = Alphabet[FiveBitsAt(bytes, i * BitsOfLetter)];
        return new string(letters);
    }

    private static int FiveBitsAt(byte[] bytes, int bit)
    {
        var (index, offset) = (bit / 8, bit % 8);
        var two = (bytes[index] << 8) | (index + 1 < bytes.Length ? bytes[index + 1] : 0);
        return (two >> (16 - BitsOfLetter - offset)) & 31;
    }
}
