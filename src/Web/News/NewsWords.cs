using SaaSChat.Domain.News;

namespace SaaSChat.Web.News;

/// <summary>How news looks.</summary>
public static class NewsWords
{
    public static string AlertOf(AnnouncementTone tone) => tone switch { AnnouncementTone.Warning => "alert-warn", AnnouncementTone.Good => "alert-success", _ => "alert-info" };

    public static string IconOf(AnnouncementTone tone) => tone switch { AnnouncementTone.Warning => "triangle-alert", AnnouncementTone.Good => "circle-check", _ => "info" };

    public static string BadgeOf(IncidentImpact impact) => impact switch { IncidentImpact.Major => "badge-danger", IncidentImpact.Minor => "badge-warn", _ => "badge-info" };

    public static string BadgeOf(IncidentState state) => state == IncidentState.Resolved ? "badge-success" : "badge-warn";
}
