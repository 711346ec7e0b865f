package riskmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import riskmap.analysis.Inputs;
import riskmap.app.project.Workspace;
import riskmap.app.report.ReportRequest;
import riskmap.app.report.Reports;
import riskmap.app.run.ParameterText;
import riskmap.app.run.RiskRuns;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.Progress;
import riskmap.data.Title;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.risk.SourceText;
import riskmap.risk.model.SampleDistrict;

/** A report speaks one language, whatever the window's is: every shipped template, and what every model says of itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportLanguageTest {
    private static final ZonedDateTime NOON = ZonedDateTime.of(2026, 5, 1, 12, 0, 0, 0, ZoneOffset.UTC);
    private static final Map<String, Map<String, String>> TOLD = Map.of(
            "combination", Map.of("factors", "1 * flood = max(flood_zone.depth_m) classes 0.5 1 2 3"),
            "impact", Map.of("zones", "flood_zone", "zone-field", "depth_m"),
            "comparison", Map.of("first", "risk_zone", "second", "risk_zone"),
            "geohazard-warning", Map.of("zones", "risk_zone"));
    /** A key of a parameter, layer, field or choice: two or more small letters, maybe more words behind a join. */
    private static final Pattern KEY =
            Pattern.compile("(?<![\\p{L}\\d_./#-])[a-z]{2,}(?:[_-][a-z0-9]+)*(?![\\p{L}\\d_])");
    /** What Chinese readers write in small Latin letters too: units, functions, authors’ particles, a program. */
    private static final Set<String> LATIN = Set.of(
            "km", "cm", "mm", "hm", "ha", "kg", "mg", "kPa", "kW", "min", "max", "ln", "lg", "tan", "cos", "et", "al",
            "van", "de", "riskmap", "cffdrs", "ppm");
    /** What the run of a combination is told here, and names of items of the page of a map: what someone typed; whose numbers of substances those are. */
    private static final Pattern TYPED = Pattern.compile(
            "1 \\* flood = [^；]*|权重：flood 1|flood · |“map”|[^ ]*\\.gpkg|Perry's Handbook.*|AIChE/CCPS guidelines|HSE"
                    + " OSD/30, table 2.*|CoolProp, reference EOS");
    /** Columns that hold formulas, hashes and citations: they are the same in every language. */
    private static final Set<String> SAME_IN_ALL = Set.of("formulas", "coefficients", "inputs", "outputs");

    private static final Set<String> SOURCES = sources();

    @TempDir
    static Path folder;

    private Workspace project;
    private final Set<String> names = new HashSet<>();

    @BeforeAll
    void runs() throws Exception {
        Language.use(Language.CHINESE);
        Path file = folder.resolve("区.gpkg");
        Inputs district = SampleDistrict.withReservoir();
        try (Workspace made = Workspace.create(file, "试验区", "EPSG:4550")) {
            for (String name : district.names()) {
                if (district.isGrid(name)) {
                    Path raster = folder.resolve(name + ".tif");
                    ((GridFormat) Formats.writing(raster)).write(raster, district.grid(name), Progress.silent());
                    continue;
                }
                SimpleFeatureCollection layer = district.features(name).getFeatures();
                made.store().createLayer(layer.getSchema(), name);
                made.store().append(name, layer, Progress.silent());
                names(layer);
            }
            for (RiskModel model : RiskModels.all()) {
                Map<String, String> values = new HashMap<>(TOLD.getOrDefault(model.id(), Map.of()));
                if (model.parameters().stream().anyMatch(each -> each.key().equals("cell-size"))) {
                    values.put("cell-size", "40");
                }
                RiskRuns.run(made, model.id(), values, Progress.silent());
            }
        }
        project = Workspace.open(file, true, Progress.silent());
    }

    /** Whatever the layers say in words is a name: it is printed as it was surveyed. */
    private void names(SimpleFeatureCollection layer) {
        try (SimpleFeatureIterator rows = layer.features()) {
            while (rows.hasNext()) {
                SimpleFeature row = rows.next();
                for (Object value : row.getAttributes()) {
                    if (value instanceof String text && text.length() > 1) {
                        names.add(text);
                    }
                }
            }
        }
    }

    @AfterAll
    void close() {
        if (project != null) {
            project.close();
        }
        Language.use(Language.CHINESE);
    }

    @Test
    void noShippedReportSaysAKeyInChineseOrAChineseWordInEnglish() {
        Set<String> wrong = new TreeSet<>();
        for (Language language : Language.values()) {
            Language.use(language == Language.CHINESE ? Language.ENGLISH : Language.CHINESE);
            for (String template : ReportTemplates.shipped()) {
                for (String run : runs(template)) {
                    ReportRequest request = ReportRequest.of(template)
                            .withLanguage(language)
                            .withCreated(NOON)
                            .withRun(run);
                    for (String said : said(Reports.document(project, request, new ArrayList<>(), Progress.silent()))) {
                        foreign(said, language).forEach(word -> wrong.add(template + ": " + word + " in " + said));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A report of any model is made of every run. */
    private List<String> runs(String template) {
        return template.equals("calculation") ? RiskRuns.runs(project) : List.of("");
    }

    @Test
    void aFigureHasItsNumberAndTheSeparatorOfTheLanguageOfThePage() {
        Map<Language, String> separators =
                Map.of(Language.CHINESE, "图 \\d+　\\S.*", Language.ENGLISH, "Figure \\d+\\. \\S.*");
        separators.forEach((language, caption) -> {
            ReportRequest request =
                    ReportRequest.of("flood").withLanguage(language).withCreated(NOON);
            assertThat(Reports.document(project, request, new ArrayList<>(), Progress.silent())
                            .blocks())
                    .filteredOn(Block.Figure.class::isInstance)
                    .isNotEmpty()
                    .allSatisfy(block ->
                            assertThat(((Block.Figure) block).caption()).matches(caption));
        });
    }

    @Test
    void whatAModelIsSetToIsSaidWithoutItsKeys() {
        Set<String> wrong = new TreeSet<>();
        for (RiskModel model : RiskModels.all()) {
            for (Parameter parameter : model.parameters()) {
                // the factors of a combination and a place in a layer are written as they are typed
                if (parameter.defaultValue() == null || parameter.type() == Parameter.Type.FACTORS) {
                    continue;
                }
                String said = ParameterText.of(parameter, parameter.defaultValue(), Language.CHINESE);
                foreign(said, Language.CHINESE)
                        .forEach(word -> wrong.add(model.id() + " " + parameter.key() + ": " + said));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatTheProgramSaysOfASourceIsSaidInTheLanguageOfThePage() {
        assertThat(SourceText.in(
                        "GB 18218 (critical amounts; to be checked against the printed standard)", Language.CHINESE))
                .isEqualTo("GB 18218（临界量；须与标准原文核对）");
        assertThat(SourceText.in("UNDRR, Terminology on Disaster Risk Reduction (2017); own form", Language.CHINESE))
                .isEqualTo("UNDRR, Terminology on Disaster Risk Reduction (2017); 本程序自定形式");
        for (RiskModel model : RiskModels.all()) {
            List<String> sources = new ArrayList<>(model.sources());
            model.formulas().forEach(formula -> sources.add(formula.source()));
            model.coefficients().forEach(each -> sources.add(each.source()));
            for (String source : sources) {
                assertThat(SourceText.in(source, Language.CHINESE))
                        .as(model.id())
                        .doesNotContainPattern(
                                "\\bown\\b|to be checked|\\brule\\b|classes|thresholds|colours|\\btables\\b");
                assertThat(SourceText.in(source, Language.ENGLISH))
                        .as("only what a standard or paper is called")
                        .doesNotContainPattern("待核对|预警（|[（）]");
            }
        }
    }

    @Test
    void aTitleOfTheCatalogueIsSaidInTheLanguageOfItsMessage() {
        Message message = Message.of("app.run-named-value", new Title("学校", "School"), "3");
        assertThat(message.text(Language.CHINESE)).isEqualTo("学校 3");
        assertThat(message.text(Language.ENGLISH)).isEqualTo("School 3");
    }

    @Test
    void aModelThatMakesNoAreasIsNotSaidToHaveLostThem() {
        String run = RiskRuns.latest(project, "rain-capacity")
                .orElseThrow()
                .provenance()
                .runId();
        List<String> gaps = new ArrayList<>();
        ReportRequest request = ReportRequest.of("flood")
                .withLanguage(Language.CHINESE)
                .withCreated(NOON)
                .withRun(run);
        List<String> said = said(Reports.document(project, request, gaps, Progress.silent()));
        assertThat(said).anyMatch(text -> text.contains("没有划出带等级的区域"));
        assertThat(gaps).noneMatch(gap -> gap.contains("没有可用的风险区图层"));
    }

    private static Set<String> sources() {
        Set<String> sources = new HashSet<>();
        for (RiskModel model : RiskModels.all()) {
            for (String source : model.sources()) {
                for (Language language : Language.values()) {
                    sources.add(SourceText.in(source, language));
                }
            }
        }
        return sources;
    }

    private List<String> foreign(String said, Language language) {
        String rest = said;
        if (language == Language.ENGLISH) {
            for (String name : names) {
                rest = rest.replace(name, "");
            }
            String shown = TYPED.matcher(rest).replaceAll("").replaceAll("试验区|帐篷|棉被|折叠床|液氨", "");
            return shown.codePoints().anyMatch(Character::isIdeographic) ? List.of("Chinese") : List.of();
        }
        for (String name : names) {
            rest = rest.replace(name, "");
        }
        rest = TYPED.matcher(rest).replaceAll("");
        // the names and hashes of runs, layers in brackets behind their title, commands and files
        rest = rest.replaceAll("[a-z-]+-[0-9a-f]{12}", "")
                .replaceAll("[(（][a-z_]+[)）]|[a-z_]+（", "")
                .replaceAll("[a-z_]+\\.\\d+", "")
                .replaceAll("riskmap [^；。，]*", "");
        List<String> keys = new ArrayList<>();
        Matcher matcher = KEY.matcher(rest);
        while (matcher.find()) {
            if (!LATIN.contains(matcher.group())) {
                keys.add(matcher.group());
            }
        }
        return keys;
    }

    private static List<String> said(ReportDocument document) {
        List<String> texts = new ArrayList<>(List.of(document.title()));
        for (Block block : document.blocks()) {
            if (block instanceof Block.Heading heading) {
                texts.add(heading.text());
            } else if (block instanceof Block.Paragraph paragraph) {
                texts.add(paragraph.text());
            } else if (block instanceof Block.Items items) {
                // sources have a test of their own; a worked line is a title before a formula
                items.texts().stream()
                        .filter(text -> !SOURCES.contains(text))
                        .map(text -> text.contains(" = ") ? text.replaceFirst(": .*", "") : text)
                        .forEach(texts::add);
            } else if (block instanceof Block.Figure figure) {
                texts.add(figure.caption());
            } else if (block instanceof Block.Grid grid) {
                texts.add(grid.caption());
                grid.columns().forEach(column -> texts.add(column.title()));
                if (!SAME_IN_ALL.contains(grid.id())) {
                    grid.rows().forEach(row -> row.cells().stream()
                            .filter(String.class::isInstance)
                            .forEach(cell -> texts.add((String) cell)));
                }
            }
        }
        return texts;
    }
}
