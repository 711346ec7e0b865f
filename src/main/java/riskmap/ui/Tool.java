package riskmap.ui;

/** What a click on the map does. */
public enum Tool {
    PAN,
    IDENTIFY,
    DISTANCE,
    AREA,
    SELECT,
    SELECT_AREA,
    SELECT_FREEHAND,
    SELECT_RADIUS,
    DRAW,
    RECTANGLE,
    CIRCLE,
    ADD_PART,
    VERTEX,
    MOVE,
    ROTATE,
    RESHAPE,
    SPLIT,
    CUT_HOLE,
    FILL_HOLE,
    FILL_NEW
}
