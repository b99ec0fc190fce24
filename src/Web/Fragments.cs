using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SaaSChat.Web;

/// <summary>Writes a partial page into a text, for where it is not the whole response: an event of a stream.</summary>
public sealed class Fragments(IRazorViewEngine views, ITempDataProvider tempData, IModelMetadataProvider metadata)
{
    public async Task<string> WriteAsync<T>(HttpContext http, string path, T model)
    {
        var view = views.GetView(executingFilePath: null, path, isMainPage: false);
        view.EnsureSuccessful(originalLocations: null);

        await using var writer = new StringWriter();
        var action = new ActionContext(http, http.GetRouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary<T>(metadata, new ModelStateDictionary()) { Model = model };
        var context = new ViewContext(action, view.View, data, new TempDataDictionary(http, tempData), writer, new HtmlHelperOptions());
        await view.View.RenderAsync(context);
        return writer.ToString();
    }
}
