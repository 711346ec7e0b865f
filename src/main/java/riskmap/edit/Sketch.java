package riskmap.edit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * What somebody is in the middle of: not an edit yet, but worth keeping through a crash.
 *
 * @param layer the table it is meant for
 * @param fid the row that is changed, negative for a new one
 * @param tool what draws it, so that it can go on
 * @param geometry what is drawn so far, in the layer's CRS; null where only the form is open
 * @param values what the form holds so far
 * @param time when it was kept
 */
public record Sketch(String layer, long fid, String tool, Geometry geometry, Map<String, Object> values, Instant time) {
    public Sketch {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
