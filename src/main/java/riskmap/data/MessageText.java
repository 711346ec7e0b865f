package riskmap.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import riskmap.base.Message;

/** Messages as JSON, key and arguments, so that what is stored can be read in any language later. */
public final class MessageText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MessageText() {}

    /** A message on one line. */
    public static String write(Message message) {
        return node(message).toString();
    }

    /** The message in a text of {@link #write}; a text that is none reads as itself, none (in a damaged file) as empty. */
    public static Message read(String text) {
        if (text == null) {
            return Message.of("");
        }
        try {
            JsonNode node = JSON.readTree(text);
            if (node != null && node.isObject() && node.has("text")) {
                return message(node);
            }
        } catch (JsonProcessingException e) {
            return Message.of(text);
        }
        return Message.of(text);
    }

    /** A message as a JSON object {@code text}, {@code with}. */
    public static ObjectNode node(Message message) {
        ObjectNode node = JSON.createObjectNode().put("text", message.key());
        ArrayNode arguments = node.putArray("with");
        message.arguments()
                .forEach(argument -> arguments.add(argument instanceof Message inner ? node(inner) : plain(argument)));
        return node;
    }

    private static JsonNode plain(Object argument) {
        boolean known = argument instanceof Number || argument instanceof Boolean;
        return known ? JSON.valueToTree(argument) : JSON.getNodeFactory().textNode(argument.toString());
    }

    /** The message in an object of {@link #node}. */
    public static Message message(JsonNode node) {
        List<Object> arguments = new ArrayList<>();
        node.path("with").forEach(argument -> arguments.add(argument(argument)));
        return new Message(node.path("text").asText(), arguments);
    }

    private static Object argument(JsonNode node) {
        if (node.isObject()) {
            return message(node);
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.asText();
    }
}
