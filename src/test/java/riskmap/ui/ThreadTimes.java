package riskmap.ui;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The processor time of this program's threads by their names, those of the compilers and of the collector among them, as
 * Linux counts it; nothing elsewhere. Threads that have ended are not in it.
 */
final class ThreadTimes {
    private static final Path TASKS = Path.of("/proc/self/task");
    /** Milliseconds of the clock tick that Linux counts in, where nobody has chosen another. */
    private static final int TICK = 10;
    /** Where user and system time stand behind the name in brackets. */
    private static final int USER = 12;

    private ThreadTimes() {}

    /** Milliseconds by name without its numbers. */
    static Map<String, Long> now() throws IOException {
        Map<String, Long> times = new TreeMap<>();
        if (!Files.isDirectory(TASKS)) {
            return times;
        }
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                String line = Files.readString(task.resolve("stat"));
                int bracket = line.lastIndexOf(')');
                String name = line.substring(line.indexOf('(') + 1, bracket).replaceAll("[-# ]*\\d+$", "");
                String[] fields = line.substring(bracket + 1).split(" ");
                times.merge(name, TICK * (Long.parseLong(fields[USER]) + Long.parseLong(fields[USER + 1])), Long::sum);
            }
        }
        return times;
    }

    /** Tells what has been used since. */
    static void tellSince(Map<String, Long> before) throws IOException {
        StringBuilder text = new StringBuilder("    by thread:");
        now().entrySet().stream()
                .map(each -> Map.entry(each.getKey(), each.getValue() - before.getOrDefault(each.getKey(), 0L)))
                .filter(each -> each.getValue() >= 2 * TICK)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(each -> text.append(' ')
                        .append(each.getKey())
                        .append(' ')
                        .append(each.getValue())
                        .append(" ms;"));
        System.out.println(text);
    }
}
