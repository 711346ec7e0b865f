package riskmap.ui.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import riskmap.style.BlendMode;
import riskmap.style.SymbolField;

/** What a document says is found among the choices of its field, however another program wrote it. */
class FieldChoiceTest {
    private final List<FieldChoice> blends = FieldChoice.of(SymbolField.Kind.BLEND);

    private List<String> found(String written) {
        return blends.stream()
                .filter(choice -> choice.isIn(written))
                .map(FieldChoice::value)
                .toList();
    }

    @Test
    void everyBlendModeThatIsDrawnCanBeChosen() {
        assertThat(blends).hasSize(BlendMode.values().length);
        for (BlendMode mode : BlendMode.values()) {
            String value = mode == BlendMode.NORMAL ? "" : mode.css();
            assertThat(found(mode.css())).as(mode.css()).containsExactly(value);
        }
    }

    @Test
    void theOpacityOfABlendStaysWhenAnotherModeIsChosen() {
        assertThat(found("multiply, 0.5")).containsExactly("multiply");
        assertThat(found("source-over")).containsExactly("");
        assertThat(found("")).containsExactly("");
        assertThat(found("xor")).isEmpty();
        assertThat(found("source-in, 0.5")).isEmpty();
        FieldChoice screen = blends.stream()
                .filter(choice -> choice.value().equals("screen"))
                .findFirst()
                .orElseThrow();
        assertThat(screen.in("multiply, 0.5")).isEqualTo("screen, 0.5");
        assertThat(screen.in("")).isEqualTo("screen");
        assertThat(blends.get(0).in("multiply, 0.5")).isEmpty();
    }

    @Test
    void whatHoldsWithoutAWordIsFoundWhereADocumentSaysIt() {
        for (var written : java.util.Map.of(
                        SymbolField.Kind.WEIGHT, "normal",
                        SymbolField.Kind.YES, "false",
                        SymbolField.Kind.UNIT, "http://www.opengeospatial.org/se/units/pixel")
                .entrySet()) {
            for (String text : List.of("", written.getValue())) {
                assertThat(FieldChoice.of(written.getKey()).stream()
                                .filter(choice -> choice.isIn(text))
                                .map(FieldChoice::value))
                        .as(text)
                        .containsExactly("");
            }
        }
        assertThat(FieldChoice.of(SymbolField.Kind.WEIGHT).stream().filter(choice -> choice.isIn("=weight")))
                .isEmpty();
    }

    @Test
    void otherFieldsTakeWhatIsWrittenToTheLetter() {
        List<FieldChoice> caps = FieldChoice.of(SymbolField.Kind.CAP);
        assertThat(caps.stream().filter(choice -> choice.isIn("round"))).hasSize(1);
        assertThat(caps.stream().filter(choice -> choice.isIn("round, 1"))).isEmpty();
        assertThat(caps.get(1).in("round")).isEqualTo("butt");
    }
}
