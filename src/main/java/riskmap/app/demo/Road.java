package riskmap.app.demo;

import org.locationtech.jts.geom.Coordinate;

/** A stretch of road. */
record Road(String name, String code, Class type, Coordinate[] line) {
    /** What the catalogue calls class, from the most to the least important. */
    enum Class {
        EXPRESSWAY(26, 4, 110),
        NATIONAL(22, 4, 80),
        PROVINCIAL(18, 4, 80),
        COUNTY(9, 2, 60),
        TOWNSHIP(6.5, 2, 40),
        VILLAGE(4.5, 1, 20),
        URBAN_TRUNK(24, 6, 50),
        URBAN_BRANCH(12, 2, 40);

        final double widthMetres;
        final int lanes;
        final double speedKmH;

        Class(double widthMetres, int lanes, double speedKmH) {
            this.widthMetres = widthMetres;
            this.lanes = lanes;
            this.speedKmH = speedKmH;
        }

        boolean isUrban() {
            return this == URBAN_TRUNK || this == URBAN_BRANCH;
        }
    }

    Road withLine(Coordinate[] other) {
        return new Road(name, code, type, other);
    }
}
