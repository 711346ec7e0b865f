package riskmap.geo.snap;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * What a pointer snapped to.
 *
 * @param kind what it is
 * @param point the exact place: for a vertex its own coordinates to the bit, Z with it
 * @param layer the layer it is of
 * @param fid the feature; of a crossing, the one that comes first
 * @param edge the edge it lies on (of a vertex, an edge that has it; of a single point, that point twice)
 */
public record Snap(SnapKind kind, Coordinate point, String layer, long fid, LineSegment edge) {}
