using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SaaSChat.Tests.Stripe.Protocol;

/// <summary>Takes a request of the API, refuses whatever Stripe would refuse, and answers or fails as it is told.</summary>
internal sealed class ApiDoor(World world, Parameters parameters, Faults faults, IReadOnlyDictionary<string, Func<ApiRequest, JsonNode>> work, string secretKey)
{
    private readonly KeptAnswers _kept = new(world);

    public async Task AnswerAsync(HttpContext http, string body, CancellationToken closing)
    {
        var fault = faults.Take($"{http.Request.Method} {http.Request.Path}");
        var (answer, replayed) = fault is null or Fault.ResetAfterWork or Fault.BrokenAfterWork or Fault.Hang or Fault.BadJson ? Answer(http.Request, body) : (Failure(fault.Value), false);

        if (fault is Fault.Refuse or Fault.ResetAfterWork) http.Abort();
        else if (fault is Fault.Hang) await Task.Delay(Timeout.Infinite, closing);
        else await WriteAsync(http.Response, fault is Fault.BrokenAfterWork ? Failure(Fault.Broken) : answer, replayed, fault);
    }

    private (Answer, bool) Answer(HttpRequest http, string body)
    {
        try
        {
            CheckHead(http);
            var (address, ids, options) = parameters.Find(http.Method, http.Path.Value!)
                ?? throw new ApiRefusedException(404, "invalid_request_error", $"Unrecognized request URL ({http.Method}: {http.Path}).", "resource_missing");
            var form = parameters.Read(options, FormTree.Read(http.Method == HttpMethods.Post ? body : http.QueryString.Value!.TrimStart('?')));
            var request = new ApiRequest(address, ids, form);
            var key = http.Method == HttpMethods.Post ? http.Headers["Idempotency-Key"].FirstOrDefault() : null;
            return _kept.For(key, $"{http.Method} {http.Path} {body}", () => Work(request));
        }
        catch (ApiRefusedException refused)
        {
            return (new Answer(refused.Status, refused.Body()), false);
        }
    }

    private void CheckHead(HttpRequest http)
    {
        if (http.Headers.Authorization != $"Bearer {secretKey}") throw new ApiRefusedException(401, "invalid_request_error", "Invalid API Key provided.");
        if (http.Headers["Stripe-Version"] != parameters.Version) throw ApiRefusedException.Invalid($"Invalid Stripe API version: {http.Headers["Stripe-Version"]}");
        if (http.Method == HttpMethods.Post && http.QueryString.HasValue) throw ApiRefusedException.Invalid("The parameters of a POST stand in its body.");
        if (http.Method == HttpMethods.Post && http.ContentLength > 0 && http.ContentType?.Split(';')[0] != MediaTypeNames.Application.FormUrlEncoded)
            throw ApiRefusedException.Invalid("Request body must be form-encoded.");
    }

    // What a handler refuses after it began is kept with its key, as a success is.
    private Answer Work(ApiRequest request)
    {
        lock (world.Gate)
        {
            try
            {
                var told = work.TryGetValue(request.Address, out var handler) ? handler(request) : throw new ApiRefusedException(404, "invalid_request_error", $"{request.Address} is not served here.");
                return new Answer(200, world.Expand(told, request.Form["expand"]?.AsArray().Select(e => (string)e!) ?? []));
            }
            catch (ApiRefusedException refused)
            {
                return new Answer(refused.Status, refused.Body());
            }
        }
    }

    private static Answer Failure(Fault fault) => fault switch
    {
        Fault.UnknownKey => Told(new ApiRefusedException(401, "invalid_request_error", "Invalid API Key provided.")),
        Fault.KeyInUse => Told(new ApiRefusedException(409, "idempotency_error", "There is currently another in-progress request using this key.", "idempotency_key_in_use")),
        Fault.TooMany => Told(new ApiRefusedException(429, "invalid_request_error", "Too many requests.", "rate_limit")),
        Fault.Unavailable => new Answer(503, ""),
        _ => Told(new ApiRefusedException(500, "api_error", "An unknown error occurred.")),
    };

    private static Answer Told(ApiRefusedException error) => new(error.Status, error.Body());

    private async Task WriteAsync(HttpResponse response, Answer answer, bool replayed, Fault? fault)
    {
        response.StatusCode = answer.Status;
        response.Headers["Request-Id"] = $"req_{Guid.NewGuid():N}";
        if (replayed) response.Headers["Idempotent-Replayed"] = "true";
        if (answer.Status == 429 && faults.RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (answer.Status >= 400 && faults.ShouldRetry is { } retry) response.Headers["Stripe-Should-Retry"] = retry ? "true" : "false";
        if (fault is Fault.Unavailable)
        {
            response.ContentType = MediaTypeNames.Text.Html;
            await response.WriteAsync("<html><body>503 Service Unavailable</body></html>");
            return;
        }

        response.ContentType = MediaTypeNames.Application.Json;
        var text = answer.Body.ToJsonString();
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(fault is Fault.BadJson ? text[..(text.Length / 2)] : text));
    }
}
