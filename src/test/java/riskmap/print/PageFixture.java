package riskmap.print;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.geotools.data.memory.MemoryDataStore;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.Table;
import riskmap.geo.crs.Crs;
import riskmap.map.Layout;
import riskmap.map.Layouts;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.render.PaintLayer;
import riskmap.style.SldReader;

/** A small made-up district of 19 towns in EPSG:4550 for pages. */
final class PageFixture {
    static final double WEST = 415_000;
    static final double SOUTH = 4_120_000;
    static final double TOWN = 7_000;
    static final int TOWNS = 19;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final String[] COLOURS = {"#4a90c4", "#fed439", "#fc8d3c", "#d7301f"};
    private static final String[] NAMES = {"低风险", "中风险", "较高风险", "高风险"};
    private static final String[] ENGLISH = {"Low", "Medium", "Elevated", "High"};

    private PageFixture() {}

    static PageComposer page(String layout, Language language) {
        return page(Layouts.open(layout, note -> {}), content(language));
    }

    static PageComposer page(Layout layout, PageContent content) {
        return new PageComposer(layout, content, Progress.silent());
    }

    static PageContent content(Language language) {
        List<MapLayer> layers = List.of(
                layer("town", language == Language.CHINESE ? "镇街" : "Towns"),
                layer("risk_zone", language == Language.CHINESE ? "综合风险区" : "Risk zones"),
                layer("shelter", language == Language.CHINESE ? "应急避难场所" : "Shelters"));
        MapDocument map = new MapDocument("环翠区", "EPSG:4550", List.of(), layers);
        return new PageContent(
                map,
                List.of(towns(), zones(), shelters()),
                List.of(table(language)),
                fields(language),
                language,
                Path.of("."));
    }

    static Fields fields(Language language) {
        boolean chinese = language == Language.CHINESE;
        return new Fields()
                .put("title", chinese ? "环翠区公共安全风险一张图" : "Huancui Public Safety Risk: One Map")
                .put("subtitle", chinese ? "自然灾害与事故灾难综合风险评估" : "Combined risk of disasters and accidents")
                .put("district", chinese ? "威海市环翠区" : "Huancui, Weihai")
                .put("date", chinese ? "2026年11月24日" : "24 November 2026")
                .put("maker", chinese ? "环翠区应急管理局" : "Emergency Management Bureau")
                .put("classification", "")
                .put("sources", chinese ? "自然灾害综合风险普查；数字高程模型" : "Comprehensive survey; DEM")
                .put("survey-dates", chinese ? "2026年3月1日 – 2026年6月30日" : "1 March – 30 June 2026")
                .put("run", "")
                .put("cautions", "")
                .put("class-rule", chinese ? "各级区间为 [a, b)：界值归上一级" : "Classes are [a, b)")
                .put("counting-rule", chinese ? "按质心所在分区计" : "By centroid")
                .put("conservation", chinese ? "区内 + 区外 + 无几何 = 总数" : "inside + outside + no geometry = total")
                .put("demo", chinese ? "演示数据，不代表真实情况" : "Demonstration data")
                .put("demo-mark", chinese ? "演示数据" : "DEMO DATA");
    }

