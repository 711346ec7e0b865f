package riskmap.geo.crs;

import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.wkt.Formattable;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** What GeoTools does for a CRS that is not one of ours. */
final class ForeignCrs {
    private ForeignCrs() {}

    /** Parses well-known text without its axes, so that x comes first. */
    static CoordinateReferenceSystem parse(WktNode root) throws FactoryException {
        StringBuilder text = new StringBuilder();
        write(root, text);
        return CRS.parseWKT(text.toString());
    }

    private static void write(WktNode node, StringBuilder out) {
        out.append(node.keyword()).append('[');
        String separator = "";
        for (int i = 0; i < node.values().size(); i++) {
            // the first is the name, but of the shift of a datum
            boolean named = i == 0 && !node.keyword().equals("TOWGS84");
            boolean number =
                    !named && !Double.isNaN(node.number(i)) && !node.keyword().equals("AUTHORITY");
            String value = node.values().get(i).replace("\"", "'");
            out.append(separator).append(number ? value : '"' + value + '"');
            separator = ",";
        }
        for (WktNode child : node.children()) {
            if (!child.keyword().equals("AXIS") && !child.keyword().equals("EXTENSION")) {
                out.append(separator);
                write(child, out);
                separator = ",";
            }
        }
        out.append(']');
    }

    static String format(CoordinateReferenceSystem crs) {
        return crs instanceof Formattable formattable ? formattable.toWKT(0, false) : crs.toWKT();
    }

    /** One of ours under another object, found through its well-known text. */
    static Optional<CrsDefinition> recognise(CoordinateReferenceSystem crs) {
        try {
            return Optional.ofNullable(CrsReader.read(WktNode.parse(format(crs))));
        } catch (RuntimeException notWritable) {
            return Optional.empty();
        }
    }

    static CrsTransform transform(CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
        MathTransform transform;
        try {
            transform = CRS.findMathTransform(from, to);
        } catch (FactoryException noWay) {
            throw new RiskMapException(
                    Message.of(
                            "geo.datum-shift-unknown",
                            from.getName().getCode(),
                            to.getName().getCode()),
                    noWay);
        }
        return new CrsTransform() {
            @Override
            public void apply(double[] xy, int count) {
                for (int at = 0; at < 2 * count; at += 2) {
                    try {
                        transform.transform(xy, at, xy, at, 1);
                    } catch (TransformException outside) {
                        xy[at] = Double.NaN;
                        xy[at + 1] = Double.NaN;
                    }
                }
            }
        };
    }
}
