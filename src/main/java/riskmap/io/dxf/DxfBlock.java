package riskmap.io.dxf;

import java.util.List;

/**
 * A block of a drawing.
 *
 * @param x the base point that comes to lie where the block is inserted
 * @param y the base point
 */
record DxfBlock(String name, double x, double y, List<DxfEntity> contents) {}
