package riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.style.ColorMap;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import riskmap.base.Language;
import riskmap.base.RiskMapException;

class SldReaderTest {
    private static final Path BAD = Path.of("../shared/data/bad/sld");

    static String document(String rule) {
        return "<StyledLayerDescriptor version=\"1.0.0\" xmlns=\"http://www.opengis.net/sld\""
                + " xmlns:ogc=\"http://www.opengis.net/ogc\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
                + "<NamedLayer><Name>l</Name><UserStyle><FeatureTypeStyle><Rule>" + rule
                + "</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
    }

    private static Rule rule(String content) {
        return SldReader.parse(document(content))
                .style()
                .featureTypeStyles()
                .get(0)
                .rules()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "level = 4",
                "depth_m >= 0.5 AND depth_m < 1",
                "name LIKE '%水库%' OR NOT (floors > 6)",
                "people BETWEEN 10 AND 20",
                "name IS NULL",
                "population / area_km2 > 100 + 2 * 3",
                "strToUpperCase(class) <> 'A'",
                "IN ('building.1', 'building.2')"
            })
    void conditionsWriteAndReadBackTheSame(String ecql) throws Exception {
        Filter filter = ECQL.toFilter(ecql);
        Rule rule = GraphicReader.STYLES.createRule();
        rule.setFilter(filter);
        rule.symbolizers().add(GraphicReader.STYLES.getDefaultPolygonSymbolizer());
        var style = GraphicReader.STYLES.createStyle();
        style.setName("s");
        style.featureTypeStyles().add(GraphicReader.STYLES.createFeatureTypeStyle(rule));
        SldReader.Result back = SldReader.parse(SldWriter.write(style));
        assertThat(back.notes()).isEmpty();
        Filter read = back.style().featureTypeStyles().get(0).rules().get(0).getFilter();
        assertThat(ECQL.toCQL(read).toString()).isEqualTo(ECQL.toCQL(filter).toString());
    }

    @Test
    void whatIsNotKnownIsReportedWithItsLineAndTheRestIsRead() {
        SldReader.Result result = SldReader.parse(
                document("\n<PolygonSymbolizer><Fill/>\n<Sparkle/></PolygonSymbolizer>\n<HoloSymbolizer/>"));
        assertThat(result.style().featureTypeStyles().get(0).rules().get(0).symbolizers())
                .hasSize(1);
        assertThat(result.notes())
                .extracting(note -> note.text(Language.ENGLISH))
                .anySatisfy(note -> assertThat(note).contains("line 3").contains("Sparkle"));
        assertThat(result.notes())
                .extracting(note -> note.text(Language.ENGLISH))
                .anySatisfy(note -> assertThat(note).contains("HoloSymbolizer"));
    }

    @Test
    void symbologyEncodingIsReadLikeSld() {
        String se = "<sld:StyledLayerDescriptor version=\"1.1.0\" xmlns:sld=\"http://www.opengis.net/sld\""
                + " xmlns:se=\"http://www.opengis.net/se\" xmlns:ogc=\"http://www.opengis.net/ogc\"><sld:NamedLayer>"
                + "<se:Name>l</se:Name><sld:UserStyle><se:FeatureTypeStyle><se:Rule><se:Description>"
                + "<se:Title>高</se:Title></se:Description><se:PolygonSymbolizer"
                + " uom=\"http://www.opengeospatial.org/se/units/metre\"><se:Fill>"
                + "<se:SvgParameter name=\"fill\">#112233</se:SvgParameter></se:Fill></se:PolygonSymbolizer></se:Rule>"
                + "</se:FeatureTypeStyle></sld:UserStyle></sld:NamedLayer></sld:StyledLayerDescriptor>";
        SldReader.Result result = SldReader.parse(se);
        assertThat(result.notes()).isEmpty();
        Rule rule = result.style().featureTypeStyles().get(0).rules().get(0);
        assertThat(rule.getDescription().getTitle().toString()).isEqualTo("高");
        PolygonSymbolizer polygon = (PolygonSymbolizer) rule.symbolizers().get(0);
        assertThat(polygon.getFill().getColor()).hasToString("#112233");
        assertThat(StyleUnit.of(polygon.getUnitOfMeasure())).isEqualTo(StyleUnit.METRE);
    }

    @Test
    void categorizeBecomesIntervalsWhoseBreaksBelongToTheUpperClass() {
        Rule rule = rule("<RasterSymbolizer><ColorMap><Categorize><LookupValue>Rasterdata</LookupValue>"
                + "<Value>#00FF00</Value><Threshold>10</Threshold><Value>#FF0000</Value></Categorize></ColorMap>"
                + "</RasterSymbolizer>");
        ColorMap map = ((RasterSymbolizer) rule.symbolizers().get(0)).getColorMap();
        assertThat(map.getType()).isEqualTo(ColorMap.TYPE_INTERVALS);
        assertThat(map.getColorMapEntry(0).getQuantity().evaluate(null, Double.class))
                .isEqualTo(10);
        assertThat(map.getColorMapEntry(1).getColor()).hasToString("#FF0000");
    }

    @Test
    void labelsKeepTheirPlacementPriorityAndVendorOptions() {
        Rule rule = rule("<TextSymbolizer><Label><ogc:PropertyName>name</ogc:PropertyName> km</Label>"
                + "<LabelPlacement><LinePlacement><PerpendicularOffset>5</PerpendicularOffset></LinePlacement>"
                + "</LabelPlacement><Halo><Radius>2</Radius></Halo><Priority>7</Priority>"
                + "<VendorOption name=\"followLine\">true</VendorOption></TextSymbolizer>");
        TextSymbolizer text = (TextSymbolizer) rule.symbolizers().get(0);
        assertThat(text.getPriority().evaluate(null, Integer.class)).isEqualTo(7);
        assertThat(text.getOptions()).containsEntry("followLine", "true");
        assertThat(text.getHalo().getRadius().evaluate(null, Integer.class)).isEqualTo(2);
        assertThat(text.getLabel().toString()).contains("name").contains("km");
    }

    @Test
    void onlySymbolsOfTheStylesFolderAreOpened() {
        SldReader.Result result = SldReader.parse(document("<PointSymbolizer><Graphic><ExternalGraphic><OnlineResource"
                + " xlink:href=\"symbols/../../secret.svg\"/><Format>image/svg+xml</Format></ExternalGraphic></Graphic>"
                + "</PointSymbolizer>"));
        assertThat(result.notes()).hasSize(1);
        assertThat(Symbols.bytes("symbols/../../secret.svg")).isEmpty();
        assertThat(Symbols.bytes("file:///etc/passwd")).isEmpty();
        assertThat(Symbols.bytes("symbols/shelter.svg")).isPresent();
        PointSymbolizer point = (PointSymbolizer) result.style()
                .featureTypeStyles()
                .get(0)
                .rules()
                .get(0)
                .symbolizers()
                .get(0);
        assertThat(point.getGraphic().graphicalSymbols()).hasSize(1);
    }

    @Test
    void documentsThatAskForMoreThanTheyMayAreRefusedAtOnce() {
        String deep = "<a>".repeat(300) + "</a>".repeat(300);
        assertRefused(deep, "200");
        assertRefused("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "DTD");
        assertRefused("<html/>", "html");
        assertRefused("<StyledLayerDescriptor><NamedLayer/></StyledLayerDescriptor>", "UserStyle");
        assertRefused("not xml", "well-formed");
        String rules = "<Rule/>".repeat(1001);
        assertRefused(document("</Rule>" + rules + "<Rule>"), "1,000");
        assertRefused(document("<!--" + "x".repeat(SldXml.MAX_BYTES) + "-->"), "5 MB");
    }

    private static void assertRefused(String text, String reason) {
        ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> SldReader.read(in, "x.sld"))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        e -> assertThat(e.userMessage().text(Language.ENGLISH)).contains(reason));
    }

    @Test
    void hostileFilesAreRefusedOrReportedAndNeverFollowed() {
        assumeTrue(Files.isDirectory(BAD), "no hostile files here");
        List<String> refused =
                List.of("billion_laughs", "filter_deep", "gbk_decl_lies", "not_sld", "xxe_jar_netdoc", "xxe_param_oob");
        List<String> reported = List.of(
                "external_expr",
                "external_https",
                "external_svg",
                "external_traversal",
                "external_unc",
                "font_remote",
                "func_env_classforname",
                "geotools_externalGraphic",
                "property_sqlinj",
                "property_xpath_class",
                "qgis_QgsFontMarkerSymbolLayer",
                "qgis_db_point_svg",
                "shape_wkt_bomb",
                "transform_jiffle");
        List<String> fine =
                List.of("featureid_sqlinj", "geotools_qgis", "ok", "qgis_simple_line_with_text", "size_huge");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String name : refused) {
                assertThatThrownBy(() -> SldReader.read(BAD.resolve(name + ".sld")))
                        .as(name)
                        .isInstanceOf(RiskMapException.class);
            }
            for (String name : reported) {
                assertThat(SldReader.read(BAD.resolve(name + ".sld")).notes())
                        .as(name)
                        .isNotEmpty();
            }
            for (String name : fine) {
                assertThat(SldReader.read(BAD.resolve(name + ".sld")).notes())
                        .as(name)
                        .isEmpty();
            }
        });
        assertThatThrownBy(() -> SldReader.read(BAD.resolve("gbk_decl_lies.sld")))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        e -> assertThat(e.userMessage().key()).isEqualTo("style.sld-encoding"));
    }

    /** OGC 05-077r4, 11.6.2 and 11.6.3: formatting and the functions of text. */
    @Test
    void functionsOfTextMayBeElements() {
        String text = "<StringValue>%s</StringValue>";
        String[][] cases = {
            {"<ChangeCase direction=\"toUpper\">" + text.formatted("Beta") + "</ChangeCase>", "BETA"},
            {"<ChangeCase direction=\"toLower\">" + text.formatted("Beta") + "</ChangeCase>", "beta"},
            {"<ChangeCase>" + text.formatted("Beta") + "</ChangeCase>", "BETA"},
            {"<StringLength>" + text.formatted("甲区") + "</StringLength>", "2"},
            {"<Trim stripOffChar=\"0\">" + text.formatted("007.0") + "</Trim>", "7.0"},
            {"<Trim stripOffPosition=\"trailing\" stripOffChar=\"x\">" + text.formatted("xaxx") + "</Trim>", "xa"},
            {
                "<FormatNumber><NumericValue><ogc:Literal>12345.678</ogc:Literal></NumericValue>"
                        + "<Pattern>#,##0.0</Pattern></FormatNumber>",
                "12,345.7"
            }
        };
        for (String[] each : cases) {
            SldReader.Result result =
                    SldReader.parse(document("<TextSymbolizer><Label>" + each[0] + "</Label></TextSymbolizer>"));
            assertThat(result.notes()).as(each[0]).isEmpty();
            for (SldReader.Result read : List.of(result, SldReader.parse(SldWriter.write(result.style())))) {
                TextSymbolizer symbolizer = (TextSymbolizer) read.style()
                        .featureTypeStyles()
                        .get(0)
                        .rules()
                        .get(0)
                        .symbolizers()
                        .get(0);
                assertThat(symbolizer.getLabel().evaluate(null, String.class)).isEqualTo(each[1]);
            }
        }
    }

    @Test
    void functionsOfTextMayBeCalledAsInQgis() {
        for (String[] call : new String[][] {
            {"upper", "strToUpperCase"}, {"lower", "strToLowerCase"}, {"length", "strLength"}, {"trim", "strTrim"}
        }) {
            SldReader.Result result =
                    SldReader.parse(document("<ogc:Filter><ogc:PropertyIsEqualTo><ogc:Function name=\""
                            + call[0]
                            + "\"><ogc:PropertyName>name</ogc:PropertyName></ogc:Function><ogc:Literal>E</ogc:Literal>"
                            + "</ogc:PropertyIsEqualTo></ogc:Filter>"));
            assertThat(result.notes()).isEmpty();
            Filter read =
                    result.style().featureTypeStyles().get(0).rules().get(0).getFilter();
            assertThat(ECQL.toCQL(read)).isEqualTo(call[1] + "(name) = 'E'");
        }
    }

    /** GeoTools calls some functions otherwise than they are asked for, such as {@code Area}. */
    @Test
    void everyFunctionThatIsLetInReadsBackAsItIsWritten() {
        for (String name : ExpressionReader.FUNCTIONS) {
            Function function = function(name);
            Rule rule = GraphicReader.STYLES.createRule();
            rule.setFilter(ExpressionReader.FILTERS.equals(function, ExpressionReader.FILTERS.literal(1)));
            var style = GraphicReader.STYLES.createStyle();
            style.setName("s");
            style.featureTypeStyles().add(GraphicReader.STYLES.createFeatureTypeStyle(rule));
            for (SldWriter.Dialect dialect : SldWriter.Dialect.values()) {
                SldReader.Result back = SldReader.parse(SldWriter.write(style, dialect));
                assertThat(back.notes()).as(name).isEmpty();
                Filter read =
                        back.style().featureTypeStyles().get(0).rules().get(0).getFilter();
                assertThat(ECQL.toCQL(read)).as(name).isEqualTo(ECQL.toCQL(rule.getFilter()));
            }
        }
    }

    /** A function with as many arguments as it takes. */
    private static Function function(String name) {
        for (int count = 1; count < 12; count++) {
            try {
                Expression[] arguments = new Expression[count];
                Arrays.setAll(arguments, i -> ExpressionReader.FILTERS.property("a" + i));
                return ExpressionReader.FILTERS.function(name, arguments);
            } catch (RuntimeException anotherNumber) {
                // tried next
            }
        }
        throw new IllegalArgumentException(name);
    }
}
