package riskmap.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import riskmap.analysis.Operations;
import riskmap.base.Language;
import riskmap.base.Parameter;
import riskmap.base.UnitText;
import riskmap.risk.RiskModels;

class UnitsTest {
    @AfterEach
    void chineseAgain() {
        Language.use(Language.CHINESE);
    }

    @Test
    void everyUnitReadsInBothLanguages() {
        List<String> units = new ArrayList<>();
        Catalogue.standard().kinds().forEach(kind -> kind.fields().forEach(field -> units.add(field.unit())));
        List<Parameter> parameters = new ArrayList<>();
        Operations.all().forEach(operation -> parameters.addAll(operation.parameters()));
        RiskModels.all().forEach(model -> parameters.addAll(model.parameters()));
        parameters.forEach(parameter -> units.add(parameter.unit()));
        assertThat(units).contains("人", "层", "万m³", "km²").allSatisfy(unit -> {
            assertThat(UnitText.of(unit, Language.ENGLISH).codePoints())
                    .as(unit)
                    .noneMatch(Character::isIdeographic);
            assertThat(UnitText.of(unit, Language.CHINESE)).isEqualTo(unit);
        });
    }

    @Test
    void headingsHaveTheUnitInTheLanguageInUse() {
        Field floors = Catalogue.standard().kind("building").fields().stream()
                .filter(field -> field.unit().equals("层"))
                .findFirst()
                .orElseThrow();
        assertThat(floors.heading()).endsWith("(层)");
        Language.use(Language.ENGLISH);
        assertThat(floors.heading()).endsWith("(storeys)");
        assertThat(UnitText.heading("Area", "m²")).isEqualTo("Area (m²)");
        assertThat(UnitText.heading("Name", "")).isEqualTo("Name");
    }
}
