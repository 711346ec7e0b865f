package riskmap.print;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.locationtech.jts.geom.Envelope;
import riskmap.geo.crs.Crs;
import riskmap.map.Box;
import riskmap.map.LayoutItem;

/**
 * Where the map frames of a PDF page lie on the ground, so that readers tell coordinates and GIS programs place the page.
 *
 * <p><b>Source:</b> ISO 32000-2:2020, 8.8 (viewports) and 12.10 (geospatial features): the corners of each frame in
 * longitude and latitude.
 */
final class PdfRegistration {
    private PdfRegistration() {}

    static void add(PDPage page, PageComposer composer) {
        COSArray viewports = new COSArray();
        for (LayoutItem.MapFrame frame : composer.layout().frames()) {
            viewports.add(viewport(composer.view(frame.id()), page.getMediaBox().getHeight()));
        }
        if (viewports.size() > 0) {
            page.getCOSObject().setItem(COSName.getPDFName("VP"), viewports);
        }
    }

    private static COSDictionary viewport(FrameView view, double pageHeight) {
        Box box = view.item().box();
        COSDictionary result = new COSDictionary();
        result.setItem(COSName.TYPE, COSName.getPDFName("Viewport"));
        result.setItem(COSName.NAME, new COSString(view.item().id()));
        result.setItem(
                COSName.BBOX,
                numbers(
                        box.x() / Sheet.POINT,
                        pageHeight - box.bottom() / Sheet.POINT,
                        box.right() / Sheet.POINT,
                        pageHeight - box.y() / Sheet.POINT));
        COSDictionary measure = new COSDictionary();
        measure.setItem(COSName.TYPE, COSName.getPDFName("Measure"));
        measure.setItem(COSName.SUBTYPE, COSName.getPDFName("GEO"));
        COSArray corners = numbers(0, 0, 0, 1, 1, 1, 1, 0);
        measure.setItem(COSName.getPDFName("Bounds"), corners);
        measure.setItem(COSName.getPDFName("LPTS"), corners);
        measure.setItem(COSName.getPDFName("GPTS"), ground(view));
        COSDictionary system = new COSDictionary();
        boolean degrees = Crs.isGeographic(view.mapCrs());
        system.setItem(COSName.TYPE, COSName.getPDFName(degrees ? "GEOGCS" : "PROJCS"));
        if (Crs.epsg(view.mapCrs()) > 0) {
            system.setItem(COSName.getPDFName("EPSG"), COSInteger.get(Crs.epsg(view.mapCrs())));
        }
        system.setItem(COSName.getPDFName("WKT"), new COSString(Crs.toEsriWkt(view.mapCrs())));
        measure.setItem(COSName.getPDFName("GCS"), system);
        result.setItem(COSName.getPDFName("Measure"), measure);
        return result;
    }

    /** Latitude and longitude of the corners: lower left, upper left, upper right, lower right. */
    private static COSArray ground(FrameView view) {
        Envelope e = view.extent();
        double[] corners = {
            e.getMinX(), e.getMinY(), e.getMinX(), e.getMaxY(), e.getMaxX(), e.getMaxY(), e.getMaxX(), e.getMinY()
        };
        view.toDegrees().apply(corners, 4);
        COSArray result = new COSArray();
        for (int i = 0; i < corners.length; i += 2) {
            result.add(exact(corners[i + 1]));
            result.add(exact(corners[i]));
        }
        return result;
    }

    private static COSArray numbers(double... values) {
        COSArray result = new COSArray();
        for (double value : values) {
            result.add(exact(value));
        }
        return result;
    }

    /** Nine significant digits are 1 cm on the ground: a float would hold no more than 7. */
    private static COSFloat exact(double value) {
        try {
            return new COSFloat(
                    java.math.BigDecimal.valueOf(Math.round(value * 1e8), 8).toPlainString());
        } catch (java.io.IOException notANumber) {
            throw new java.io.UncheckedIOException(notANumber);
        }
    }
}
