package riskmap.report;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * The styles of a report in Word: real headings, so that navigation and tables of contents work, in the faces of official
 * papers (headings in 黑体, text in 仿宋, the head in 方正小标宋, with what a machine has in their place).
 *
 * <p><b>Source:</b> GB/T 9704-2012, 7 (faces of the parts of an official paper).
 */
final class DocxStyles {
    static final String ISSUER = "Issuer";
    static final String ISSUE = "Issue";
    static final String TITLE = "Title";
    static final String BODY = "BodyText";
    static final String NOTE = "Note";
    static final String WARNING = "Warning";
    static final String CAPTION = "Caption";
    static final String CELL = "Cell";
    static final String LIST = "ListParagraph";

    private static final Pattern COLOUR =
            Pattern.compile("(?<=<w:color w:val=\"|w:color=\"|w:fill=\")[0-9A-F]{6}(?=\")");

    private DocxStyles() {}

    /** Adds the styles to a document that has none, in the colours that the report shows. */
    static void add(XWPFDocument word, ReportDocument report) throws IOException {
        StringBuilder styles = new StringBuilder();
        styles.append("<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">")
                .append("<w:docDefaults><w:rPrDefault><w:rPr>")
                .append(fonts("仿宋"))
                .append("<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/>")
                .append("</w:rPr></w:rPrDefault></w:docDefaults>")
                .append("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>")
                .append("<w:qFormat/></w:style>");
        String centred = "<w:jc w:val=\"center\"/>";
        style(styles, ISSUER, "Issuer", "<w:spacing w:after=\"60\"/>" + centred, "方正小标宋简体", 52, "C8102E", true);
        style(
                styles,
                ISSUE,
                "Issue",
                "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"6\" w:color=\"C8102E\"/></w:pBdr>"
                        + "<w:spacing w:after=\"320\"/>" + centred,
                "仿宋",
                22,
                "1B2733",
                false);
        style(styles, TITLE, "Title", "<w:spacing w:after=\"240\"/>" + centred, "方正小标宋简体", 40, "1B2733", true);
        running(styles);
        styles.append("</w:styles>");
        try {
            word.createStyles()
                    .setStyles(StylesDocument.Factory.parse(report.shown(styles.toString(), COLOUR))
                            .getStyles());
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands below the head. */
    private static void running(StringBuilder styles) {
        String centred = "<w:jc w:val=\"center\"/>";
        String indent = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"480\"/>";
        heading(styles, 1, "黑体", 30, "12304A");
        heading(styles, 2, "楷体", 25, "1B2733");
        style(
                styles,
                BODY,
                "Body Text",
                "<w:spacing w:line=\"400\" w:lineRule=\"atLeast\"/>" + indent,
                "仿宋",
                24,
                "",
                false);
        style(
                styles,
                LIST,
                "List Paragraph",
                "<w:spacing w:line=\"380\" w:lineRule=\"atLeast\"/>" + "<w:ind w:left=\"760\" w:hanging=\"380\"/>",
                "仿宋",
                24,
                "",
                false);
        style(styles, NOTE, "Note", "<w:spacing w:before=\"40\" w:after=\"80\"/>", "仿宋", 18, "5A6772", false);
        style(
                styles,
                WARNING,
                "Warning",
                "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"6\" w:color=\"9A3412\"/></w:pBdr>"
                        + "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFF4E6\"/>"
                        + "<w:spacing w:before=\"60\" w:after=\"120\"/><w:ind w:left=\"160\"/>",
                "仿宋",
                20,
                "9A3412",
                false);
        style(
                styles,
                CAPTION,
                "caption",
                "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/>" + centred,
                "黑体",
                20,
                "",
                true);
        style(styles, CELL, "Cell", "<w:spacing w:line=\"250\" w:lineRule=\"atLeast\"/>", "仿宋", 18, "", false);
    }

    /** The id of the style of a heading. */
    static String heading(int level) {
        return "Heading" + level;
    }

    private static void heading(StringBuilder styles, int level, String face, int halfPoints, String colour) {
        style(
                styles,
                heading(level),
                "heading " + level,
                "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"100\"/><w:outlineLvl w:val=\""
                        + (level - 1) + "\"/>",
                face,
                halfPoints,
                colour,
                level == 1);
    }

    private static void style(
            StringBuilder styles,
            String id,
            String name,
            String paragraph,
            String face,
            int halfPoints,
            String colour,
            boolean bold) {
        styles.append("<w:style w:type=\"paragraph\" w:styleId=\"")
                .append(id)
                .append("\"><w:name w:val=\"")
                .append(name)
                .append("\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>")
                .append(paragraph)
                .append("</w:pPr><w:rPr>")
                .append(fonts(face))
                .append(bold ? "<w:b/>" : "")
                .append(colour.isEmpty() ? "" : "<w:color w:val=\"" + colour + "\"/>")
                .append("<w:sz w:val=\"")
                .append(halfPoints)
                .append("\"/><w:szCs w:val=\"")
                .append(halfPoints)
                .append("\"/></w:rPr></w:style>");
    }

    private static String fonts(String eastAsia) {
        return "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\""
                + eastAsia + "\"/>";
    }
}
