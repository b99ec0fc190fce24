namespace SaaSChat.Tests.Stripe.Protocol;

/// <summary>How a request goes wrong.</summary>
public enum Fault
{
    /// <summary>The connection is cut before anything is done.</summary>
    Refuse,

    /// <summary>401: the key is not known.</summary>
    UnknownKey,

    /// <summary>409: the same key is at work.</summary>
    KeyInUse,

    /// <summary>429, with or without how long to wait.</summary>
    TooMany,

    /// <summary>500 before anything is done.</summary>
    Broken,

    /// <summary>503, as a page of a proxy that is not JSON.</summary>
    Unavailable,

    /// <summary>All is done and then the connection is cut.</summary>
    ResetAfterWork,

    /// <summary>500 although all is done; asked again with the key it tells so.</summary>
    BrokenAfterWork,

    /// <summary>All is done, and nothing is answered.</summary>
    Hang,

    /// <summary>All is done; the answer stops in the middle.</summary>
    BadJson,
}

/// <summary>What is to go wrong next.</summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Planned> _planned = [];

    /// <summary>Seconds, as a 429 tells them.</summary>
    public int? RetryAfter { get; set; }

    /// <summary>"Stripe-Should-Retry", where it is told.</summary>
    public bool? ShouldRetry { get; set; }

    /// <summary>So many of the next requests whose "METHOD /path" contains the words.</summary>
    public void Next(Fault fault, int times = 1, string where = "")
    {
        lock (_gate) _planned.Add(new Planned(fault, where) { Left = times });
    }

    public void Clear()
    {
        lock (_gate) _planned.Clear();
    }

    internal Fault? Take(string request)
    {
        lock (_gate)
        {
            var next = _planned.Find(p => p.Left > 0 && request.Contains(p.Where, StringComparison.Ordinal));
            if (next is not null) next.Left--;
            return next?.Fault;
        }
    }

    private sealed record Planned(Fault Fault, string Where)
    {
        public int Left { get; set; }
    }
}
