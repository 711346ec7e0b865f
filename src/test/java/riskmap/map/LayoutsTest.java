package riskmap.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import riskmap.base.Language;
import riskmap.base.Message;

class LayoutsTest {
    private static final String PAGE = "{\"page\":{\"paper\":\"A4\"},\"items\":[";

    static List<String> shipped() {
        return Layouts.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedLayoutsAreReadWithoutAWordAndWriteBackTheSame(String name) {
        List<Message> notes = new ArrayList<>();
        Layout layout = Layouts.open(name, notes::add);
        assertThat(notes).isEmpty();
        assertThat(layout.name()).isEqualTo(name);
        assertThat(layout.frames()).isNotEmpty();
        String text = Layouts.write(layout);
        assertThat(Layouts.read(text, name, notes::add)).isEqualTo(layout);
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void mapFramesOfShippedLayoutsLeaveRoomForGridLabels(String name) {
        Layout layout = Layouts.open(name, note -> {});
        for (LayoutItem.MapFrame frame : layout.frames()) {
            if (frame.grids().isEmpty()) {
                continue;
            }
            Box wide = new Box(
                    frame.box().x() - LayoutItem.GRID_LABEL_MARGIN,
                    frame.box().y() - LayoutItem.GRID_LABEL_MARGIN,
                    frame.box().width() + 2 * LayoutItem.GRID_LABEL_MARGIN,
                    frame.box().height() + 2 * LayoutItem.GRID_LABEL_MARGIN);
            for (LayoutItem item : layout.items()) {
                boolean around = item.box().contains(wide) || frame.box().contains(item.box());
                assertThat(item == frame || around || !item.box().overlaps(wide))
                        .as(item.id())
                        .isTrue();
            }
        }
    }

    @Property(tries = 60)
    void readingWhatWasWrittenGivesTheSameLayout(@ForAll("layouts") Layout layout) {
        String text = Layouts.write(layout);
        List<Message> notes = new ArrayList<>();
        assertThat(Layouts.read(text, "layout", notes::add)).isEqualTo(layout);
        assertThat(notes).isEmpty();
    }

    @Test
    void anErrorSaysTheFileAndThePlace() {
        assertThatThrownBy(() -> read("{\"items\":[]}")).satisfies(says("page"));
        assertThatThrownBy(() -> read("{\"page\":{\"paper\":\"B7\"}}")).satisfies(says("B7"));
        assertThatThrownBy(() -> read(PAGE + "{\"type\":\"clock\",\"id\":\"a\"}]}"))
                .satisfies(says("items[0].type"));
        assertThatThrownBy(() -> read(PAGE + "{\"type\":\"text\",\"id\":\"a\"}]}"))
                .satisfies(says("items[0]"));
        assertThatThrownBy(() -> read(PAGE + text("a", "\"x\":\"left\"") + "]}"))
                .satisfies(says("items[0].box.x"));
        assertThatThrownBy(() -> read(PAGE + text("a", "\"x\":1,\"width\":-3") + "]}"))
                .satisfies(says("items[0].box"));
        assertThatThrownBy(() -> read(PAGE + text("far", "\"x\":500,\"width\":3") + "]}"))
                .satisfies(says("“far” lies outside"));
        assertThatThrownBy(() -> read(PAGE + text("a", "\"x\":1") + "," + text("a", "\"x\":1") + "]}"))
                .satisfies(says("“a” stands twice"));
        assertThatThrownBy(
                        () -> read(
                                PAGE
                                        + "{\"type\":\"scale-bar\",\"id\":\"bar\",\"frame\":\"nowhere\",\"box\":{\"x\":1,\"width\":9}}]}"))
                .satisfies(says("nowhere"));
        assertThatThrownBy(
                        () -> read(PAGE + "{\"type\":\"border\",\"id\":\"a\",\"box\":{\"x\":1},\"fill\":\"blue\"}]}"))
                .satisfies(says("items[0]"));
        assertThatThrownBy(() -> Layouts.open("no-such-layout", note -> {})).satisfies(says("one-map-a3"));
    }

    @Test
    void anUnknownFieldIsReported() {
        List<Message> notes = new ArrayList<>();
        Layouts.read(PAGE + "{\"type\":\"text\",\"id\":\"a\",\"box\":{\"x\":1,\"tilt\":4}}]}", "layout", notes::add);
        assertThat(notes).hasSize(1);
        assertThat(notes.get(0).text(Language.ENGLISH)).contains("tilt");
    }

    private static String text(String id, String box) {
        return "{\"type\":\"text\",\"id\":\"" + id + "\",\"box\":{" + box + "}}";
    }

    private static Layout read(String text) {
        return Layouts.read(text, "layout", note -> {});
    }

    private static Consumer<Throwable> says(String words) {
        return MapDocumentsTest.says(words);
    }

    @Provide
    Arbitrary<Layout> layouts() {
        return Combinators.combine(texts(), items().list().ofMaxSize(6)).as((title, items) -> {
            List<LayoutItem> all = new ArrayList<>();
            all.add(new LayoutItem.MapFrame(
                    "map",
                    new Box(0, 0, 50, 50),
                    null,
                    "",
                    0,
                    12.5,
                    true,
                    new LayerChoice(
                            List.of("a"),
                            null,
                            List.of("b"),
                            List.of("risk_zone"),
                            Map.of("a", "risk_zone"),
                            Map.of("层", 0.5)),
                    "district",
                    0,
                    "#ffffff",
                    null,
                    List.of(grid()),
                    null,
                    false));
            for (LayoutItem item : items) {
                all.add(renamed(item, "item" + all.size()));
            }
            return new Layout("name", title, PageSize.of("A3", true), "", all);
        });
    }

    private static GridLines grid() {
        return new GridLines(GridLines.Kind.KILOMETRE, 2.5, true, null, null);
    }

    private static LayoutItem renamed(LayoutItem item, String id) {
        if (item instanceof LayoutItem.Text text) {
            return new LayoutItem.Text(id, text.box(), text.text(), text.style());
        } else if (item instanceof LayoutItem.Legend legend) {
            return new LayoutItem.Legend(
                    id,
                    legend.box(),
                    "map",
                    legend.title(),
                    legend.columns(),
                    legend.counts(),
                    legend.first(),
                    legend.areas(),
                    null,
                    legend.style(),
                    0);
        }
        LayoutItem.Border border = (LayoutItem.Border) item;
        return new LayoutItem.Border(id, border.box(), border.fill(), border.line(), border.radius());
    }

    private static Arbitrary<LayoutItem> items() {
        Arbitrary<TextStyle> styles = Combinators.combine(
                        Arbitraries.doubles().between(1, 90),
                        Arbitraries.of(true, false),
                        Arbitraries.of(TextStyle.Align.values()),
                        Arbitraries.of(TextStyle.Vertical.values()))
                .as((size, bold, align, vertical) -> new TextStyle(size, bold, "#12ab9f80", align, vertical, 5, 1.5));
        return Combinators.combine(
                        boxes(), texts(), styles, Arbitraries.integers().between(0, 2))
                .as((box, text, style, kind) -> switch (kind) {
                    case 0 -> new LayoutItem.Text("", box, text, style);
                    case 1 ->
                        new LayoutItem.Legend("", box, "map", text, 2, true, null, List.of("a", "层"), null, style, 0);
                    default ->
                        new LayoutItem.Border(
                                "", box, "#ffffff", new LineStyle("#000000", style.size() / 2, List.of(1.0, 2.5)), 3);
                });
    }

    private static Arbitrary<Box> boxes() {
        Arbitrary<Double> sizes = Arbitraries.doubles().between(0, 140);
        return Combinators.combine(sizes, sizes, sizes, sizes).as(Box::new);
    }

    private static Arbitrary<LocalText> texts() {
        Arbitrary<String> words =
                Arbitraries.strings().withChars("风险{}\"\\ aZ\n").ofMaxLength(6);
        return Combinators.combine(words, words).as(LocalText::new);
    }
}
