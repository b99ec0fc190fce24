using Microsoft.OpenApi;

namespace SaaSChat.Web.Api;

/// <summary>/openapi/v1.json: what there is, read from the endpoints themselves.</summary>
internal static class ApiDescription
{
    private const string KeyScheme = "key";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "SaaSChat", Version = "v1", Description = "Times are UTC in ISO 8601. A refusal is problem+json whose code never changes; its title is in the language of Accept-Language." };
            document.Components ??= new OpenApiComponents();
            document.AddComponent<IOpenApiSecurityScheme>(KeyScheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, made at /account/keys.",
            });
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, cancel) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeededBody>().SingleOrDefault() is { } body)
            {
                var schema = await context.GetOrCreateSchemaAsync(body.Type, null, cancel);
                operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = schema } } };
            }

            var scope = context.Description.ActionDescriptor.EndpointMetadata.OfType<NeededScope>().Single().Scope;
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [scope] }];
        });
    });
}
