package riskmap.geo.overlay;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Coordinates;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/**
 * Positions packed into one array of numbers, also with measures (M). What JTS packs with measures it cannot itself work on:
 * it copies them into coordinates that hold none, and makes sequences of coordinates with and without, and throws at both.
 */
public final class PackedPositions extends PackedCoordinateSequenceFactory {
    /** As {@link PackedCoordinateSequenceFactory#DOUBLE_FACTORY}. */
    public static final PackedPositions FACTORY = new PackedPositions();

    private PackedPositions() {
        super(DOUBLE);
    }

    /**
     * Positions one after the other.
     *
     * @param dimension numbers of each, measures among them
     * @param measures how many of these, the last, are measures: 0 or 1
     */
    public static PackedCoordinateSequence of(double[] values, int dimension, int measures) {
        return measures == 0
                ? new PackedCoordinateSequence.Double(values, dimension, 0)
                : new Measured(values, dimension, measures);
    }

    @Override
    public CoordinateSequence create(Coordinate[] coordinates) {
        if (coordinates == null || coordinates.length == 0) {
            return super.create(coordinates);
        }
        // not those of the first alone: the others may have more
        int measures = CoordinateArrays.measures(coordinates);
        int dimension = CoordinateArrays.dimension(coordinates);
        double[] values = new double[coordinates.length * dimension];
        for (int i = 0; i < coordinates.length; i++) {
            values[i * dimension] = coordinates[i].x;
            values[i * dimension + 1] = coordinates[i].y;
            if (dimension - measures > 2) {
                values[i * dimension + 2] = coordinates[i].getZ();
            }
            if (measures > 0) {
                values[i * dimension + dimension - 1] = coordinates[i].getM();
            }
        }
        return of(values, dimension, measures);
    }

    @Override
    public CoordinateSequence create(CoordinateSequence sequence) {
        return sequence.getMeasures() == 0 ? super.create(sequence) : create(sequence.toCoordinateArray());
    }

    @Override
    public CoordinateSequence create(int size, int dimension, int measures) {
        return measures == 0 ? super.create(size, dimension, 0) : of(new double[size * dimension], dimension, measures);
    }

    private static final class Measured extends PackedCoordinateSequence.Double {
        private static final long serialVersionUID = 1;

        Measured(double[] values, int dimension, int measures) {
            super(values, dimension, measures);
        }

        @Override
        public void getCoordinate(int i, Coordinate into) {
            into.x = getX(i);
            into.y = getY(i);
            if (hasZ() && Coordinates.dimension(into) - Coordinates.measures(into) > 2) {
                into.setZ(getZ(i));
            }
            if (Coordinates.measures(into) > 0) {
                into.setM(getM(i));
            }
        }

        @Override
        public PackedCoordinateSequence.Double copy() {
            return new Measured(getRawCoordinates().clone(), getDimension(), getMeasures());
        }
    }
}
