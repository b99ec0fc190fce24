using System.Text.Json.Nodes;

namespace SaaSChat.Tests.Stripe.Protocol;

/// <summary>A refusal in Stripe's words.</summary>
internal sealed class ApiRefusedException(int status, string type, string message, string? code = null, string? param = null) : Exception(message)
{
    public int Status => status;
    public string? DeclineCode { get; init; }
    public JsonObject? Intent { get; init; }

    public static ApiRefusedException Invalid(string message, string? code = null, string? param = null) => new(400, "invalid_request_error", message, code, param);

    public static ApiRefusedException NoSuch(string what, string id, string param = "id") =>
        new(param == "id" ? 404 : 400, "invalid_request_error", $"No such {what}: '{id}'", "resource_missing", param);

    public static ApiRefusedException Missing(string param) => Invalid($"Missing required param: {param}.", "parameter_missing", param);

    public static ApiRefusedException Card(JsonObject intent, string code, string decline) =>
        new(402, "card_error", "Your card was declined.", code) { Intent = intent, DeclineCode = decline };

    public JsonObject Body()
    {
        var error = new JsonObject { ["type"] = type, ["message"] = Message };
        if (code is not null) error["code"] = code;
        if (param is not null) error["param"] = param;
        if (DeclineCode is not null) error["decline_code"] = DeclineCode;
        if (Intent is not null) error["payment_intent"] = Intent.DeepClone();
        return new JsonObject { ["error"] = error };
    }
}
