package riskmap.style;

/** Builds the text of a style document: indentation, namespaces of the dialect, escaped characters. */
final class SldText {
    private final StringBuilder out = new StringBuilder(4096);
    private final SldWriter.Dialect dialect;
    private int depth;

    SldText(SldWriter.Dialect dialect) {
        this.dialect = dialect;
    }

    SldWriter.Dialect dialect() {
        return dialect;
    }

    /** A tag of the document's shell (StyledLayerDescriptor, NamedLayer, UserStyle). */
    String sld(String name) {
        return "sld:" + name;
    }

    /** A tag of the symbology: in SLD 1.0 the shell's namespace, in SE 1.1 one of its own. */
    String se(String name) {
        return (dialect == SldWriter.Dialect.SE_1_1 ? "se:" : "sld:") + name;
    }

    /** A line as it is, before the first element. */
    void line(String text) {
        out.append(text).append('\n');
    }

    /** Opens an element; attributes as name and value in turn, a null value leaves the attribute out. */
    void open(String tag, String... attributes) {
        indent();
        tag(tag, attributes);
        out.append(">\n");
        depth++;
    }

    void close(String tag) {
        depth--;
        indent();
        out.append("</").append(tag).append(">\n");
    }

    /** An element without content. */
    void empty(String tag, String... attributes) {
        indent();
        tag(tag, attributes);
        out.append("/>\n");
    }

    /** An element with text; nothing when the text is null. */
    void leaf(String tag, String text, String... attributes) {
        if (text == null) {
            return;
        }
        indent();
        tag(tag, attributes);
        out.append('>');
        escape(text);
        out.append("</").append(tag).append(">\n");
    }

    private void tag(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
    }

    private void indent() {
        out.append("  ".repeat(depth));
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    // characters that XML 1.0 cannot hold at all are left out
                    if (c >= 0x20 || c == '\n' || c == '\t') {
                        out.append(c);
                    }
                }
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
