package riskmap.geo.snap;

/** What a pointer snaps to; within the tolerance an earlier kind wins over a nearer place of a later kind. */
public enum SnapKind {
    VERTEX,
    /** Where two edges cross without a vertex there. */
    INTERSECTION,
    /** Middle of an edge. */
    MIDPOINT,
    /** Foot of the perpendicular from the vertex drawn last on an edge. */
    PERPENDICULAR,
    EDGE
}
