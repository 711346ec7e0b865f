package riskmap.data;

import java.nio.file.Path;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** Another program or window has the project open for writing. */
public final class ProjectInUseException extends RiskMapException {
    private static final long serialVersionUID = 1L;

    private final transient LockHolder holder;

    ProjectInUseException(Path project, LockHolder holder) {
        super(Message.of("data.project-in-use", project.toString(), holder.shown()));
        this.holder = holder;
    }

    /** Who has it. */
    public LockHolder holder() {
        return holder;
    }
}
