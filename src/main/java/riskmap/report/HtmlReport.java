package riskmap.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.print.InkPalette;

/**
 * A report as one HTML file: styles and pictures inside, no scripts, nothing fetched from anywhere, which a content security
 * policy also tells the browser. Every text is escaped.
 */
final class HtmlReport implements ReportOutput {
    private static final double DPI = 150;
    private static final Pattern COLOUR = Pattern.compile("(?<=#)[0-9a-f]{6}");
    private static final String STYLE = String.join(
            "\n",
            "body{font-family:\"Noto Sans SC\",\"Source Han Sans SC\",\"Microsoft YaHei\",\"PingFang SC\","
                    + "\"WenQuanYi Micro Hei\",sans-serif;color:#1b2733;background:#eef1f4;margin:0;line-height:1.75}",
            "main{max-width:54rem;margin:0 auto;background:#fff;padding:3rem 4rem;overflow-wrap:anywhere}",
            ".issuer{color:#c8102e;font-size:2.1rem;font-weight:700;text-align:center;margin:0}",
            ".issue{text-align:center;border-bottom:3px solid #c8102e;padding-bottom:.8rem;margin:.2rem 0 1.6rem}",
            ".mark{color:#c8102e;font-weight:700}",
            "h1{font-size:1.6rem;text-align:center;line-height:1.4;margin:1rem 0 1.6rem}",
            "h2{font-size:1.2rem;color:#12304a;margin:2rem 0 .6rem}",
            "h3{font-size:1.02rem;margin:1.4rem 0 .4rem}",
            "p.body:lang(zh){text-indent:2em}",
            "p.body{margin:.5rem 0}",
            "p.note{font-size:.85rem;color:#5a6772;margin:.4rem 0}",
            "p.warning{background:#fff4e6;border-left:4px solid #9a3412;color:#9a3412;padding:.5rem .8rem}",
            ".scroll{overflow-x:auto;margin:.8rem 0 1.2rem}",
            "table{border-collapse:collapse;width:100%;font-size:.84rem;line-height:1.4}",
            "caption{font-weight:700;padding:.3rem}",
            "th,td{border:1px solid #9aa7b3;padding:.25rem .5rem;vertical-align:top}",
            "th{background:#e8eef4;color:#12304a}",
            // beside a dozen columns of numbers a name would stand with one character in each line
            "td:not(.n){min-width:6em}",
            "td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}",
            "tr.strong td{font-weight:700;background:#f3f6f9}",
            "figure{margin:1rem 0;text-align:center}figure img{max-width:100%;height:auto}",
            "figcaption{font-weight:700;font-size:.9rem}",
            "ul.box{list-style:none;padding-left:1.2rem}ul.box li::before{content:\"\\2610\\00a0\"}",
            ".sign{display:flex;gap:2rem;margin:2.5rem 0 1rem}.sign span{flex:1;border-bottom:1px solid #1b2733}",
            ".place{text-align:right}",
            "footer{font-size:.8rem;color:#5a6772;border-top:1px solid #b8c2cc;margin-top:2rem;padding-top:.5rem}",
            "@page{size:A4;margin:28mm 24mm}",
            "@media print{body{background:#fff}main{max-width:none;padding:0}thead{display:table-header-group}"
                    + "tr,figure{break-inside:avoid}h2,h3,caption{break-after:avoid}.scroll{overflow:visible}"
                    + PaperFit.STYLE + "}");

    @Override
    public String extension() {
        return "html";
    }

    @Override
    public void write(ReportDocument document, OutputStream stream, Progress progress) throws IOException {
        StringBuilder html = new StringBuilder(1 << 16);
        String language = document.language() == Language.CHINESE ? "zh-CN" : "en";
        html.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\">\n<head>\n");
        html.append(
                "<meta charset=\"UTF-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " img-src data:; style-src 'unsafe-inline'\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<meta name=\"generator\" content=\"riskmap\">\n<meta name=\"created\" content=\"")
                .append(escaped(document.created().toOffsetDateTime().toString()))
                .append("\">\n<title>")
                .append(escaped(document.title()))
                .append("</title>\n<style>\n")
                .append(document.shown(STYLE, COLOUR))
                .append("\n</style>\n</head>\n<body>\n<main>\n");
        tag(html, "p class=\"mark\"", document.mark());
        tag(html, "p class=\"issuer\"", document.issuer());
        tag(html, "p class=\"issue\"", document.issue());
        tag(html, "h1", document.title());
        List<Block> blocks = document.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Progress part = progress.part((double) i / blocks.size(), (i + 1.0) / blocks.size());
            block(html, blocks.get(i), document.inks(), part);
        }
        tag(html, "footer", document.footer());
        html.append("</main>\n</body>\n</html>\n");
        stream.write(html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void block(StringBuilder html, Block block, InkPalette inks, Progress progress) {
        if (block instanceof Block.Heading heading) {
            tag(html, "h" + (heading.level() + 1), heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            String tone = paragraph.tone().name().toLowerCase(java.util.Locale.ROOT);
            tag(html, "p class=\"" + tone + "\"", paragraph.text());
        } else if (block instanceof Block.Items items) {
            String list = items.mark() == Block.Mark.NUMBER ? "ol" : "ul";
            html.append('<').append(list).append(items.mark() == Block.Mark.BOX ? " class=\"box\">\n" : ">\n");
            items.texts().forEach(text -> tag(html, "li", text));
            html.append("</").append(list).append(">\n");
        } else if (block instanceof Block.Grid grid) {
            grid(html, grid);
        } else if (block instanceof Block.Figure figure) {
            html.append("<figure>\n<img alt=\"")
                    .append(escaped(figure.caption()))
                    .append("\" src=\"data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(figure.drawing().png(DPI, inks, progress)))
                    .append("\">\n");
            tag(html, "figcaption", figure.caption());
            html.append("</figure>\n");
        } else if (block instanceof Block.Signature signature) {
            html.append("<div class=\"sign\">\n");
            signature.roles().forEach(role -> tag(html, "span", role));
            html.append("</div>\n");
            tag(html, "p class=\"place\"", signature.place());
            tag(html, "p class=\"place\"", signature.date());
        }
    }

    private static void grid(StringBuilder html, Block.Grid grid) {
        html.append("<div class=\"scroll")
                .append(PaperFit.of(grid))
                .append("\"><table id=\"")
                .append(escaped(grid.id()))
                .append("\">\n<caption>")
                .append(escaped(grid.caption()))
                .append("</caption>\n<thead><tr>");
        grid.columns().forEach(column -> html.append("<th scope=\"col\">")
                .append(escaped(column.title()))
                .append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (Block.Row row : grid.rows()) {
            html.append(row.strong() ? "<tr class=\"strong\">" : "<tr>");
            for (int i = 0; i < row.cells().size(); i++) {
                Object cell = row.cells().get(i);
                Block.Column column = grid.columns().get(i);
                // also the dash of a missing number stands under the numbers
                html.append(column.number() || cell instanceof Number ? "<td class=\"n\">" : "<td>")
                        .append(escaped(ShownNumber.cell(cell, column.decimals())))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table></div>\n");
    }

    private static void tag(StringBuilder html, String tag, String text) {
        if (!text.isEmpty()) {
            String name = tag.split(" ", 2)[0];
            html.append('<').append(tag).append('>').append(escaped(text));
            html.append("</").append(name).append(">\n");
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("\n", "<br>");
    }
}
