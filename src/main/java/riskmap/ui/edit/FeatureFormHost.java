package riskmap.ui.edit;

/**
 * Asks for the attributes of a feature that was just drawn, and commits it: the form stays open until the rules are met.
 * Called on the window's thread; calls back there.
 */
public interface FeatureFormHost {
    /**
     * Shows the form of a new feature.
     *
     * @param feature what was drawn; {@link NewFeature#with} makes the step to commit
     * @param committed called once the feature is on disk: the sketch is let go
     * @param dropped called when the user gave up: the sketch is offered again
     */
    void fill(NewFeature feature, Runnable committed, Runnable dropped);

    /** Whether a feature that was drawn waits in the form for its attributes and is not being stored. */
    boolean isWaiting();
}
