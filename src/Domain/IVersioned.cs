namespace SaaSChat.Domain;

/// <summary>A row that people edit: saving over somebody else's change is refused.</summary>
public interface IVersioned
{
    byte[] RowVersion { get; }
}
