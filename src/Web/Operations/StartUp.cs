namespace SaaSChat.Web.Operations;

/// <summary>Whether the site has begun to serve.</summary>
internal sealed class StartUp
{
    private volatile bool _over;

    public bool IsOver => _over;

    public void Over() => _over = true;
}
