package riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompilerListTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    @Test
    void whatIsLeftToTheFirstCompilerIsAListThatJavaReadsAndNamesClassesThatExist() throws Exception {
        JsonNode list = MAPPER.readTree(Path.of("installer", "compiler.json").toFile());
        assertThat(list.isArray()).isTrue();
        List<String> ours = new ArrayList<>();
        for (JsonNode directive : list) {
            for (JsonNode pattern : directive.get("match")) {
                assertThat(pattern.asText()).endsWith(".*");
                if (pattern.asText().startsWith("riskmap/")) {
                    ours.add(pattern.asText().replaceAll("[*.]+$", ""));
                }
            }
        }
        assertThat(ours).hasSizeGreaterThan(3).allSatisfy(name -> assertThat(
                        Files.exists(Path.of("src", "main", "java", name + ".java")))
                .as(name)
                .isTrue());
    }
}
