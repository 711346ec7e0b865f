package riskmap.app.style;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.app.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * The steps by which styles of a project were changed, oldest first: kept in the project, so that a style that was saved
 * can be taken back later, also after the project was closed.
 *
 * @param steps the last {@value #MOST} of them
 * @param done how many of them are done; the rest were undone and can be done again
 */
record StyleSteps(List<Step> steps, int done) {
    static final String KEY = "style-steps";

    /** A style has some kilobytes: the project stays small. */
    private static final int MOST = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A change of the style of one layer.
     *
     * @param layer id of the map layer
     * @param title its title
     * @param before how it was
     * @param after how it became
     */
    record Step(String layer, String title, Look before, Look after) {
        Message name() {
            return Message.of("app.style-step", title);
        }
    }

    /**
     * How a map layer is drawn.
     *
     * @param style what the map says
     * @param sld the stored document that it points to, null for none
     * @param description of the stored row
     */
    record Look(String style, String sld, String description) {}

    static StyleSteps of(Workspace project) {
        return project.store().document(KEY).map(StyleSteps::read).orElse(new StyleSteps(List.of(), 0));
    }

    private static StyleSteps read(String json) {
        try {
            return JSON.readValue(json, StyleSteps.class);
        } catch (JsonProcessingException e) {
            throw new RiskMapException(Message.of("app.style-steps-unreadable", KEY), e);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With one more; what had been undone can no longer be done again. */
    StyleSteps with(Step step) {
        List<Step> all = new ArrayList<>(steps.subList(0, done));
        all.add(step);
        List<Step> last = all.subList(Math.max(0, all.size() - MOST), all.size());
        return new StyleSteps(List.copyOf(last), last.size());
    }

    Optional<Step> last() {
        return done == 0 ? Optional.empty() : Optional.of(steps.get(done - 1));
    }

    Optional<Step> next() {
        return done == steps.size() ? Optional.empty() : Optional.of(steps.get(done));
    }

    StyleSteps at(int now) {
        return new StyleSteps(steps, now);
    }
}
