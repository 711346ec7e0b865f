package riskmap.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/**
 * What a use-case tells a person or a script: the same facts as text in the user's language and as JSON.
 *
 * @param text lines for a person
 * @param facts maps, lists, numbers and texts for a script
 * @param good whether nothing was found that needs attention; false makes the command exit with 3
 */
public record Answer(String text, Object facts, boolean good) {
    /** Made for the first script that asks: a person never waits for it. */
    private static final class Json {
        private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    }

    public Answer(String text, Object facts) {
        this(text, facts, true);
    }

    /** The facts as JSON. */
    public String json() {
        try {
            return Json.MAPPER.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
