package riskmap.app.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.edit.check.Excuse;
import riskmap.edit.check.Excuses;
import riskmap.edit.check.SignOff;
import riskmap.edit.check.VerdictRule;

/** What a project keeps about its quality: excuses, sign-offs and the rule of the verdict, each a document in its file. */
final class QualityBook {
    private static final String EXCUSES = "quality-excuses";
    private static final String SIGN_OFFS = "quality-sign-offs";
    private static final String LAST = "quality-last-check";
    private static final String ALL = "quality-checked-all";
    private static final String RULE = "quality-verdict-rule";
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Workspace workspace;

    QualityBook(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Now, as excuses and sign-offs carry it. */
    static String now() {
        return OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    Excuses excuses() {
        return new Excuses(List.of(read(EXCUSES, Excuse[].class, new Excuse[0])));
    }

    void put(Excuses excuses) {
        write(EXCUSES, excuses.list());
    }

    List<SignOff> signOffs() {
        return List.of(read(SIGN_OFFS, SignOff[].class, new SignOff[0]));
    }

    /** Adds sign-offs; an older one of the same layer and town makes way. */
    void sign(List<SignOff> fresh) {
        List<SignOff> all = new ArrayList<>(signOffs());
        for (SignOff one : fresh) {
            all.removeIf(
                    other -> other.layer().equals(one.layer()) && other.town().equals(one.town()));
            all.add(one);
        }
        write(SIGN_OFFS, all);
    }

    /** Takes a sign-off back; whether there was one. */
    boolean withdraw(String layer, String town) {
        List<SignOff> all = new ArrayList<>(signOffs());
        boolean there = all.removeIf(
                other -> other.layer().equals(layer) && other.town().equals(town));
        write(SIGN_OFFS, all);
        return there;
    }

    /** The values of the verdict's parameters that the project has set. */
    Map<String, String> rule() {
        Map<String, String> given = new TreeMap<>();
        read(RULE, Map.class, Map.of()).forEach((key, value) -> given.put(key.toString(), value.toString()));
        given.keySet().removeIf(key -> VerdictRule.PARAMETERS.stream()
                .noneMatch(parameter -> parameter.key().equals(key)));
        return given;
    }

    void put(Map<String, String> rule) {
        write(RULE, new TreeMap<>(rule));
    }

    /** Of the layers that were checked, how and when. */
    List<CheckedLayer> checked() {
        return List.of(read(LAST, CheckedLayer[].class, new CheckedLayer[0]));
    }

    void checked(List<CheckedLayer> layers) {
        write(LAST, layers);
    }

    /** Whether the whole project was checked at some time: a layer of which nothing is kept has come since. */
    boolean isAllChecked() {
        return workspace.store().document(ALL).isPresent();
    }

    void checkedAll(String at) {
        write(ALL, at);
    }

    private <T> T read(String key, Class<T> type, T none) {
        String text = workspace.store().document(key).orElse(null);
        try {
            return text == null ? none : JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new RiskMapException(
                    Message.of("app.quality-document", key, workspace.file(), e.getOriginalMessage()), e);
        }
    }

    private void write(String key, Object value) {
        if (workspace.isReadOnly()) {
            throw RiskMapException.of("app.project-read-only", workspace.file());
        }
        try {
            workspace.store().putDocument(key, JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
