package riskmap.print;

import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import riskmap.render.Fonts;

/**
 * The Chinese faces of a document, embedded as subsets of the glyphs used, so that text can be searched and copied. A
 * face that cannot be embedded (CFF outlines) or lacks a glyph gives no {@link Run}: the text is then drawn as outlines.
 */
final class PdfFonts {
    private final PDDocument document;
    private final PDResources resources;
    private final Map<Boolean, Embedded> faces = new LinkedHashMap<>();

    /** A face in the document. */
    private record Embedded(PDType0Font font, CmapLookup glyphs, COSName name) {}

    /**
     * A text ready to be shown.
     *
     * @param fontName resource name of the font
     * @param codes character codes
     * @param width advance in thousandths of the font size
     * @param emboldened whether boldness must be drawn by a stroke, because there is no bold face
     */
    record Run(COSName fontName, byte[] codes, double width, boolean emboldened) {}

    PdfFonts(PDDocument document, PDResources resources) {
        this.document = document;
        this.resources = resources;
    }

    /** The text in the embedded face, or empty when it must be drawn. */
    Optional<Run> run(String text, Font font) {
        boolean bold = font.isBold()
                || font.getFontName(Locale.ROOT).toLowerCase(Locale.ROOT).contains("bold");
        boolean boldFace = bold && Fonts.bold().isPresent();
        Embedded face = faces.computeIfAbsent(boldFace, this::load);
        if (face.font() == null
                || text.codePoints().anyMatch(point -> face.glyphs().getGlyphId(point) == 0)) {
            return Optional.empty();
        }
        try {
            byte[] codes = face.font().encode(text);
            text.codePoints().forEach(face.font()::addToSubset);
            return Optional.of(new Run(face.name(), codes, face.font().getStringWidth(text), bold && !boldFace));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reduces the faces to the glyphs used; once, before the document is saved. */
    void subset() throws IOException {
        for (Embedded face : faces.values()) {
            if (face.font() != null) {
                face.font().subset();
            }
        }
    }

    private Embedded load(boolean bold) {
        Optional<Fonts.Face> face = bold ? Fonts.bold() : Fonts.regular();
        if (face.isEmpty()) {
            return new Embedded(null, null, null);
        }
        try {
            TrueTypeFont font = PdfFaces.of(face.get());
            PDType0Font embedded = PDType0Font.load(document, font, true);
            return new Embedded(embedded, font.getUnicodeCmapLookup(), resources.add(embedded));
        } catch (IOException | RuntimeException unfit) {
            return new Embedded(null, null, null);
        }
    }
}
