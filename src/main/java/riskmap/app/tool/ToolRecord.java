package riskmap.app.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import riskmap.base.Amount;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * A recorded run of a tool: what went in, with which values, what came out. Kept in the project under {@code tool:ID} as
 * JSON; enough to repeat the run and to say what differs.
 *
 * @param runId made from tool, values and the content of the inputs, and the name of the result
 * @param operation id of the tool
 * @param programVersion version of the program
 * @param inputs name of the input → what was read
 * @param parameters all values, also those left at their default
 * @param output what was made
 * @param time when it ran, ISO 8601; not part of the id
 */
public record ToolRecord(
        String runId,
        String operation,
        String programVersion,
        Map<String, Content> inputs,
        Map<String, String> parameters,
        Content output,
        String time) {
    /** Prefix of the keys of the records in a project. */
    public static final String PREFIX = "tool:";

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * A layer, raster or table by its content.
     *
     * @param source {@code #layer} of the project, or the path of a file as seen from the project's folder, with
     *     {@code #layer} where it has layers
     * @param sha256 hash of the content
     * @param rows rows of a layer, cells of a raster
     * @param raster whether it is a raster; records of earlier versions do not say so
     */
    public record Content(String source, String sha256, long rows, boolean raster) {
        /** How much it holds, in words. */
        public Message size() {
            return Amount.of(rows, raster);
        }
    }

    public ToolRecord {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ToolRecord fromJson(String text, String runId) {
        try {
            return JSON.readValue(text, ToolRecord.class);
        } catch (JsonProcessingException e) {
            throw new RiskMapException(Message.of("app.tool-record-unreadable", runId), e);
        }
    }
}
