package riskmap.io;

/**
 * How a table is read: where its header is, and which columns say where a row lies.
 *
 * @param header number of the header's last row in the file, from 1; 0 without a header
 * @param x column of x or longitude, null without
 * @param y column of y or latitude, null without
 * @param geometry column of well-known text or of both coordinates, null without
 */
public record TableLook(long header, String x, String y, String geometry) {}
