package riskmap.io;

import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.data.LayerKind;

/**
 * The layer that a source is imported into.
 *
 * @param layer its name
 * @param crs its CRS
 * @param kind its kind, or null to keep the columns of the source
 * @param type the schema that the layer has already, or null for a new one
 * @param columns field → column given by the user; goes before names and aliases
 */
public record ImportTarget(
        String layer,
        CoordinateReferenceSystem crs,
        LayerKind kind,
        SimpleFeatureType type,
        Map<String, String> columns) {}
