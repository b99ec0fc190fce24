namespace SaaSChat.Web.Localization;

/// <summary>The first part of a public page's address: a language we speak.</summary>
internal sealed class LanguageConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        Cultures.Find(values[routeKey]?.ToString()) is not null;
}
