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
import riskmap.geo.Crs;
import riskmap.geo.CrsTransform;
import riskmap.geo.Grid;
import riskmap.geo.GridGeometry;
import riskmap.geo.Resampling;
import riskmap.geo.Sampling;
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
    void anElevationInAnotherSystemGivesMuchTheSame(RiskModel model) {
        assertAlike(model, moved(model, "dem"::equals), 0.5);
    }

    /** The lattice over the towns then lies askew to that of the elevation. */
    @ParameterizedTest
    @MethodSource("models")
    void townsInAnotherSystemGiveMuchTheSame(RiskModel model) {
        assertAlike(model, moved(model, "town"::equals), 0.5);
    }

    private static void assertAlike(RiskModel model, Inputs moved, double share) {
        Map<String, Double> here = sums(run(model, given(model)));
        Map<String, Double> there = sums(run(model, moved));
        assertThat(there.keySet()).isEqualTo(here.keySet());
        here.forEach((column, sum) -> assertThat(Math.abs(there.get(column) - sum))
                .as("%s %s: %s, in the other system %s", model.id(), column, sum, there.get(column))
                .isLessThanOrEqualTo(share * (Math.abs(sum) + 0.002)));
    }

    private static RiskResult run(RiskModel model, Inputs inputs) {
        ParameterValues values = ParameterValues.of(model.parameters(), Map.of());
        assertThat(InputChecks.of(model, inputs, values, Progress.silent()).findings())
                .noneMatch(InputChecks.Finding::fatal);
        return model.run(inputs, values, Progress.silent());
    }

    /** The numbers of each column of each table added up. */
    private static Map<String, Double> sums(RiskResult result) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (Table table : result.tables()) {
            for (int column = 0; column < table.columns().size(); column++) {
                double sum = 0;
                for (List<Object> row : table.rows()) {
                    sum += row.get(column) instanceof Number number ? number.doubleValue() : 0;
                }
                sums.put(table.id() + "." + table.columns().get(column).key(), sum);
            }
        }
        return sums;
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
