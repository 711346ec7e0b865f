package riskmap.ui;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this program has used of the processors, all its threads together. */
final class ProcessTime {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ProcessTime() {}

    static double millis() {
        return SYSTEM.getProcessCpuTime() / 1e6;
    }
}
