package riskmap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.analysis.Inputs;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.Table;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Resampling;
import riskmap.geo.raster.Sampling;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.risk.RiskResult;
import riskmap.risk.model.SampleDistrict;

/**
 * What every model makes of layers in another projected system than the project's: the same as of layers in it. UTM zone 51
 * has the central meridian of EPSG:4550 and its false easting, so its numbers look alike, yet the same place lies 1.7 km off.
 */
class OtherSystemContractTest {
    private static final CoordinateReferenceSystem UTM = Crs.of("EPSG:32651");
    private static final Inputs DISTRICT = SampleDistrict.withReservoir();

    /** What other cells may change in every number of every table, of every town: one in a hundred. */
    private static final double CELLS = 0.01;

    /**
     * Tables that hang on few cells or buildings, so that those that come and go along an edge are a greater share of them.
     * The sample district has two towns of 8 km² and 400 buildings.
     */
    private static final Map<String, Double> FEW = Map.ofEntries(
            // only the ground that a changed weight moves over a break: 0.5 km² of a town
            Map.entry("combination sensitivity", 0.25),
            // its classes begin at the least score there is and end at the greatest: those of one cell each
            Map.entry("combination score-spread", 0.02),
            // cells lie close to the breaks of the levels, and the 3,295 people of the upper ones in few buildings
            Map.entry("combined risk-areas", 0.02),
            Map.entry("combined shelter-by-town", 0.05),
            // a narrow valley, much of which is its edge
            Map.entry("dam-break", 0.03),
            // the 895 people in 105 ha of forest, and one house of 13 at its edge
            Map.entry("fire-danger conservation", 0.015),
            // 67 ha of forest in pieces
            Map.entry("fire-facilities forest-blocks", 0.03),
            // 175 buildings in all rings, or 180: with 3,042 people, or 3,237
            Map.entry("fire-spread", 0.07),
            // ways downhill of few cells, each of which ends at a cell
            Map.entry("geohazard-runout", 0.02),
            // weights of classes with few sites
            Map.entry("geohazard-susceptibility factor-classes", 0.05),
            // 19 wet buildings, or 20: with 299 people, or 336
            Map.entry("inundation", 0.13),
            // one low place of 70 cells, as deep as its lowest cell
            Map.entry("waterlogging", 0.17));

    static Stream<RiskModel> models() {
        return RiskModels.all().stream()
                .filter(model -> needs(model).stream().anyMatch(need -> DISTRICT.has(need.kind())));
    }

    /** Rows are brought to the system of the ground: nothing but rounding differs. */
    @ParameterizedTest
    @MethodSource("models")
    void surveyLayersInAnotherSystemGiveTheSame(RiskModel model) {
        assertAlike(model, moved(model, kind -> !DISTRICT.isGrid(kind) && !kind.equals("town")), 0.001);
    }

    /** Other cells give other numbers; taken as if it were here, the elevation would cover a sixth of the district. */
    @ParameterizedTest
    @MethodSource("models")
    void anElevationInAnotherSystemGivesTheSameButForTheCellsOfEdges(RiskModel model) {
        assertAlike(model, moved(model, "dem"::equals), CELLS);
    }

    /** The lattice over the towns then lies askew to that of the elevation. */
    @ParameterizedTest
    @MethodSource("models")
    void townsInAnotherSystemGiveTheSameButForTheCellsOfEdges(RiskModel model) {
        assertAlike(model, moved(model, "town"::equals), CELLS);
    }

    private static void assertAlike(RiskModel model, Inputs moved, double share) {
        Map<String, Double> here = sums(run(model, given(model)));
        Map<String, Double> there = sums(run(model, moved));
        assertThat(there.keySet()).isEqualTo(here.keySet());
        here.forEach((column, sum) -> assertThat(Math.abs(there.get(column) - sum))
                .as("%s %s: %s, in the other system %s", model.id(), column, sum, there.get(column))
                .isLessThanOrEqualTo(share(model.id() + " " + column, share) * (whole(column, here) + 0.002)));
    }

