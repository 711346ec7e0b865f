package riskmap.render;

import java.awt.Color;

/**
 * How an area is filled, worked out to target units.
 *
 * @param color with its opacity, or null when only the pattern is drawn
 * @param pattern what is repeated inside, or null
 * @param spacing distance between repetitions
 * @param rows distance between rows of symbols
 */
record FillLook(Color color, GraphicLook pattern, double spacing, double rows) {}
