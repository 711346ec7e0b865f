package riskmap.ui.check;

import java.util.Collection;
import java.util.List;
import riskmap.edit.check.Finding;

/** What the panel asks the window for: scopes, places on the map, questions to the user. */
public interface CheckActions {
    /** What is checked. */
    enum Extent {
        ALL,
        LAYER,
        VIEW,
        SELECTION
    }

    /** Checks. */
    void check(Extent extent);

    /** Shows where a finding is and selects its row. */
    void show(Finding finding);

    /** Says what the fix would do and does it when the user agrees. */
    void fix(Finding finding);

    /** Fixes all of them that can be fixed without looking, when the user agrees. */
    void fixAll(List<Finding> findings);

    /** Asks for a reason and excuses. */
    void excuse(List<Finding> findings);

    /** Asks who signs and signs towns of a layer. */
    void sign(String layer, Collection<String> towns);

    /** Asks for a file and writes the verdict. */
    void export();

    /** Shows the verdict's tables. */
    void tables();

    /** Asks for the verdict's parameters. */
    void parameters();
}
