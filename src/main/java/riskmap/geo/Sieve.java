package riskmap.geo;

import riskmap.base.Progress;

/** Merges zones (4-connected cells of one value) of fewer than so many cells into a neighbour. */
public final class Sieve {
    private Sieve() {}

    /** A new grid in which every zone has at least so many cells (unless nothing but no data surrounds it). */
    public static Grid sieve(Grid zones, int minimumCells, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
