
namespace SaaSChat.Bench.Chats;

/// <summary>B3 to B6: turns and streams through the chat, by a bare relay of the same provider.</summary>
internal static class ChatBenchmarks
{
    /// <summary>B3: CPU of a turn of a hundred words.</summary>
    public static async Task<int> TurnAsync()
    {
        using var site = await ChatSite.ServeAsync(people: 4);
        var order = Upstream.Order(100, 0);
        async Task<Work> OursAsync()
        {
            // Of ten to twenty turns each: in one that grows for ever, every turn would cost more than the one before.
            foreach (var person in site.People) await person.BeginAsync();
            return await Work.MeasureAsync(site.Site.Server, 4, 60, worker => site.People[worker].TurnAsync(order));
        }

        Task<Work> TheirsAsync() => Work.MeasureAsync(site.Relay, 4, 60, _ => Relayed.AskAsync(site.Relay, "/turn", order));

        await Work.WarmUpAsync(() => Task.WhenAll(OursAsync(), TheirsAsync()));
        var machine = site.Watch();
        var pairs = await Work.PairsAsync(OursAsync, TheirsAsync);
        var ratio = Ratio.Of(pairs.Select(p => p.Ours.CpuMilliseconds / p.Theirs.CpuMilliseconds));
        Report.Head("B3 CPU of a turn (100 words) / relay and hand-written SQL, 4 people", machine.Others);
        Report.Line($"ours     {Report.Median(pairs.Select(p => p.Ours.CpuMilliseconds)):0.00} ms CPU of the server a turn, {Report.Median(pairs.Select(p => p.Ours.PerSecond)):0.0} turns/s");
        Report.Line($"control  {Report.Median(pairs.Select(p => p.Theirs.CpuMilliseconds)):0.00} ms CPU a turn, {Report.Median(pairs.Select(p => p.Theirs.PerSecond)):0.0} turns/s");
        return Report.End($"ratio    {ratio}, target <= 1.60", ratio.Median <= 1.60, await site.IsWholeAsync());
    }

    /// <summary>B4: words a second as fast as they come, four streams at once.</summary>
    public static async Task<int> StreamAsync()
    {
        const int Words = 5_000;
        using var site = await ChatSite.ServeAsync(people: 4);
        foreach (var person in site.People) await person.BeginAsync();
        var order = Upstream.Order(Words, 0);
        Task<Work> OursAsync() => Work.MeasureAsync(site.Site.Server, 4, 4, worker => site.People[worker].TurnAsync(order));
        Task<Work> TheirsAsync() => Work.MeasureAsync(site.Upstream, 4, 4, _ => Relayed.AskAsync(site.Upstream, "/v1/chat/completions", order));

        await Work.WarmUpAsync(() => Task.WhenAll(OursAsync(), TheirsAsync()));
        var machine = site.Watch();
        var pairs = await Work.PairsAsync(OursAsync, TheirsAsync);
        var ratio = Ratio.Of(pairs.Select(p => p.Ours.PerSecond / p.Theirs.PerSecond));
        Report.Head($"B4 words a second through chat / raw provider, 4 streams of {Words} words", machine.Others);
        Report.Line($"ours     {Report.Median(pairs.Select(p => p.Ours.PerSecond * Words)):0} words/s");
        Report.Line($"control  {Report.Median(pairs.Select(p => p.Theirs.PerSecond * Words)):0} words/s");
        return Report.End($"ratio    {ratio}, target >= 0.45", ratio.Median >= 0.45, await site.IsWholeAsync());
    }

    /// <summary>B5: from the question until its first word, less the same from the provider itself.</summary>
    public static async Task<int> FirstWordAsync()
    {
        const int Turns = 60;
        using var site = await ChatSite.ServeAsync(people: 1);
        var sara = site.People[0];
        var order = Upstream.Order(3, 0);
        await Work.WarmUpAsync(async () =>
        {
            await sara.BeginAsync();
            for (var turn = 0; turn < 20; turn++) await sara.TurnAsync(order);
        });
        await sara.BeginAsync();

        var (machine, ours, theirs) = (site.Watch(), new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            ours.Add((await sara.TurnAsync(order)).First.TotalMilliseconds);
            theirs.Add((await Relayed.AskAsync(site.Upstream, "/v1/chat/completions", order)).First.TotalMilliseconds);
        }

        var (commit, added) = (await Commits.MedianAsync(site.Site.Data), Report.Median(ours) - Report.Median(theirs));
        Report.Head($"B5 added time to the first word, median of {Turns} turns, one at a time", machine.Others);
        Report.Line($"ours     {Report.Median(ours):0.00} ms from sending the question: its own page's piece and the stream's connection included");
        Report.Line($"control  {Report.Median(theirs):0.00} ms from asking the provider itself; a commit on this disk takes {commit:0.00} ms");
        var most = (2 * commit) + 0.5;
        return Report.End(FormattableString.Invariant($"added    {added:0.00} ms, target <= {most:0.00} ms (2 commits + 0.5 ms)"), added <= most, await site.IsWholeAsync());
    }

