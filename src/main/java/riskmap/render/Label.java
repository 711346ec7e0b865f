package riskmap.render;

/**
 * A label that wants to be placed.
 *
 * @param text what it says
 * @param look how
 * @param priority larger ones choose first
 * @param order of equal priority: layers from the top, then features as they come
 * @param layer the packed layer of its feature
 * @param row the feature's row
 */
record Label(String text, TextLook look, double priority, long order, PackedLayer layer, int row) {}
