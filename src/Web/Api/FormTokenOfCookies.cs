using Microsoft.AspNetCore.Antiforgery;
using SaaSChat.Domain.Security;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Api;

/// <summary>A cookie goes along with other sites' forms too, so whoever is known by one proves by the token that the call is ours. No site can send a key.</summary>
internal sealed class FormTokenOfCookies(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.KeyId() is not null || IsRead(http.Request.Method) || await antiforgery.IsRequestValidAsync(http)) return await next(context);

        http.Note(Violation.ForgedForm);
        http.Because(ApiProblemCode.MissingFormToken);
        return Results.StatusCode(StatusCodes.Status400BadRequest);
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
