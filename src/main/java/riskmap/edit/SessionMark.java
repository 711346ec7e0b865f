package riskmap.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import riskmap.data.gpkg.GeoPackage;

/**
 * Says in the project that somebody is editing it. Put there with the first edit, taken away when the project is closed
 * in order: one that is found on opening was left by a program that did not come to its end (the project's lock keeps a
 * second living program out).
 *
 * @param token of the session
 * @param since when it began to edit
 * @param user who
 * @param base the last step in the journal before
 */
record SessionMark(String token, Instant since, String user, long base) {
    /** Key of the document. */
    static final String KEY = "edit-session";

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Sessions of this process that are open. */
    private static final Set<String> LIVING = ConcurrentHashMap.newKeySet();

    static SessionMark of(String user, long base) {
        return new SessionMark(UUID.randomUUID().toString(), Instant.now(), user, base);
    }

    /** The mark that a session left which is no longer there. */
    static Optional<SessionMark> left(GeoPackage store) {
        return store.document(KEY).flatMap(SessionMark::read).filter(mark -> !LIVING.contains(mark.token));
    }

    private static Optional<SessionMark> read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return Optional.of(new SessionMark(
                    node.path("token").asText(),
                    Instant.parse(node.path("since").asText()),
                    node.path("user").asText(),
                    node.path("base").asLong()));
        } catch (JsonProcessingException | RuntimeException unclear) {
            return Optional.empty();
        }
    }

    void put(GeoPackage store) {
        LIVING.add(token);
        store.putDocument(
                KEY,
                JSON.createObjectNode()
                        .put("token", token)
                        .put("since", since.toString())
                        .put("user", user)
                        .put("base", base)
                        .toString());
    }

    void remove(GeoPackage store) {
        LIVING.remove(token);
        store.removeDocument(KEY);
    }

    /** The session is over without having said so in the file. */
    void forget() {
        LIVING.remove(token);
    }
}
