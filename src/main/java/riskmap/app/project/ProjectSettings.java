package riskmap.app.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * What a project says of itself: the document {@code settings}. Every entry may be empty.
 *
 * @param district what the area is called
 * @param maker who makes the maps
 * @param classification mark such as 内部 printed on maps
 * @param sources where the data come from, when the features do not say
 * @param demo whether the data are made up for demonstration, which every map then says
 */
public record ProjectSettings(String district, String maker, String classification, String sources, boolean demo) {
    /** Key of the document in the project. */
    public static final String KEY = "settings";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The settings of a project; empty ones when it holds none. */
    public static ProjectSettings of(Workspace project) {
        JsonNode node = JSON.createObjectNode();
        String text = project.store().document(KEY).orElse("");
        if (!text.isEmpty()) {
            try {
                node = JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new RiskMapException(
                        Message.of("app.settings-unreadable", project.file().getFileName()), e);
            }
        }
        return new ProjectSettings(
                node.path("district").asText(""),
                node.path("maker").asText(""),
                node.path("classification").asText(""),
                node.path("sources").asText(""),
                node.path("demo").asBoolean(false));
    }

    /** Stores the settings in a project, leaving entries this program does not know. */
    public void store(Workspace project) {
        ObjectNode node = JSON.createObjectNode();
        try {
            if (project.store().document(KEY).isPresent()
                    && JSON.readTree(project.store().document(KEY).get()) instanceof ObjectNode kept) {
                node = kept;
            }
        } catch (JsonProcessingException e) {
            throw new RiskMapException(
                    Message.of("app.settings-unreadable", project.file().getFileName()), e);
        }
        node.put("district", district).put("maker", maker).put("classification", classification);
        node.put("sources", sources).put("demo", demo);
        project.store().putDocument(KEY, node.toPrettyString());
    }
}
