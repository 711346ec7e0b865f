package riskmap.fault;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A second Java process with the program in it: what can be killed, starved or cut off without harm to the tests. */
public final class Child {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Child() {}

    /** Starts a main class of the tests; {@code options} go to the virtual machine. */
    public static Process start(
            Class<?> main, List<String> options, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Xlog:all=off",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        if (!options.contains("-cp")) {
            command.addAll(List.of("-cp", classPath()));
        }
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.PIPE);
        return builder.start();
    }

    /**
     * Options for a quick start: an archive of the classes that a training run loaded. Every start is still a process of
     * its own from the beginning.
     */
    public static List<String> quickStart(Path folder, Class<?> main, List<String> arguments, String... forTraining)
            throws IOException, InterruptedException {
        Path archive = folder.resolve(main.getSimpleName() + ".jsa");
        List<String> jars = List.of("-cp", packed(folder));
        List<String> options = new ArrayList<>(jars);
        options.add("-XX:ArchiveClassesAtExit=" + archive);
        options.addAll(List.of(forTraining));
        Process training = start(main, options, Map.of(), arguments.toArray(String[]::new));
        training.getInputStream().transferTo(OutputStream.nullOutputStream());
        if (training.waitFor() != 0) {
            throw new IOException(errors(training));
        }
        options = new ArrayList<>(jars);
        if (Files.exists(archive)) {
            options.add("-XX:SharedArchiveFile=" + archive);
        }
        return options;
    }

    /** The class path with folders as jars: an archive of classes takes nothing else. */
    private static String packed(Path folder) throws IOException {
        List<String> parts = new ArrayList<>();
        for (String part : classPath().split(File.pathSeparator)) {
            Path path = Path.of(part);
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve("classes" + parts.size() + ".jar");
                pack(path, jar);
                parts.add(jar.toString());
            } else {
                parts.add(part);
            }
        }
        return String.join(File.pathSeparator, parts);
    }

    private static void pack(Path from, Path jar) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(from)) {
            zip.setLevel(1);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(from.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
            }
        }
    }

    /** The class path of the tests: from the launcher, which may have put it into a jar's manifest. */
    public static String classPath() {
        String given = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> absolute = new ArrayList<>();
        for (String part : given.split(File.pathSeparator)) {
            absolute.add(Path.of(part).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, absolute);
    }

    /** The child's output, line by line. */
    public static BufferedReader lines(Process child) {
        return new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What the child said on stderr, for the message of a failed test. */
    public static String errors(Process child) throws IOException {
        return new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
