namespace SaaSChat.Infrastructure;

/// <summary>The program must not start (or go on starting): the message is one sentence for the operator, naming what is wrong and the remedy.</summary>
public sealed class StartUpRefusedException(string message, Exception? cause = null) : Exception(message, cause);
