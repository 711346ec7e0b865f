package riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.geotools.api.style.Style;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.junit.jupiter.api.Test;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;

class UnlabelledTest {
    @Test
    void onlyTheLabelsAreGoneAndTheStyleItselfKeepsThem() {
        Style towns = Styles.shipped("town");
        List<Symbolizer> before = symbols(towns);
        assertThat(before).hasAtLeastOneElementOfType(TextSymbolizer.class);
        List<Symbolizer> left = symbols(Unlabelled.of(towns));
        assertThat(left)
                .isNotEmpty()
                .hasSameSizeAs(before.stream()
                        .filter(symbol -> !(symbol instanceof TextSymbolizer))
                        .toList())
                .doesNotHaveAnyElementsOfTypes(TextSymbolizer.class);
        assertThat(symbols(towns)).isEqualTo(before);
        assertThat(Unlabelled.of(towns)).isSameAs(Unlabelled.of(towns));
    }

    @Test
    void everyKindOfLayerCanBeShownWithoutLabels() {
        for (LayerKind kind : Catalogue.standard().kinds()) {
            String name = kind.key();
            if (!Styles.exists(name)) {
                continue;
            }
            assertThat(symbols(Unlabelled.of(Styles.shipped(name))))
                    .as(name)
                    .doesNotHaveAnyElementsOfTypes(TextSymbolizer.class);
        }
    }

    private static List<Symbolizer> symbols(Style style) {
        return style.featureTypeStyles().stream()
                .flatMap(one -> one.rules().stream())
                .flatMap(rule -> rule.symbolizers().stream())
                .toList();
    }
}