    static PaintLayer towns() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < TOWNS; i++) {
            rows.add(new Object[] {square(WEST + i % 5 * TOWN, SOUTH + i / 5 * TOWN, TOWN), "镇街" + (i + 1)});
        }
        String rule = "<se:Rule><se:Description><se:Title>镇街界</se:Title><se:Abstract>Town boundary</se:Abstract>"
                + "</se:Description><se:PolygonSymbolizer><se:Fill><se:SvgParameter name=\"fill\">#f3f1ea</se:SvgParameter>"
                + "</se:Fill><se:Stroke><se:SvgParameter name=\"stroke\">#52667a</se:SvgParameter>"
                + "<se:SvgParameter name=\"stroke-width\">1</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>"
                + "<se:TextSymbolizer><se:Label><ogc:PropertyName>name</ogc:PropertyName></se:Label><se:Font>"
                + "<se:SvgParameter name=\"font-size\">11</se:SvgParameter></se:Font><se:Halo><se:Radius>1</se:Radius>"
                + "<se:Fill><se:SvgParameter name=\"fill\">#ffffff</se:SvgParameter></se:Fill></se:Halo><se:Fill>"
                + "<se:SvgParameter name=\"fill\">#12304a</se:SvgParameter></se:Fill></se:TextSymbolizer></se:Rule>";
        return paint("town", Polygon.class, "name", String.class, rows, rule);
    }

    static PaintLayer zones() {
        return zones(COLOURS);
    }

    /** The risk zones in other colours, from the lowest level up. */
    static PaintLayer zones(String... colours) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < TOWNS; i++) {
            for (int level = 1; level <= 4; level++) {
                double x = WEST + i % 5 * TOWN + 500 + (level - 1) % 2 * 3000;
                double y = SOUTH + i / 5 * TOWN + 500 + (level - 1) / 2 * 3000;
                rows.add(new Object[] {square(x, y, 3000 - 400 * level), level});
            }
        }
        StringBuilder rules = new StringBuilder();
        for (int level = 1; level <= 4; level++) {
            rules.append("<se:Rule><se:Description><se:Title>")
                    .append(NAMES[level - 1])
                    .append("</se:Title><se:Abstract>")
                    .append(ENGLISH[level - 1])
                    .append("</se:Abstract></se:Description><ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>level")
                    .append("</ogc:PropertyName><ogc:Literal>")
                    .append(level)
                    .append("</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter><se:PolygonSymbolizer><se:Fill>")
                    .append("<se:SvgParameter name=\"fill\">")
                    .append(colours[level - 1])
                    .append("</se:SvgParameter><se:SvgParameter name=\"fill-opacity\">0.8</se:SvgParameter></se:Fill>")
                    .append("</se:PolygonSymbolizer></se:Rule>");
        }
        return paint("risk_zone", Polygon.class, "level", Integer.class, rows, rules.toString());
    }

    static PaintLayer shelters() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < TOWNS; i++) {
            Point point = GEOMETRIES.createPoint(
                    new Coordinate(WEST + i % 5 * TOWN + 5000, SOUTH + i / 5 * TOWN + 1000 + 100 * i));
            rows.add(new Object[] {point, "避难场所" + i});
        }
        String rule = "<se:Rule><se:Description><se:Title>应急避难场所</se:Title><se:Abstract>Shelter</se:Abstract>"
                + "</se:Description><se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName>"
                + "<se:Fill><se:SvgParameter name=\"fill\">#2e7d32</se:SvgParameter></se:Fill></se:Mark>"
                + "<se:Size>8</se:Size></se:Graphic></se:PointSymbolizer></se:Rule>";
        return paint("shelter", Point.class, "name", String.class, rows, rule);
    }

    static Table table(Language language) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("town", Message.of("app.print-town"), "", 0));
        for (String heading : List.of("app.print-area", "app.print-people", "app.print-buildings")) {
            for (int level = 4; level >= 1; level--) {
                Message title = Message.of(heading, Message.of("risk.level-" + level));
                columns.add(new Table.Column(heading + level, title, "", heading.endsWith("area") ? 1 : 0));
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < TOWNS; i++) {
            List<Object> row = new ArrayList<>();
            row.add((language == Language.CHINESE ? "镇街" : "Town ") + (i + 1));
            for (int k = 0; k < 12; k++) {
                row.add(k < 4 ? 1.5 * k + i : (double) (1234 * k + 97 * i));
            }
            rows.add(row);
        }
        return new Table("risk-by-town", Message.of("app.print-by-town"), columns, rows);
    }

    static PaintLayer paint(
            String name, Class<?> geometry, String field, Class<?> type, List<Object[]> rows, String rules) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(name);
        builder.add("geom", geometry, Crs.of(4550));
        builder.add(field, type);
        SimpleFeatureType schema = builder.buildFeatureType();
        List<SimpleFeature> features = new ArrayList<>();
        for (Object[] row : rows) {
            features.add(SimpleFeatureBuilder.build(schema, row, name + "." + features.size()));
        }
        MemoryDataStore store = new MemoryDataStore(schema);
        features.forEach(store::addFeature);
        try {
            return new PaintLayer(
                    name, new LayerData.Features(store.getFeatureSource(name)), style(rules), Filter.INCLUDE, 1);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Style style(String rules) {
        String sld = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><StyledLayerDescriptor version=\"1.1.0\" "
                + "xmlns=\"http://www.opengis.net/sld\" xmlns:se=\"http://www.opengis.net/se\" "
                + "xmlns:ogc=\"http://www.opengis.net/ogc\"><NamedLayer><se:Name>x</se:Name><UserStyle>"
                + "<se:FeatureTypeStyle>" + rules + "</se:FeatureTypeStyle></UserStyle></NamedLayer>"
                + "</StyledLayerDescriptor>";
        return SldReader.parse(sld).style();
    }

    static Polygon square(double x, double y, double side) {
        Geometry geometry = GEOMETRIES.toGeometry(new Envelope(x, x + side, y, y + side));
        return (Polygon) geometry;
    }

    private static MapLayer layer(String id, String title) {
        return new MapLayer(id, title, "", "#" + id, "", "", true, 1);
    }
}
