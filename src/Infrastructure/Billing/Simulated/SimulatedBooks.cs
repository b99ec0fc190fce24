using System.Text.Json;
using System.Text.Json.Serialization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Simulated;

/// <summary>Keeps the simulated gateway's state as a file, after a restart too: one change at a time, written whole, and told to the site once it is.</summary>
public sealed class SimulatedBooks(string file)
{
    public static readonly JsonSerializerOptions Json = new() { Converters = { new CurrencyJson(), new JsonStringEnumConverter() }, WriteIndented = true };

    // All nodes of one process share it: several may work on one file.
    private static readonly Lock Gate = new();

    /// <summary>Told of each thing that happened, once it is written down.</summary>
    public Action<GatewayEvent> Happened { get; set; } = _ => { };

    public T Read<T>(Func<SimulatedState, T> read)
    {
        lock (Gate) return read(Load());
    }

    public T Change<T>(Func<SimulatedState, T> change)
    {
        SimulatedState state;
        T done;
        lock (Gate)
        {
            state = Load();
            done = change(state);
            Save(state);
        }

        foreach (var said in state.News) Happened(said);
        return done;
    }

    private SimulatedState Load() => File.Exists(file) ? JsonSerializer.Deserialize<SimulatedState>(File.ReadAllText(file), Json)! : new SimulatedState();

    // Moved into its place, so that whoever reads finds it whole.
    private void Save(SimulatedState state)
    {
        File.WriteAllText($"{file}.new", JsonSerializer.Serialize(state, Json));
        File.Move($"{file}.new", file, overwrite: true);
    }

    private sealed class CurrencyJson : JsonConverter<Currency>
    {
        public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Currency.Find(reader.GetString()!)!;

        public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }
}
