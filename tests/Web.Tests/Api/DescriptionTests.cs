using System.Text.Json;
using SaaSChat.Web.Tests.Security;

namespace SaaSChat.Web.Tests.Api;

public sealed class DescriptionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_description_names_every_endpoint_with_its_scope_and_nothing_else()
    {
        var paths = (await ReadAsync()).GetProperty("paths").EnumerateObject().ToList();

        var there = Security.Endpoints.Of(app).Select(e => e.Name()).Where(name => name.StartsWith("/api/", StringComparison.Ordinal));
        // The description knows no constraints of routes.
        there = there.Select(name => name.Replace(":guid}", "}", StringComparison.Ordinal));
        Assert.Equal(there.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), paths.Select(p => p.Name).Order(StringComparer.Ordinal));
        foreach (var operation in paths.SelectMany(p => p.Value.EnumerateObject()))
        {
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            Assert.NotEmpty(operation.Value.GetProperty("security")[0].GetProperty("key").EnumerateArray());
        }
    }

    [Fact]
    public async Task Every_field_of_an_answer_is_explained()
    {
        var schemas = (await ReadAsync()).GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(s => s.Name != "ProblemDetails" && s.Value.TryGetProperty("properties", out _)).ToList();

        Assert.Contains(schemas, s => s.Name == "ApiBalance");
        foreach (var schema in schemas)
        {
            foreach (var field in schema.Value.GetProperty("properties").EnumerateObject())
                Assert.True(field.Value.TryGetProperty("description", out _), $"{schema.Name}.{field.Name}");
        }
    }

    private async Task<JsonElement> ReadAsync()
    {
        using var response = await app.Caller(null).GetAsync("/openapi/v1.json");
        return await response.JsonAsync();
    }
}
