package riskmap.risk.model.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.GroundSize;
import riskmap.geo.overlay.AreaIndex;

/** The towns that an impact is told by, with their areas and their people; none where no layer of them was given. */
public final class ImpactTowns {
    private final List<String> names = new ArrayList<>();
    private Geometry[] areas = {};
    private double[] people = {};
    private LayerRows rows;
    private GroundSize sizes = GroundSize.in(null);
    private AreaIndex index = new AreaIndex(areas);

    /** The towns of the layer that the values name. */
    public static ImpactTowns of(
            Inputs inputs, ParameterValues values, CoordinateReferenceSystem crs, Progress progress) {
        return of(inputs, values, "name", crs, progress);
    }

    /**
     * The same, called by a field.
     *
     * @param nameField the field that names them; where it is empty they are called by their row
     */
    public static ImpactTowns of(
            Inputs inputs, ParameterValues values, String nameField, CoordinateReferenceSystem crs, Progress progress) {
        ImpactTowns towns = new ImpactTowns();
        if (values.has("towns") && inputs.has(values.text("towns")) && !inputs.isGrid(values.text("towns"))) {
            LayerRows rows = inputs.rows(values.text("towns"), progress).in(crs, progress);
            String[] names = rows.texts(nameField);
            for (int row = 0; row < rows.size(); row++) {
                towns.names.add(rows.called(row, names[row]));
            }
            towns.rows = rows;
            towns.areas = rows.geometries();
            towns.sizes = GroundSize.in(crs);
            towns.people = rows.numbers(values.has("population-field") ? values.text("population-field") : "");
            towns.index = new AreaIndex(towns.areas);
        }
        return towns;
    }

    int count() {
        return names.size();
    }

    String name(int town) {
        return names.get(town);
    }

    /** What a town is called in a table, the last for outside of all. */
    Object title(int town) {
        return town == count() ? Message.of("risk.outside") : name(town);
    }

    Geometry[] areas() {
        return areas;
    }

    /** The values of a field of the towns, NaN where it is empty and for what lies outside of all, the last. */
    double[] numbers(String field) {
        double[] numbers = Arrays.copyOf(count() == 0 ? new double[0] : rows.numbers(field), count() + 1);
        numbers[count()] = Double.NaN;
        return numbers;
    }

    /** Its people by the layer of towns, NaN where it does not say. */
    double people(int town) {
        return people[town];
    }

    /** Area in km², NaN without geometry. */
    double squareKilometres(int town) {
        return areas[town] == null ? Double.NaN : sizes.area(areas[town]) / 1e6;
    }

    /** The town at a place, −1 outside of all. */
    int at(double x, double y) {
        return index.first(x, y);
    }
}
