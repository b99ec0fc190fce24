using System.Text;
using Markdig.Extensions.Tables;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>Tables scroll in a frame of their own, which the keyboard reaches; their columns run the way the table reads.</summary>
internal sealed class TableWriter(StringBuilder html, ProseWords words, Directions directions, Action<TableCell> writeCell)
{
    public void Write(Table table)
    {
        html.Append("<div class=\"table-wrap\" tabindex=\"0\" role=\"group\" aria-label=\"").AppendText(words.Table).Append("\"><table")
            .AppendDirection(directions.Of(table)).Append(">\n");
        var rows = table.OfType<TableRow>().ToList();
        Write("thead", rows.Where(row => row.IsHeader), table);
        Write("tbody", rows.Where(row => !row.IsHeader), table);
        html.Append("</table></div>\n");
    }

    private void Write(string part, IEnumerable<TableRow> rows, Table table)
    {
        var open = false;
        foreach (var row in rows)
        {
            if (!open) html.Append('<').Append(part).Append('>');
            open = true;
            html.Append("<tr>");
            var cells = row.OfType<TableCell>().ToList();
            for (var i = 0; i < cells.Count; i++) Write(cells[i], row.IsHeader, i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null);
            html.Append("</tr>\n");
        }

        if (open) html.Append("</").Append(part).Append('>');
    }

    private void Write(TableCell cell, bool head, TableColumnAlign? align)
    {
        html.Append(head ? "<th scope=\"col\"" : "<td").AppendDirection(directions.Of(cell));
        if (align is TableColumnAlign.Center) html.Append(" data-align=\"center\"");
        if (align is TableColumnAlign.Right) html.Append(" data-align=\"end\"");
        html.Append('>');
        writeCell(cell);
        html.Append(head ? "</th>" : "</td>");
    }
}
