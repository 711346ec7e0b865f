package riskmap.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

class MapDocumentsTest {
    @Property(tries = 50)
    void readingWhatWasWrittenGivesTheSameDocument(@ForAll("documents") MapDocument document) {
        String text = MapDocuments.write(document);
        List<Message> notes = new ArrayList<>();
        assertThat(MapDocuments.read(text, "map", notes::add)).isEqualTo(document);
        assertThat(MapDocuments.write(document)).isEqualTo(text);
        assertThat(notes).isEmpty();
    }

    @Test
    void whatIsLeftOutHasADefault() {
        MapDocument document = MapDocuments.read(
                "{\"crs\":\"EPSG:4550\",\"layers\":[{\"id\":\"a\",\"source\":\"#a\"}]}", "map", n -> {});
        assertThat(document.layers()).containsExactly(new MapLayer("a", "a", "", "#a", "", "", true, 1));
        assertThat(document.extent()).isEmpty();
    }

    @Test
    void anUnknownFieldIsReportedAndDoesNoHarm() {
        List<Message> notes = new ArrayList<>();
        MapDocuments.read("{\"crs\":\"EPSG:4550\",\"mood\":{\"deep\":[1]}}", "map", notes::add);
        assertThat(notes)
                .extracting(note -> note.text(Language.ENGLISH))
                .singleElement()
                .asString()
                .contains("mood");
    }

    @Test
    void anErrorSaysThePlace() {
        assertThatThrownBy(() -> read("{\"crs\":\"EPSG:4550\",\"layers\":[{\"id\":\"a\",\"source\":\"#a\"},"
                        + "{\"id\":\"b\",\"source\":\"#b\",\"opacity\":7}]}"))
                .satisfies(says("layers[1].opacity"));
        assertThatThrownBy(() -> read("{\"crs\":\"EPSG:4550\",\n\"layers\":[}")).satisfies(says("line 2"));
        assertThatThrownBy(() ->
                        read("{\"crs\":\"EPSG:4550\",\"layers\":[{\"id\":\"a\",\"source\":\"#a\",\"visible\":\"x\"}]}"))
                .satisfies(says("layers[0].visible"));
        assertThatThrownBy(() -> read("{\"crs\":\"EPSG:4550\",\"version\":99}")).satisfies(says("newer program"));
        assertThatThrownBy(() -> read("[]")).satisfies(says("JSON object"));
    }

    private static MapDocument read(String text) {
        return MapDocuments.read(text, "map", note -> {});
    }

    static java.util.function.Consumer<Throwable> says(String words) {
        return error -> assertThat(((RiskMapException) error).userMessage().text(Language.ENGLISH))
                .contains(words);
    }

    @Provide
    Arbitrary<MapDocument> documents() {
        Arbitrary<String> texts =
                Arbitraries.strings().withChars("aZ0_#图层\"\\{}\n 险").ofMaxLength(8);
        Arbitrary<MapLayer> layer = Combinators.combine(
                        texts,
                        texts,
                        texts,
                        texts,
                        Arbitraries.of(true, false),
                        Arbitraries.doubles().between(0, 1))
                .as((title, group, style, filter, visible, opacity) ->
                        new MapLayer("", title, group, "#x", style, filter, visible, opacity));
        Arbitrary<List<Double>> extents = Arbitraries.doubles()
                .between(-1e7, 1e7)
                .list()
                .ofSize(4)
                .optional()
                .map(o -> o.orElse(List.of()));
        return Combinators.combine(texts, extents, layer.list().ofMaxSize(5)).as((title, extent, layers) -> {
            List<MapLayer> named = new ArrayList<>();
            for (MapLayer one : layers) {
                String id = "layer" + named.size();
                named.add(new MapLayer(
                        id,
                        one.title(),
                        one.group(),
                        one.source(),
                        one.style(),
                        one.filter(),
                        one.visible(),
                        one.opacity()));
            }
            return new MapDocument(title, "EPSG:4550", extent, named);
        });
    }
}
