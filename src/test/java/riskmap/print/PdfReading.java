package riskmap.print;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads a page back: every filled or stroked path with its colour and bounds in millimetres from the top left corner. */
final class PdfReading extends PDFGraphicsStreamEngine {
    /** A path that was painted. */
    record Painted(Rectangle2D bounds, int rgb, boolean filled) {}

    final List<Painted> paths = new ArrayList<>();
    /** Where glyphs stand, in millimetres. */
    final List<Point2D> glyphs = new ArrayList<>();

    private final GeneralPath path = new GeneralPath();
    private final double height;
    private int clips;

    private PdfReading(PDPage page) {
        super(page);
        height = page.getMediaBox().getHeight();
    }

    static PdfReading of(PDPage page) throws IOException {
        PdfReading reading = new PdfReading(page);
        reading.processPage(page);
        return reading;
    }

    private void painted(boolean filled) throws IOException {
        if (path.getCurrentPoint() != null) {
            Rectangle2D b = path.getBounds2D();
            double k = 25.4 / 72;
            Rectangle2D mm = new Rectangle2D.Double(
                    b.getMinX() * k, (height - b.getMaxY()) * k, b.getWidth() * k, b.getHeight() * k);
            var state = getGraphicsState();
            int rgb = filled
                    ? state.getNonStrokingColor().toRGB()
                    : state.getStrokingColor().toRGB();
            paths.add(new Painted(mm, rgb, filled));
        }
        path.reset();
    }

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
        path.moveTo(a.getX(), a.getY());
        path.lineTo(b.getX(), b.getY());
        path.lineTo(c.getX(), c.getY());
        path.lineTo(d.getX(), d.getY());
        path.closePath();
    }

    @Override
    public void drawImage(PDImage image) {
        // pictures are not measured
    }

    @Override
    public void clip(int windingRule) {
        clips++;
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        path.reset();
    }

    @Override
    public void strokePath() throws IOException {
        painted(false);
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        painted(true);
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        painted(true);
    }

    @Override
    public void shadingFill(COSName name) {
        throw new IllegalStateException("no shadings are written");
    }

    @Override
    protected void showGlyph(Matrix matrix, org.apache.pdfbox.pdmodel.font.PDFont font, int code, Vector displacement) {
        double k = 25.4 / 72;
        glyphs.add(new Point2D.Double(matrix.getTranslateX() * k, (height - matrix.getTranslateY()) * k));
    }
}
