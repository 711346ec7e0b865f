package riskmap.ui;

/** What a click on the map does. */
public enum Tool {
    PAN,
    IDENTIFY,
    DISTANCE,
    AREA
}
