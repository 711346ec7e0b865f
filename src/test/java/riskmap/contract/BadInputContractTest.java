package riskmap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.AffineTransformation;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.LayerData;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.risk.InputChecks;
import riskmap.risk.InputChecks.Finding;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.risk.model.SampleDistrict;

/** What every model says of bad inputs before it starts. */
class BadInputContractTest {
    private static final Map<String, List<String>> AMOUNTS = Map.of(
            "building", List.of("people"),
            "town", List.of("population", "elderly"),
            "school", List.of("students"),
            "hospital", List.of("beds"),
            "shelter", List.of("capacity_people"),
            "crowded_place", List.of("capacity", "peak_visitors"),
            "hazardous_site", List.of("quantity_t"),
            "rescue_team", List.of("people"),
            "flood_zone", List.of("depth_m"),
            "geohazard_site", List.of("volume", "threatened_people"));

    private static Inputs good;

    static Stream<RiskModel> models() {
        return RiskModels.all().stream()
                .filter(model -> needs(model).stream().anyMatch(need -> good().has(need.kind())));
    }

    static Stream<RiskModel> modelsWithElevation() {
        return models().filter(model ->
                needs(model).stream().anyMatch(need -> need.kind().equals("dem")));
    }

    @BeforeAll
    static void district() {
        good();
    }

    private static synchronized Inputs good() {
        good = good == null ? SampleDistrict.withReservoir() : good;
        return good;
    }

