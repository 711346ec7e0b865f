package riskmap.app.style;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.style.Style;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.Workspace;
import riskmap.app.query.FieldValues;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Domain;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.data.gpkg.FeatureTable;
import riskmap.map.MapLayer;
import riskmap.style.CellClasses;
import riskmap.style.ClassLimits;
import riskmap.style.ClassStyles;
import riskmap.style.ColourRamp;
import riskmap.style.ColourStop;
import riskmap.style.SldDocument;
import riskmap.style.SldReader;
import riskmap.style.SldWriter;
import riskmap.style.Styles;
import riskmap.style.SymbolField;
import riskmap.style.Symbols;

/** Makes a style for a layer from its data or from a document; changes nothing. */
public final class StyleMaking {
    /** More categories than this cannot be told apart in a legend. */
    public static final int MOST_VALUES = 50;

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final Workspace project;
    private final MapLayer layer;

    private StyleMaking(Workspace project, MapLayer layer) {
        this.project = project;
        this.layer = layer;
    }

    /**
     * The style that was chosen.
     *
     * @throws RiskMapException when the field is missing or does not suit, or the document cannot be read
     */
    public static MadeStyle make(Workspace project, MapLayer layer, StyleChoice choice, Progress progress) {
        StyleMaking making = new StyleMaking(project, layer);
        if (choice instanceof StyleChoice.Sld document) {
            return document(document.file());
        }
        if (choice instanceof StyleChoice.Copied copied) {
            SldReader.Result read = SldReader.parse(copied.sld());
            return new MadeStyle(read.style(), copied.sld(), List.of(), 0, read.notes());
        }
        if (choice instanceof StyleChoice.Cells cells) {
            return cells(project, layer, cells, progress);
        }
        if (!layer.source().startsWith("#")) {
            throw RiskMapException.of("app.style-raster-classes", layer.title());
        }
        if (choice instanceof StyleChoice.Single single) {
            return making.single(single, progress);
        }
        return choice instanceof StyleChoice.Categories categories
                ? making.categories(categories, progress)
                : making.graduated((StyleChoice.Graduated) choice, progress);
    }

    /** The style of a raster with a colour map of classes made from its cells. */
    private static MadeStyle cells(Workspace project, MapLayer layer, StyleChoice.Cells choice, Progress progress) {
        SldDocument now = SldDocument.parse(StyleStore.document(project, layer));
        for (int rule = 0; rule < now.ruleCount(); rule++) {
            int symbol = now.symbols(rule).indexOf("RasterSymbolizer");
            if (symbol >= 0) {
                List<ColourStop> stops = cells(
                        project, layer, "intervals", choice.classes(), choice.ramp(), choice.reversed(), progress);
                SldDocument made = now.withValue(rule, symbol, SymbolField.MAP_TYPE, "intervals")
                        .withStops(rule, symbol, stops);
                return new MadeStyle(made.style(), made.text(), List.of(), 0, List.of());
            }
        }
        throw RiskMapException.of("app.style-no-cells", layer.title());
    }

    /**
     * The colour map of a raster made from its cells.
     *
     * @param type of the map: {@code ramp}, {@code intervals} or {@code values}
     * @param count how many entries are wished
     */
    public static List<ColourStop> cells(
            Workspace project,
            MapLayer layer,
            String type,
            int count,
            ColourRamp ramp,
            boolean reversed,
            Progress progress) {
        if (layer.source().startsWith("#")) {
            throw RiskMapException.of("app.style-no-cells", layer.title());
        }
        return CellClasses.of(project.raster(layer.source(), progress), type, count, ramp, reversed);
    }

    private static MadeStyle document(Path file) {
        try {
            SldReader.Result read = SldReader.read(file);
            String text = Files.readString(file);
            return new MadeStyle(read.style(), text, List.of(), 0, read.notes());
        } catch (IOException e) {
            throw new RiskMapException(Message.of("style.sld-unreadable", file, e.getMessage()), e);
        }
    }

