package riskmap.edit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.base.Message;
import riskmap.data.Author;
import riskmap.data.Catalogue;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.crs.Crs;

/** A small project of survey layers to edit. */
final class SurveyFile {
    static final Author SURVEYOR = new Author("王芳", "平板 3", "外业调查");

    private SurveyFile() {}

    /** A new file with empty layers of these kinds. */
    static GeoPackage create(Path file, String... kinds) {
        GeoPackage result = GeoPackage.create(file);
        for (String kind : kinds) {
            result.createLayer(Catalogue.standard().find(kind).orElseThrow().featureType(kind, Crs.of(4550)), null);
        }
        return result;
    }

    static EditSession session(GeoPackage file) {
        return session(file, file.path().resolveSibling("own"));
    }

    /** @param own the user's folder */
    static EditSession session(GeoPackage file, Path own) {
        return new EditSession(file, new CommitRules(file, SurveyFile::kind), SURVEYOR, own);
    }

    static Optional<riskmap.data.LayerKind> kind(String layer) {
        return Catalogue.standard().find(layer);
    }

    static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A square with its lower left corner at (x, y). */
    static Geometry square(double x, double y, double side) {
        return wkt("POLYGON((" + x + " " + y + "," + (x + side) + " " + y + "," + (x + side) + " " + (y + side) + ","
                + x + " " + (y + side) + "," + x + " " + y + "))");
    }

    /** Name, value pairs as a row. */
    static Map<String, Object> row(Object... pairs) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            result.put((String) pairs[i], pairs[i + 1]);
        }
        return result;
    }

    static Message name(String text) {
        return Message.of(text);
    }
}
