package riskmap.render;

/**
 * How what is repeated along a line, dashes or symbols, counts from its beginning. Of a line that is clipped the rest goes
 * on as though all of it were drawn: else dashes would not meet where the bands of a picture do.
 *
 * @param first where the first of them stands, in target units
 * @param round after which length all is repeated
 */
record Rhythm(double first, double round) {
    /** That of a line's look; null where nothing is repeated. */
    static Rhythm of(StrokeLook look, double tolerance) {
        if (look.graphic() != null) {
            SymbolBeat beat = SymbolBeat.of(look, tolerance);
            return new Rhythm(beat.at(0), beat.round());
        }
        if (look.dash().isEmpty()) {
            return null;
        }
        double sum = look.dash().stream().mapToDouble(Float::doubleValue).sum();
        // an odd number of lengths begins its second time with a gap
        return new Rhythm(0, look.dash().size() % 2 == 0 ? sum : 2 * sum);
    }

    /** How far before a place of a line its drawing may begin as at the line's own beginning, with all beyond in step. */
    double back(double travelled) {
        return travelled - round * Math.max(0, Math.floor((travelled - first) / round));
    }
}
