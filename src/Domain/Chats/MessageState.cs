namespace SaaSChat.Domain.Chats;

public enum MessageState
{
    /// <summary>As many answers as the plan allows are being written; this one comes next.</summary>
    Waiting,
    Streaming,
    Complete,

    /// <summary>Ended before it was whole; what had arrived is kept.</summary>
    Stopped,

    /// <summary>Nothing came, or it broke off by no fault of the person: it cost nothing.</summary>
    Failed,
}

public static class MessageStates
{
    /// <summary>It is still being written, or waits to be.</summary>
    public static bool IsRunning(this MessageState state) => state is MessageState.Waiting or MessageState.Streaming;
}
