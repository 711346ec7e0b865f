package riskmap.print;

import java.awt.Color;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroupAttributes;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import riskmap.render.Blend;

/**
 * The content stream that all graphics of one page share, with the graphics state as last written, so that only what
 * changes is written. A layer with an opacity, or a part of
 * one that mixes with what lies below, becomes a transparency group.
 */
final class PdfCanvas {
    final PDDocument document;
    final PDResources resources;
    final PdfFonts fonts;
    private final InkPalette palette;
    private final double width;
    private final double height;
    private final PdfLayers layers;
    private final Deque<PdfContent> outer = new ArrayDeque<>();
    private final Deque<COSStream> groups = new ArrayDeque<>();
    private final Deque<Double> groupAlphas = new ArrayDeque<>();
    private final Deque<Blend> blends = new ArrayDeque<>();
    private final Map<Integer, COSName> alphas = new HashMap<>();
    private final ImageNames images = new ImageNames();
    private final PdfImages embedded;
    private PdfContent content;

    private Shape clip;
    private Color fill;
    private Color line;
    private int alpha = 1000;
    private String stroke = "";

    PdfCanvas(
            PDDocument document,
            PDResources resources,
            PdfFonts fonts,
            PdfLayers layers,
            COSStream stream,
            double width,
            double height,
            InkPalette palette) {
        this.document = document;
        this.resources = resources;
        this.fonts = fonts;
        this.layers = layers;
        this.palette = palette;
        this.width = width;
        this.height = height;
        this.embedded = new PdfImages(document, palette);
        this.content = open(stream);
        content.operator("q").raw("1 0 0 -1 0 ").number(height).operator("cm").operator("q");
    }

    PdfContent content() {
        return content;
    }

    /** Sets clip and opacity for what comes next. */
    void state(Shape wantedClip, double opacity) {
        if (!Objects.equals(clip, wantedClip)) {
            restart();
            clip = wantedClip;
            if (wantedClip != null) {
                int rule = content.path(wantedClip);
                if (rule < 0) {
                    content.operator("0 0 m");
                }
                content.operator(rule == java.awt.geom.PathIterator.WIND_EVEN_ODD ? "W* n" : "W n");
            }
        }
        int wanted = (int) Math.round(opacity * 1000);
        if (wanted != alpha) {
            alpha = wanted;
            content.raw("/").raw(alphaName(wanted).getName()).operator(" gs");
        }
    }

    void fillColour(Color colour) {
        if (fill == null || (fill.getRGB() | 0xff000000) != (colour.getRGB() | 0xff000000)) {
            fill = colour;
            content.colour(colour, palette, false);
        }
    }

    void lineColour(Color colour) {
        if (line == null || (line.getRGB() | 0xff000000) != (colour.getRGB() | 0xff000000)) {
            line = colour;
            content.colour(colour, palette, true);
        }
    }

    /** Sets the line: {@code operators} are width, cap, join, limit and dash as written in the stream. */
    void line(String operators) {
        if (!stroke.equals(operators)) {
            stroke = operators;
            content.operator(operators);
        }
    }

    /** The resource name of an image, embedded without loss once however often it is painted. */
    COSName image(BufferedImage image) {
        return images.of(image, one -> {
            try {
                return resources.add(embedded.add(one));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What is painted from now on belongs to a layer that the reader can switch off. */
    void beginLayer(String id, double opacity) {
        leave();
        content.raw("/OC /").raw(layers.name(id).getName()).operator(" BDC");
        outer.push(content);
        groupAlphas.push(opacity);
        if (opacity < 1) {
            openGroup();
        }
        enter();
    }

    private void openGroup() {
        COSStream stream = document.getDocument().createCOSStream();
        groups.push(stream);
        content = open(stream);
    }

    /** What is painted from now on is mixed as a whole with what lies below it. */
    void beginBlend(Blend blend) {
        leave();
        outer.push(content);
        blends.push(blend);
        openGroup();
        enter();
    }

    /** What is mixed as a whole ends. */
    void endBlend() {
        leave();
        content.close();
        content = outer.pop();
        drawGroup(blendName(blends.pop()));
        enter();
    }

    private void drawGroup(COSName state) {
        COSName form = resources.add(group(groups.pop()));
        content.operator("q").raw("/").raw(state.getName()).operator(" gs");
        content.raw("/").raw(form.getName()).operator(" Do").operator("Q");
    }

    private COSName blendName(Blend blend) {
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setStrokingAlphaConstant((float) blend.opacity());
        state.setNonStrokingAlphaConstant((float) blend.opacity());
        state.getCOSObject().setItem(COSName.BM, COSName.getPDFName(blend.mode().pdf()));
        return resources.add(state);
    }

    /** The layer ends. */
    void endLayer() {
        leave();
        double opacity = groupAlphas.pop();
        PdfContent below = outer.pop();
        if (opacity < 1) {
            content.close();
            content = below;
            drawGroup(alphaName((int) Math.round(opacity * 1000)));
        }
        content.operator("EMC");
        enter();
    }

    void close() {
        content.operator("Q").operator("Q");
        content.close();
        embedded.close();
    }

    private PDFormXObject group(COSStream stream) {
        PDFormXObject form = new PDFormXObject(stream);
        COSArray box = new COSArray();
        box.add(new COSFloat(0));
        box.add(new COSFloat(0));
        box.add(new COSFloat((float) width));
        box.add(new COSFloat((float) height));
        stream.setItem(COSName.BBOX, box);
        stream.setItem(COSName.RESOURCES, resources);
        PDTransparencyGroupAttributes attributes = new PDTransparencyGroupAttributes();
        attributes.getCOSObject().setItem(COSName.S, COSName.TRANSPARENCY);
        stream.setItem(COSName.GROUP, attributes);
        return form;
    }

    private COSName alphaName(int thousandths) {
        return alphas.computeIfAbsent(thousandths, key -> {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setStrokingAlphaConstant(key / 1000f);
            state.setNonStrokingAlphaConstant(key / 1000f);
            return resources.add(state);
        });
    }

    private void restart() {
        leave();
        enter();
    }

    private void leave() {
        content.operator("Q");
    }

    private void enter() {
        content.operator("q");
        clip = null;
        fill = null;
        line = null;
        alpha = 1000;
        stroke = "";
    }

    private static PdfContent open(COSStream stream) {
        try {
            stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            return new PdfContent(new DeflatedBlocks(stream.createRawOutputStream(), DeflatedBlocks.OF_VECTORS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
