package riskmap.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import riskmap.base.Message;

/**
 * Who has a project open for writing: the content of its lock file.
 *
 * @param user the account
 * @param host what the machine is called
 * @param machine what tells two machines of one name apart
 * @param pid the process
 * @param started when the process began, empty where the system does not say; a process id is used again, this is not
 * @param since when it opened the project
 * @param token of this one lock
 */
public record LockHolder(
        String user, String host, String machine, long pid, String started, Instant since, String token) {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    /** This process, with a new token. */
    static LockHolder ofThisProcess() {
        ProcessHandle process = ProcessHandle.current();
        return new LockHolder(
                System.getProperty("user.name", "?"),
                hostName(),
                machineId(),
                process.pid(),
                started(process),
                Instant.now(),
                UUID.randomUUID().toString());
    }

    /** Reads a lock file's content; empty for what is none. */
    static Optional<LockHolder> parse(String text) {
        Properties values = new Properties();
        try {
            values.load(new StringReader(text));
            return Optional.of(new LockHolder(
                    values.getProperty("user"),
                    values.getProperty("host"),
                    values.getProperty("machine"),
                    Long.parseLong(values.getProperty("pid")),
                    values.getProperty("started", ""),
                    Instant.parse(values.getProperty("since")),
                    values.getProperty("token")));
        } catch (IOException | RuntimeException notOne) {
            return Optional.empty();
        }
    }

    /** The content of the lock file. */
    String text() {
        Properties values = new Properties();
        values.setProperty("user", user);
        values.setProperty("host", host);
        values.setProperty("machine", machine);
        values.setProperty("pid", Long.toString(pid));
        values.setProperty("started", started);
        values.setProperty("since", since.toString());
        values.setProperty("token", token);
        StringWriter text = new StringWriter();
        try {
            values.store(text, null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        // without the comment that dates it: the same holder gives the same bytes
        return text.toString().replaceAll("(?m)^#.*\\R", "");
    }

    boolean isOnThisMachine() {
        return machine.equals(machineId());
    }

    /** Whether the process still runs; only to be asked of a holder on this machine. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> started.isEmpty() || started.equals(started(process)))
                .isPresent();
    }

    /** Who, where and since when, for the user. */
    public Message shown() {
        return Message.of("data.project-holder", user, host, Long.toString(pid), SHOWN.format(since));
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost");
        }
    }

    /** What the system calls itself, or name and first network card: two machines may have one name. */
    private static String machineId() {
        return Machine.ID;
    }

    /** Asked for once: it must stay the same while the program runs, whatever cards come and go. */
    private static final class Machine {
        private static final String ID = hostName() + "-" + own();

        private static String own() {
            try {
                return Files.readString(Path.of("/etc/machine-id")).strip();
            } catch (IOException notLinux) {
                return firstCard();
            }
        }

        private static String firstCard() {
            TreeSet<String> cards = new TreeSet<>();
            try {
                for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                    byte[] address = card.getHardwareAddress();
                    if (address != null) {
                        cards.add(HexFormat.of().formatHex(address));
                    }
                }
            } catch (SocketException unknown) {
                cards.clear();
            }
            return cards.isEmpty() ? "" : cards.first();
        }
    }
}
