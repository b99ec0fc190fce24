using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace SaaSChat.Web.Security;

/// <summary>
/// Refuses a body that is too large or too slow with 413 or 408. A form is read here, before antiforgery looks into it:
/// antiforgery would take the broken reading for a missing token.
/// </summary>
internal sealed class BodyLimit(RequestDelegate next, IOptions<SizeOptions> sizes)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.TellsOfError() && await RefusalOfAsync(context) is { } status) context.Response.StatusCode = status;
        else await next(context);
    }

    private async Task<int?> RefusalOfAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LimitFor(context)) return StatusCodes.Status413PayloadTooLarge;
        if (!context.Request.HasFormContentType || context.GetEndpoint() is null) return null;

        // The few forms with a file in them are allowed more than all the others.
        if (LimitFor(context) is var most && most > sizes.Value.BodyBytes)
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions { MultipartBodyLengthLimit = most, BufferBodyLengthLimit = most }));

        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }
    }

    private long LimitFor(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own
            ? own.MaxRequestBodySize ?? long.MaxValue
            : sizes.Value.BodyBytes;
}
