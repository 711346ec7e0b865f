package riskmap.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import riskmap.app.Failures;
import riskmap.base.RiskMapException;

/**
 * Opens one file after another as a user would, in a process of its own with little memory and with traps for what an
 * opened file must never do: connect anywhere. Reads lines {@code format TAB file}, answers each with a line of JSON.
 */
public final class BadFileWorker {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CONNECTIONS = new CopyOnWriteArrayList<>();

    private BadFileWorker() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        setTraps();
        Path work = Path.of(arguments[0]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        answers.println("READY");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] parts = line.split("\t", 2);
            answers.println(JSON.writeValueAsString(judge(parts[0], Path.of(parts[1]), work)));
        }
    }

    private static Map<String, Object> judge(String format, Path file, Path work) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        BadFileDoors doors = new BadFileDoors(file, work);
        CONNECTIONS.clear();
        long longest = 0;
        List<String> messages = new ArrayList<>();
        for (BadFileDoors.Door door : doors.of(format)) {
            Duration before = cpu();
            try {
                answer.put(door.name(), door.open().get());
            } catch (Throwable e) {
                answer.put(door.name(), "refused");
                messages.add(door.name() + ": " + Failures.message(e).text());
                if (!isKnown(e)) {
                    answer.put(
                            "unexpected",
                            e + " "
                                    + List.of(e.getStackTrace()).stream()
                                            .limit(6)
                                            .toList());
                }
            }
            longest = Math.max(longest, cpu().minus(before).toMillis());
        }
        answer.put("milliseconds", longest);
        answer.put("refusals", messages);
        answer.put("notes", doors.notes());
        answer.put("connections", List.copyOf(CONNECTIONS));
        clean(work);
        return answer;
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static boolean isKnown(Throwable failure) {
        return failure instanceof RiskMapException
                || failure instanceof IOException && failure.getCause() instanceof RiskMapException;
    }

    /** Whatever asks for a connection is written down and refused. */
    private static void setTraps() {
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                CONNECTIONS.add(uri.toString());
                throw new IllegalArgumentException("no connections: " + uri);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                CONNECTIONS.add(uri.toString());
            }
        });
    }

    private static void clean(Path work) throws IOException {
        try (Stream<Path> left = Files.walk(work)) {
            left.sorted(java.util.Comparator.reverseOrder())
                    .filter(path -> !path.equals(work))
                    .forEach(path -> path.toFile().delete());
        }
    }
}
