package riskmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import riskmap.base.Language;
import riskmap.map.LocalText;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;

class ReportTemplatesTest {
    static List<String> shipped() {
        return ReportTemplates.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyTemplateIsCompleteInBothLanguagesAndKnowsItsModels(String name) {
        ReportTemplate template = ReportTemplates.open(name);
        assertThat(template.name()).isEqualTo(name);
        assertThat(template.sections()).isNotEmpty();
        List<String> models = RiskModels.all().stream().map(RiskModel::id).toList();
        assertThat(template.models()).allMatch(id -> id.equals("*") || models.contains(id));
        both(template.label());
        both(template.title());
        template.fields().forEach(field -> both(field.title()));
        for (SectionSpec section : template.sections()) {
            section.texts().forEach(ReportTemplatesTest::both);
            section.levels().values().forEach(texts -> texts.forEach(ReportTemplatesTest::both));
        }
    }

    private static void both(LocalText text) {
        assertThat(text.text(Language.CHINESE)).isNotBlank();
        assertThat(text.text(Language.ENGLISH)).isNotBlank();
        assertThat(text.text(Language.ENGLISH).codePoints().noneMatch(Character::isIdeographic))
                .as(text.text(Language.ENGLISH))
                .isTrue();
    }

    @Test
    void aWrongTemplateIsRefusedWithThePlace(@TempDir Path folder) throws Exception {
        assertThat(ReadBack.told(() -> ReportTemplates.open("nothing"))).contains("nothing", "briefing");
        assertRefused("{\"format\": \"riskmap-layout\"}", "riskmap-report");
        assertRefused("{\"format\": ", "1:");
        assertRefused("{\"format\": \"riskmap-report\", \"sections\": [{\"type\": \"poem\"}]}", "poem");
        assertRefused(
                "{\"format\": \"riskmap-report\", \"sections\": [{\"type\": \"map\", \"colour\": 1}]}",
                "sections[0].colour");
        assertRefused(
                "{\"format\": \"riskmap-report\", \"sections\": [{\"type\": \"text\", \"texts\": [3]}]}", "texts[0]");
        assertRefused("{\"format\": \"riskmap-report\", \"sections\": []}", "sections");
        Path file = Files.writeString(
                folder.resolve("own.json"),
                "{\"format\": \"riskmap-report\", \"name\": \"own\", \"sections\": [{\"type\": \"quality\"}]}");
        assertThat(ReportTemplates.open(file.toString()).name()).isEqualTo("own");
    }

    private static void assertRefused(String json, String said) {
        assertThat(ReadBack.told(() -> ReportTemplates.read(json, "own"))).contains(said);
    }
}
