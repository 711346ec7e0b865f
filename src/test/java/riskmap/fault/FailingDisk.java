package riskmap.fault;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Steers {@code src/test/native/failing.c}, which lets the n-th change of the files of a folder fail. */
final class FailingDisk {
    /** The errors a disk gives. Numbers of Linux. */
    enum Failure {
        FULL(28),
        BROKEN(5);

        private final int number;

        Failure(int number) {
            this.number = number;
        }
    }

    private final IntBuffer control;

    /** Joins the control of this process, whose environment names it. */
    FailingDisk(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            control = channel.map(FileChannel.MapMode.READ_WRITE, 0, 20)
                    .order(ByteOrder.nativeOrder())
                    .asIntBuffer();
        }
    }

    /** What to put into a child's environment; makes the file it is steered by. */
    static Map<String, String> environment(Path workshop, Path folder, Path control)
            throws IOException, InterruptedException {
        Files.write(control, new byte[20]);
        return Map.of(
                "LD_PRELOAD", Preloaded.library(workshop, "failing").toString(),
                "FAIL_FOLDER", folder.toAbsolutePath().toString(),
                "FAIL_CONTROL", control.toAbsolutePath().toString());
    }

    /** The n-th change from now on fails, and where it lasts, all after it. */
    void fail(int nth, Failure failure, boolean lasting) {
        control.put(3, 0);
        control.put(2, failure.number);
        control.put(1, lasting ? 1 : 0);
        control.put(0, nth);
    }

    /** The disk works again; how many changes had failed. */
    int heal() {
        control.put(0, 0);
        return control.get(3);
    }

    boolean hasFailed() {
        return control.get(3) > 0;
    }

    /** All changes so far. */
    int changes() {
        return control.get(4);
    }
}
