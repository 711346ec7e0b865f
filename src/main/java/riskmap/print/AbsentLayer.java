package riskmap.print;

import riskmap.base.Message;

/**
 * A layer that a map frame should show and that could not be read: the page says on the map that it is not there.
 *
 * @param title what the layer is called, in the page's language
 * @param reason why it could not be read
 */
public record AbsentLayer(String title, Message reason) {}