    /// <summary>B6: 512 streams at once, each a word every quarter of a second: by how much longer than through the relay they take.</summary>
    public static async Task<int> PacedAsync()
    {
        const int Streams = 512;
        const int Words = 40;
        using var site = await ChatSite.ServeAsync(people: 64);
        var chats = await Task.WhenAll(site.People.SelectMany(person => Enumerable.Range(0, Streams / 64).Select(_ => person.Another())).Select(async chat =>
        {
            await chat.BeginAsync();
            return chat;
        }));
        var order = Upstream.Order(Words, 250);
        Task<Work> OursAsync() => Work.MeasureAsync(site.Site.Server, Streams, Streams, worker => chats[worker].TurnAsync(order));
        Task<Work> TheirsAsync() => Work.MeasureAsync(site.Relay, Streams, Streams, _ => Relayed.AskAsync(site.Relay, "/relay", order));

        await Task.WhenAll(OursAsync(), TheirsAsync());
        var machine = site.Watch();
        var pairs = await Work.PairsAsync(OursAsync, TheirsAsync, count: 3);
        var ratio = Ratio.Of(pairs.Select(p => p.Ours.PerSecond / p.Theirs.PerSecond));
        Report.Head($"B6 {Streams} streams at once of {Words} words, one every 250 ms / relay", machine.Others);
        Report.Line($"ours     {Report.Median(pairs.Select(p => p.Ours.PerSecond * Words)):0} words/s, {Report.Median(pairs.Select(p => p.Ours.CpuMilliseconds)):0.0} ms CPU of the server a stream");
        Report.Line($"control  {Report.Median(pairs.Select(p => p.Theirs.PerSecond * Words)):0} words/s, {Report.Median(pairs.Select(p => p.Theirs.CpuMilliseconds)):0.0} ms CPU a stream");
        return Report.End($"ratio    {ratio}, target >= 0.90", ratio.Median >= 0.90, await site.IsWholeAsync());
    }

    /// <summary>B9: resident memory of a stream on which nothing comes, by that of a connection that Kestrel alone holds open.</summary>
    public static async Task<int> IdleAsync()
    {
        const int Streams = 1_000;
        using var site = await ChatSite.ServeAsync(people: 1);
        var sara = site.People[0];
        await sara.BeginAsync();
        var stream = await sara.AskAsync(Upstream.Order(1_000, 60_000)) ?? throw new InvalidOperationException("The run is void: an answer of a minute was whole at once.");
        Task<StreamReader> OursAsync() => sara.OpenAsync(stream);
        Task<StreamReader> TheirsAsync() => Relayed.OpenAsync(site.Relay, "/idle");

        // What the first hundred make once, such as buffers and compiled code, is not theirs.
        foreach (var open in new[] { OursAsync, TheirsAsync }) await Idle.GrowthAsync(site.Site.Server, open, 200);
        var machine = site.Watch();
        var ours = await Idle.GrowthAsync(site.Site.Server, OursAsync, Streams);
        var theirs = await Idle.GrowthAsync(site.Relay, TheirsAsync, Streams);
        Report.Head($"B9 memory of an idle stream / bare Kestrel, {Streams} streams", machine.Others);
        Report.Line($"ours     {ours / 1024:0.0} KB each");
        Report.Line($"control  {theirs / 1024:0.0} KB each");
        return Report.End(FormattableString.Invariant($"ratio    {ours / theirs:0.00}, target <= 1.50 and <= 16 KB"), ours / theirs <= 1.5 && ours <= 16 * 1024, isWhole: true);
    }
}