    private MadeStyle single(StyleChoice.Single choice, Progress progress) {
        if (!COLOUR.matcher(choice.colour()).matches()) {
            throw RiskMapException.of("app.style-colour-wrong", choice.colour());
        }
        Style style = styles(choice.look()).single(choice.colour());
        long count = FieldValues.count(source(), DrawnLayers.filter(layer), progress);
        return made(style, List.of(new MadeStyle.Class(Message.of("style.class-all"), choice.colour(), count)), 0);
    }

    private MadeStyle categories(StyleChoice.Categories choice, Progress progress) {
        requireField(choice.field());
        Field field = project.kind(table())
                .flatMap(kind -> kind.field(choice.field()))
                .orElse(null);
        FieldValues.Found found =
                FieldValues.of(source(), DrawnLayers.filter(layer), choice.field(), field, MOST_VALUES + 1, progress);
        if (found.counts().isEmpty()) {
            throw RiskMapException.of("app.style-no-rows", layer.title());
        }
        List<FieldValues.Count> values = found.counts().stream()
                .filter(count -> count.value() != null)
                .sorted(Comparator.comparingInt(count -> place(count.value(), field)))
                .toList();
        if (values.size() > MOST_VALUES || !found.complete()) {
            throw RiskMapException.of(
                    "app.style-too-many-values", layer.title(), choice.field(), found.different(), MOST_VALUES);
        }
        List<String> colours = choice.ramp().colours(values.size(), choice.reversed());
        List<MadeStyle.Class> classes = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            classes.add(new MadeStyle.Class(
                    values.get(i).title(), colours.get(i), values.get(i).count()));
        }
        Style style = styles(choice.look())
                .categories(
                        choice.field(),
                        values.stream().map(FieldValues.Count::value).toList(),
                        values.stream().map(value -> value.title().text()).toList(),
                        colours);
        long missing = found.counts().stream()
                .filter(count -> count.value() == null)
                .mapToLong(FieldValues.Count::count)
                .sum();
        return made(style, classes, missing);
    }

    /** Codes stand as the catalogue has them, other values behind them, as they come. */
    private static int place(Object value, Field field) {
        List<Domain.Code> codes = field == null || field.domain() == null
                ? List.of()
                : field.domain().codes();
        int place = 0;
        while (place < codes.size() && !codes.get(place).code().equals(value.toString())) {
            place++;
        }
        return place;
    }

    private MadeStyle graduated(StyleChoice.Graduated choice, Progress progress) {
        requireField(choice.field());
        double[] values = numbers(choice.field(), progress);
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (known.length == 0) {
            throw RiskMapException.of("app.style-field-no-numbers", layer.title(), choice.field());
        }
        double[] limits = choice.own().isEmpty()
                ? ClassLimits.of(choice.method(), known, choice.classes())
                : ClassLimits.own(
                        choice.own().stream().mapToDouble(Double::doubleValue).toArray());
        List<String> colours = choice.ramp().colours(limits.length + 1, choice.reversed());
        int[] counts = ClassLimits.counts(limits, known);
        List<MadeStyle.Class> classes = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            classes.add(new MadeStyle.Class(ClassStyles.title(limits, i), colours.get(i), counts[i]));
        }
        Style style = styles(choice.look()).graduated(choice.field(), limits, colours);
        return new MadeStyle(
                style,
                SldWriter.write(style),
                classes,
                (long) values.length - known.length,
                List.of(),
                Optional.of(ValueHistogram.of(known, limits)));
    }

    private double[] numbers(String field, Progress progress) {
        if (!Number.class.isAssignableFrom(
                source().getSchema().getDescriptor(field).getType().getBinding())) {
            throw RiskMapException.of("app.style-field-no-numbers", layer.title(), field);
        }
        FeatureTable rows = FeatureTable.of(source(), new Query(table(), DrawnLayers.filter(layer), field), progress);
        if (rows.size() == 0) {
            throw RiskMapException.of("app.style-no-rows", layer.title());
        }
        double[] values = new double[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.value(row, field) instanceof Number number ? number.doubleValue() : Double.NaN;
        }
        return values;
    }

    private void requireField(String field) {
        SimpleFeatureType type = source().getSchema();
        if (type.indexOf(field) < 0) {
            throw RiskMapException.of("app.style-field-missing", layer.title(), field, NameList.of(fields(type)));
        }
    }

    /**
     * A layer as its editor opens.
     *
     * @param sld the document it is drawn with
     * @param type its schema, null for a raster
     * @param fields the fields that styles can go by; none for a raster
     * @param kind what it is in the catalogue, if anything
     * @param drawings addresses of the drawings that markers can be
     * @param undo name of the saved change of a style that can be taken back
     * @param redo name of the one that can be done again
     */
    public record Opened(
            String sld,
            SimpleFeatureType type,
            List<String> fields,
            Optional<LayerKind> kind,
            List<String> drawings,
            Optional<Message> undo,
            Optional<Message> redo) {}

    /** What an editor of a layer begins with. */
    public static Opened open(Workspace project, MapLayer layer) {
        String kept = StyleStore.document(project, layer);
        // a style without a rule draws nothing: its editor begins with a usual one
        String sld = SldDocument.parse(kept).ruleCount() > 0 ? kept : SldWriter.write(Styles.shipped("default"));
        SimpleFeatureType type = layer.source().startsWith("#")
                ? project.features(layer.source().substring(1)).getSchema()
                : null;
        return new Opened(
                sld,
                type,
                type == null ? List.of() : fields(type),
                type == null ? Optional.empty() : project.kind(type.getTypeName()),
                Symbols.names(),
                StyleStore.undoName(project),
                StyleStore.redoName(project));
    }

    /**
     * An ECQL expression that grows with a field from its least to its greatest number: sizes of 4 to 28 pixels, or the
     * colours of {@link ColourRamp#CIVIDIS}.
     */
    public static String growing(Workspace project, MapLayer layer, String field, boolean colour, Progress progress) {
        StyleMaking making = new StyleMaking(project, layer);
        making.requireField(field);
        double[] known = Arrays.stream(making.numbers(field, progress))
                .filter(Double::isFinite)
                .toArray();
        if (known.length == 0) {
            throw RiskMapException.of("app.style-field-no-numbers", layer.title(), field);
        }
        double least = Arrays.stream(known).min().orElseThrow();
        double greatest = Arrays.stream(known).max().orElseThrow();
        String name = "\"" + field + "\"";
        if (!colour) {
            return String.format(Locale.ROOT, "Interpolate(%s, %s, 4, %s, 28)", name, least, greatest);
        }
        List<String> colours = ColourRamp.CIVIDIS.colours(3, true);
        return String.format(
                Locale.ROOT,
                "Interpolate(%s, %s, '%s', %s, '%s', %s, '%s', 'color')",
                name,
                least,
                colours.get(0),
                (least + greatest) / 2,
                colours.get(1),
                greatest,
                colours.get(2));
    }

    /** The fields of a layer that styles can go by. */
    private static List<String> fields(SimpleFeatureType type) {
        return type.getAttributeDescriptors().stream()
                .filter(field ->
                        !Geometry.class.isAssignableFrom(field.getType().getBinding()))
                .map(field -> field.getLocalName())
                .toList();
    }

    private static MadeStyle made(Style style, List<MadeStyle.Class> classes, long missing) {
        return new MadeStyle(style, SldWriter.write(style), classes, missing, List.of());
    }

    private ClassStyles styles(ClassStyles.Look look) {
        var geometry = source().getSchema().getGeometryDescriptor();
        return new ClassStyles(
                geometry == null ? Geometry.class : geometry.getType().getBinding(), look);
    }

    private SimpleFeatureSource source() {
        return project.features(table());
    }

    private String table() {
        return layer.source().substring(1);
    }
}