    private static double share(String column, double share) {
        return FEW.entrySet().stream()
                .filter(each -> share == CELLS && column.startsWith(each.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .findAny()
                .orElse(share);
    }

    /** What a number is a part of: of a class or level all of them together, else itself. */
    private static double whole(String column, Map<String, Double> sums) {
        String all = classes(column);
        return sums.entrySet().stream()
                .filter(each -> all.equals(column)
                        ? each.getKey().equals(column)
                        : classes(each.getKey()).equals(all))
                .mapToDouble(each -> Math.abs(each.getValue()))
                .sum();
    }

    private static String classes(String column) {
        return column.replaceFirst("[.](class|level)_[0-9]", ".$1");
    }

    private static RiskResult run(RiskModel model, Inputs inputs) {
        ParameterValues values = ParameterValues.of(model.parameters(), Map.of());
        assertThat(InputChecks.of(model, inputs, values, Progress.silent()).findings())
                .noneMatch(InputChecks.Finding::fatal);
        return model.run(inputs, values, Progress.silent());
    }

    /** The numbers of each column of each table added up; of a table by towns, those of each town. */
    private static Map<String, Double> sums(RiskResult result) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (Table table : result.tables()) {
            int town = keys(table).indexOf("town");
            for (int column = 0; column < table.columns().size(); column++) {
                String key = table.id() + "." + keys(table).get(column);
                for (List<Object> row : table.rows()) {
                    String of = town < 0 ? key : key + " " + row.get(town);
                    sums.merge(of, row.get(column) instanceof Number number ? number.doubleValue() : 0.0, Double::sum);
                }
            }
        }
        return sums;
    }

    private static List<String> keys(Table table) {
        return table.columns().stream().map(Table.Column::key).toList();
    }

    private static List<RiskModel.LayerNeed> needs(RiskModel model) {
        return model.needs(ParameterValues.of(model.parameters(), Map.of()));
    }

    private static Inputs given(RiskModel model) {
        return moved(model, kind -> false);
    }

    private static Inputs moved(RiskModel model, Predicate<String> which) {
        Map<String, LayerData> layers = new HashMap<>();
        for (RiskModel.LayerNeed need : needs(model)) {
            String kind = need.kind();
            if (DISTRICT.has(kind)) {
                layers.put(kind, which.test(kind) ? inUtm(kind) : layer(kind));
            }
        }
        return new Inputs(layers);
    }

    private static LayerData layer(String kind) {
        return DISTRICT.isGrid(kind)
                ? new LayerData.Raster(DISTRICT.grid(kind))
                : new LayerData.Features(DISTRICT.features(kind));
    }

    private static LayerData inUtm(String kind) {
        if (!DISTRICT.isGrid(kind)) {
            return rowsInUtm(kind);
        }
        Grid grid = DISTRICT.grid(kind);
        GridGeometry here = grid.geometry();
        CrsTransform there = Crs.transform(here.crs(), UTM);
        Envelope extent =
                there.apply(new GeometryFactory().toGeometry(here.envelope())).getEnvelopeInternal();
        CrsTransform back = Crs.transform(UTM, here.crs());
        return new LayerData.Raster(Resampling.warp(
                grid,
                GridGeometry.covering(extent, 10, UTM),
                back::apply,
                Sampling.Method.BILINEAR,
                Progress.silent()));
    }

    private static LayerData rowsInUtm(String kind) {
        SimpleFeatureType type = DISTRICT.features(kind).getSchema();
        if (type.getGeometryDescriptor() == null) {
            return layer(kind);
        }
        CrsTransform there = Crs.transform(type.getCoordinateReferenceSystem(), UTM);
        SimpleFeatureType moved = SimpleFeatureTypeBuilder.retype(type, UTM);
        List<SimpleFeature> rows = new ArrayList<>();
        try {
            for (SimpleFeature row : DataUtilities.list(DISTRICT.features(kind).getFeatures())) {
                SimpleFeature copy =
                        SimpleFeatureBuilder.build(moved, row.getAttributes().toArray(), row.getID());
                if (row.getDefaultGeometry() instanceof Geometry shape) {
                    copy.setDefaultGeometry(there.apply(shape));
                }
                rows.add(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LayerData.Features(
                DataUtilities.source((SimpleFeatureCollection) new ListFeatureCollection(moved, rows)));
    }
}
