package riskmap.render;

import java.util.ArrayList;
import java.util.List;

/**
 * How far along a line the middles of repeated symbols stand: one after the other with the standard's gaps between them,
 * or, as GeoServer has it, one in the middle of each dash of a dashed line.
 *
 * <p><b>Source:</b> OGC 05-077r4, 11.1.4 ({@code Gap}, {@code InitialGap}); GeoServer user manual, SLD Cookbook, Lines,
 * “Spaced graphic symbols” and “Alternating symbols with dash offset”.
 *
 * @param places the places of the first round, in order
 * @param round how long a round is
 */
record SymbolBeat(List<Double> places, double round) {
    /** The beat of a line's look, whose symbols are not closer than the target shows. */
    static SymbolBeat of(StrokeLook look, double tolerance) {
        if (look.dash().isEmpty()) {
            double step = Math.max(2 * tolerance, look.graphic().size() + look.gap());
            double first = look.initialGap() < 0
                    ? step / 2
                    : look.initialGap() + look.graphic().size() / 2;
            return new SymbolBeat(List.of(first), step);
        }
        double round = 0;
        List<Double> middles = new ArrayList<>();
        // an odd number of lengths begins its second time with a gap
        int count = look.dash().size() * (look.dash().size() % 2 + 1);
        for (int i = 0; i < count; i++) {
            float length = look.dash().get(i % look.dash().size());
            if (i % 2 == 0) {
                middles.add(round + length / 2);
            }
            round += length;
        }
        double offset = look.dashOffset() % round;
        double whole = round;
        return new SymbolBeat(
                middles.stream()
                        .map(middle -> middle < offset ? middle - offset + whole : middle - offset)
                        .sorted()
                        .toList(),
                round);
    }

    /** Where the middle of a symbol stands, counted from 0. */
    double at(int number) {
        return places.get(number % places.size()) + round * (number / places.size());
    }
}
