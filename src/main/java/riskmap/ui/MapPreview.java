package riskmap.ui;

import riskmap.base.Message;
import riskmap.render.PaintLayer;

/**
 * A result that is only looked at: painted over the map, marked as such, stored nowhere.
 *
 * @param title what it is
 * @param layer ready to paint
 */
public record MapPreview(Message title, PaintLayer layer) {}