    @ParameterizedTest
    @MethodSource("models")
    void soundInputsAreNotFaulted(RiskModel model) {
        assertThat(said(model, good)).noneMatch(Finding::fatal);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aLayerThatLiesElsewhereIsTold(RiskModel model) {
        List<String> placed = given(model).stream().filter(kind -> placed(kind)).toList();
        for (String kind : placed) {
            if (placed.size() > 1 && (placed.contains("dem") || placed.contains("town"))) {
                assertThat(said(model, good.with(kind, elsewhere(kind))))
                        .as(kind)
                        .anyMatch(finding -> finding.message().key().equals("risk.check-no-overlap"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void anEmptyLayerIsTold(RiskModel model) {
        for (String kind : given(model)) {
            if (!good.isGrid(kind)) {
                assertThat(said(model, good.with(kind, changed(kind, type(kind), row -> false))))
                        .as(kind)
                        .anyMatch(finding -> finding.input().equals(kind)
                                && finding.message().key().equals("risk.check-empty"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aLayerWithoutReferenceSystemKeepsTheRunFromStartingNeededOrNot(RiskModel model) {
        for (String kind : given(model)) {
            if (placed(kind)) {
                assertThat(said(model, good.with(kind, withoutReferenceSystem(kind))))
                        .as(kind)
                        .anyMatch(finding -> finding.fatal()
                                && finding.input().equals(kind)
                                && finding.message().key().equals("risk.check-no-crs"));
            }
        }
    }

    /** Their heights would be compared with the ground of some other place. */
    @Test
    void heightsAtUnknownPlacesSayNothingOfTheElevation() {
        Grid dem = good.grid("dem");
        double x = dem.geometry().x(40);
        double y = dem.geometry().y(50);
        LayerData stores = Layers.of("fire_water_store", null, Point.class, "name:String", "elevation_m:Double")
                .row("POINT(" + x + " " + y + ")", "一号池", dem.at(x, y) * 0.3048)
                .data();
        Inputs only = new Inputs(Map.of("dem", new LayerData.Raster(dem), "fire_water_store", stores));
        assertThat(new InputChecks(only, values(RiskModels.byId("inundation")), Progress.silent())
                        .elevation()
                        .findings())
                .noneMatch(finding -> finding.message().key().equals("risk.check-feet"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aNegativeAmountKeepsTheRunFromStarting(RiskModel model) {
        for (String kind : given(model)) {
            for (String field : AMOUNTS.getOrDefault(kind, List.of())) {
                LayerData negative = changed(kind, type(kind), row -> {
                    if (row.getAttribute(field) instanceof Number number) {
                        row.setAttribute(field, -1 - number.doubleValue());
                    }
                    return true;
                });
                assertThat(said(model, good.with(kind, negative)))
                        .as(kind + "." + field)
                        .anyMatch(finding -> finding.fatal()
                                && finding.message().key().equals("risk.check-negative")
                                && finding.message()
                                        .text(Language.CHINESE)
                                        .contains(Catalogue.standard()
                                                .kind(kind)
                                                .field(field)
                                                .orElseThrow()
                                                .title()
                                                .in(Language.CHINESE)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modelsWithElevation")
    void anElevationInFeetIsFoundOutByTheHeightsTheSurveyKnows(RiskModel model) {
        Grid dem = good.grid("dem");
        double x = dem.geometry().x(40);
        double y = dem.geometry().y(50);
        LayerData stores = Layers.of("fire_water_store", Point.class, "name:String", "elevation_m:Double")
                .row("POINT(" + x + " " + y + ")", "一号池", (double) dem.at(x, y))
                .data();
        float[] feet = dem.cells().clone();
        for (int cell = 0; cell < feet.length; cell++) {
            feet[cell] /= 0.3048f;
        }
        Inputs inFeet = good.with("fire_water_store", stores)
                .with("reservoir", changed("reservoir", type("reservoir"), row -> false))
                .with("dem", new LayerData.Raster(new Grid(dem.geometry(), feet)));
        assertThat(said(model, inFeet))
                .anyMatch(finding -> finding.fatal() && finding.message().key().equals("risk.check-feet"));
    }

    /** Of the water that is chosen, so that the run does not come to nothing. */
    @Test
    void anInundationWithoutItsWaterDoesNotStart() {
        RiskModel model = RiskModels.byId("inundation");
        SimpleFeatureType lines = Layers.of("river", LineString.class, "name:String")
                .row(null, "没有几何")
                .source()
                .getSchema();
        LayerData none = new LayerData.Features(
                DataUtilities.source((SimpleFeatureCollection) new ListFeatureCollection(lines, new ArrayList<>())));
        LayerData nowhere = Layers.of("river", LineString.class, "name:String")
                .row(null, "没有几何")
                .data();
        ParameterValues river = ParameterValues.of(model.parameters(), Map.of("water", "river"));
        assertThat(fatal(model, good.with("river", none), river)).containsExactly("图层“河流”没有数据：请先导入或填报");
        assertThat(fatal(model, good.with("river", nowhere), river))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("河流"));
        ParameterValues terrain =
                ParameterValues.of(model.parameters(), Map.of("water", "river", "streams", "terrain"));
        assertThat(fatal(model, good.with("river", none), terrain)).isEmpty();
        assertThat(InputChecks.of(model, good, river, Progress.silent()).findings())
                .anyMatch(finding -> finding.message().key().equals("risk.check-no-river"));
        for (String water : List.of("sea", "reservoir")) {
            assertThat(fatal(
                            model,
                            good.with(water, none),
                            ParameterValues.of(model.parameters(), Map.of("water", water))))
                    .as(water)
                    .hasSize(1);
        }
    }

    private static List<String> fatal(RiskModel model, Inputs inputs, ParameterValues values) {
        return InputChecks.of(model, inputs, values, Progress.silent()).findings().stream()
                .filter(Finding::fatal)
                .map(finding -> finding.message().text(Language.CHINESE))
                .toList();
    }

    @Test
    void weightsThatDoNotSumAreTold() {
        for (Map.Entry<String, Map<String, String>> each : Map.of(
                        "fire-danger", Map.of("weights", "base=0.5,slope=0.2,ignition=0.2"),
                        "combination",
                                Map.of(
                                        "weighting",
                                        "given",
                                        "factors",
                                        "0.5 * a = max(flood_zone.depth_m); 0.4 * b = density(building)"))
                .entrySet()) {
            RiskModel model = RiskModels.byId(each.getKey());
            ParameterValues values = ParameterValues.of(model.parameters(), each.getValue());
            assertThat(InputChecks.of(model, good, values, Progress.silent()).findings())
                    .as(each.getKey())
                    .anyMatch(finding ->
                            finding.fatal() && finding.message().key().equals("risk.check-weights"));
        }
    }

    private static List<Finding> said(RiskModel model, Inputs inputs) {
        Map<String, LayerData> read = new LinkedHashMap<>();
        for (String kind : inputs.names()) {
            boolean witness = InputChecks.HEIGHT_WITNESSES.contains(kind);
            if (witness || needs(model).stream().anyMatch(need -> need.kind().equals(kind))) {
                read.put(
                        kind,
                        inputs.isGrid(kind)
                                ? new LayerData.Raster(inputs.grid(kind))
                                : new LayerData.Features(inputs.features(kind)));
            }
        }
        return InputChecks.of(model, new Inputs(read), values(model), Progress.silent())
                .findings();
    }

    private static ParameterValues values(RiskModel model) {
        return ParameterValues.of(model.parameters(), Map.of());
    }

    private static List<RiskModel.LayerNeed> needs(RiskModel model) {
        return model.needs(values(model));
    }

    private static List<String> given(RiskModel model) {
        return needs(model).stream()
                .map(RiskModel.LayerNeed::kind)
                .filter(good::has)
                .toList();
    }

    private static SimpleFeatureType type(String kind) {
        return good.features(kind).getSchema();
    }

    private static LayerData withoutReferenceSystem(String kind) {
        if (!good.isGrid(kind)) {
            return changed(kind, withoutReferenceSystem(type(kind)), row -> true);
        }
        GridGeometry there = good.grid(kind).geometry();
        GridGeometry nowhere = new GridGeometry(
                there.width(), there.height(), there.minX(), there.maxY(), there.cellWidth(), there.cellHeight(), null);
        return new LayerData.Raster(new Grid(nowhere, good.grid(kind).cells()));
    }

    private static SimpleFeatureType withoutReferenceSystem(SimpleFeatureType type) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(type.getTypeName());
        for (AttributeDescriptor each : type.getAttributeDescriptors()) {
            if (each instanceof GeometryDescriptor) {
                builder.add(each.getLocalName(), each.getType().getBinding(), (CoordinateReferenceSystem) null);
            } else {
                builder.add(each);
            }
        }
        return builder.buildFeatureType();
    }

    private static boolean placed(String kind) {
        return good.isGrid(kind) || type(kind).getGeometryDescriptor() != null;
    }

    /** The layer a thousand kilometres to the east. */
    private static LayerData elsewhere(String kind) {
        if (good.isGrid(kind)) {
            GridGeometry there = good.grid(kind).geometry();
            GridGeometry moved = new GridGeometry(
                    there.width(),
                    there.height(),
                    there.minX() + 1e6,
                    there.maxY(),
                    there.cellWidth(),
                    there.cellHeight(),
                    there.crs());
            return new LayerData.Raster(new Grid(moved, good.grid(kind).cells()));
        }
        AffineTransformation east = AffineTransformation.translationInstance(1e6, 0);
        return changed(kind, type(kind), row -> {
            if (row.getDefaultGeometry() instanceof Geometry shape) {
                row.setDefaultGeometry(east.transform(shape));
            }
            return true;
        });
    }

    /** The rows of a layer, changed; those the change says no to are left out. */
    private static LayerData changed(String kind, SimpleFeatureType type, Predicate<SimpleFeature> change) {
        SimpleFeatureSource source = good.features(kind);
        List<SimpleFeature> rows = new ArrayList<>();
        try {
            for (SimpleFeature row : DataUtilities.list(source.getFeatures())) {
                SimpleFeature copy =
                        SimpleFeatureBuilder.build(type, row.getAttributes().toArray(), row.getID());
                if (change.test(copy)) {
                    rows.add(copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LayerData.Features(
                DataUtilities.source((SimpleFeatureCollection) new ListFeatureCollection(type, rows)));
    }
}
