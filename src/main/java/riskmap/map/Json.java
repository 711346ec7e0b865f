package riskmap.map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * JSON of the records in this package: by name, never by class names in the file. Unknown fields are reported and left
 * out; an error says the file, the place in it ({@code items[3].box.width}) and what is wrong.
 */
final class Json {
    private Json() {}

    /** A mapper that tells of unknown fields of the document called {@code where}. */
    static ObjectMapper mapper(String where, Consumer<Message> notes) {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(com.fasterxml.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(com.fasterxml.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .addModule(texts())
                .addHandler(new DeserializationProblemHandler() {
                    @Override
                    public boolean handleUnknownProperty(
                            DeserializationContext context,
                            com.fasterxml.jackson.core.JsonParser parser,
                            JsonDeserializer<?> deserializer,
                            Object bean,
                            String name)
                            throws IOException {
                        notes.accept(Message.of("map.json-unknown", where, name));
                        parser.skipChildren();
                        return true;
                    }
                })
                .build();
    }

    /** Reads the text as an object. */
    static ObjectNode object(String text, String where) {
        try {
            JsonNode node = mapper(where, note -> {}).readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw RiskMapException.of("map.json-not-object", where);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new RiskMapException(
                    Message.of(
                            "map.json-syntax",
                            where,
                            at == null ? "?" : "" + at.getLineNr(),
                            at == null ? "?" : "" + at.getColumnNr()),
                    e);
        }
    }

    /** The record that a node stands for; {@code prefix} is the node's place in its document. */
    static <T> T value(ObjectMapper mapper, JsonNode node, Class<T> type, String where, String prefix) {
        try {
            return mapper.treeToValue(node, type);
        } catch (JsonMappingException e) {
            throw located(e, where, prefix);
        } catch (JsonProcessingException e) {
            throw new RiskMapException(Message.of("map.json-value", where, prefix, e.getOriginalMessage()), e);
        }
    }

    /** Pretty text with two spaces and line feeds, the same on every system. */
    static String text(JsonNode node) {
        try {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new ObjectMapper()
                            .enable(com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                            .writer(new DefaultPrettyPrinter().withObjectIndenter(indenter))
                            .writeValueAsString(node)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RiskMapException located(JsonMappingException e, String where, String prefix) {
        StringBuilder path = new StringBuilder(prefix);
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RiskMapException known) {
                return new RiskMapException(Message.of("map.json-value", where, path, known.userMessage()), e);
            }
        }
        return new RiskMapException(Message.of("map.json-value", where, path, e.getOriginalMessage()), e);
    }

    private static SimpleModule texts() {
        SimpleModule module = new SimpleModule();
        module.addDeserializer(LocalText.class, new JsonDeserializer<>() {
            @Override
            public LocalText deserialize(com.fasterxml.jackson.core.JsonParser parser, DeserializationContext context)
                    throws IOException {
                JsonNode node = context.readTree(parser);
                if (node.isTextual()) {
                    return LocalText.of(node.textValue());
                }
                if (!node.path("zh").isTextual() || !node.path("en").isTextual()) {
                    throw RiskMapException.of("map.text-invalid");
                }
                return new LocalText(node.get("zh").textValue(), node.get("en").textValue());
            }
        });
        module.addDeserializer(LayerChoice.class, new JsonDeserializer<>() {
            @Override
            public LayerChoice deserialize(com.fasterxml.jackson.core.JsonParser parser, DeserializationContext context)
                    throws IOException {
                JsonNode node = context.readTree(parser);
                return node.isArray()
                        ? LayerChoice.only(names(context, node))
                        : new LayerChoice(
                                names(context, node.get("only")),
                                names(context, node.get("also")),
                                names(context, node.get("without")),
                                names(context, node.get("results")),
                                byName(context, node.get("styles"), String.class),
                                byName(context, node.get("opacity"), Double.class));
            }
        });
        module.addSerializer(LocalText.class, new com.fasterxml.jackson.databind.JsonSerializer<>() {
            @Override
            public void serialize(
                    LocalText text, JsonGenerator generator, com.fasterxml.jackson.databind.SerializerProvider provider)
                    throws IOException {
                if (text.chinese().equals(text.english())) {
                    generator.writeString(text.chinese());
                    return;
                }
                generator.writeStartObject();
                generator.writeStringField("zh", text.chinese());
                generator.writeStringField("en", text.english());
                generator.writeEndObject();
            }
        });
        return module;
    }

    private static List<String> names(DeserializationContext context, JsonNode node) throws IOException {
        return node == null || node.isNull()
                ? null
                : context.readTreeAsValue(
                        node, context.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    private static <T> Map<String, T> byName(DeserializationContext context, JsonNode node, Class<T> type)
            throws IOException {
        return node == null || node.isNull()
                ? null
                : context.readTreeAsValue(
                        node, context.getTypeFactory().constructMapType(TreeMap.class, String.class, type));
    }
}
