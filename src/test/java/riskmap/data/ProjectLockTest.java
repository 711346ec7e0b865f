package riskmap.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.fault.Child;

/** One program at a time has a project; others are told who. */
class ProjectLockTest {
    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void aProject() throws Exception {
        project = Files.writeString(folder.resolve("项目.gpkg"), "x");
    }

    /** Another program: takes the lock, says so, and holds it until its input ends or it is killed. */
    public static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws Exception {
            try (ProjectLock lock = ProjectLock.take(Path.of(arguments[0]), Duration.ZERO, Progress.silent())) {
                System.out.println("HELD");
                System.in.read();
            }
            System.out.println("FREE");
        }
    }

    private ProjectLock take(Duration patience) {
        return ProjectLock.take(project, patience, Progress.silent());
    }

    private Process other() throws Exception {
        Process other = Child.start(Other.class, List.of(), Map.of(), project.toString());
        BufferedReader said = Child.lines(other);
        assertThat(said.readLine()).isEqualTo("HELD");
        return other;
    }

    @Test
    void aSecondProgramIsToldWhoHasIt() throws Exception {
        Process other = other();
        try {
            ProjectInUseException refusal =
                    catchThrowableOfType(ProjectInUseException.class, () -> take(Duration.ZERO));
            assertThat(refusal.holder().pid()).isEqualTo(other.pid());
            assertThat(refusal.userMessage().text(Language.CHINESE))
                    .contains(
                            "项目.gpkg",
                            System.getProperty("user.name"),
                            Long.toString(other.pid()),
                            refusal.holder().host());
            assertThat(ProjectLock.holder(project)).contains(refusal.holder());
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void whoWaitsGetsItWhenTheOtherIsDone() throws Exception {
        Process other = other();
        new Thread(() -> {
                    try {
                        Thread.sleep(300);
                        other.getOutputStream().close();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .start();
        try (ProjectLock ours = take(Duration.ofSeconds(20))) {
            assertThat(ours.former()).as("given back, not left behind").isEmpty();
            assertThat(ours.isHeld()).isTrue();
        }
        assertThat(other.waitFor()).isZero();
        assertOnlyTheProject();
    }

    @Test
    void aKilledProgramsLockIsTakenOverAndTold() throws Exception {
        Process other = other();
        other.destroyForcibly().waitFor();
        assertThat(Files.exists(ProjectLock.file(project))).isTrue();
        assertThat(ProjectLock.holder(project)).isEmpty();
        try (ProjectLock ours = take(Duration.ZERO)) {
            assertThat(ours.former().orElseThrow().pid()).isEqualTo(other.pid());
        }
        assertOnlyTheProject();
    }

    @Test
    void aLockFromAnotherMachineHoldsWhileItShowsSignsOfLife() throws Exception {
        LockHolder far = new LockHolder("李四", "科室-2", "another-machine", 77, "", Instant.now(), "t");
        Path file = Files.writeString(ProjectLock.file(project), far.text());
        assertThatThrownBy(() -> take(Duration.ZERO))
                .isInstanceOf(ProjectInUseException.class)
                .hasMessageContaining("李四");
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.now().minus(ProjectLock.LEFT_BEHIND).minusSeconds(5)));
        try (ProjectLock ours = take(Duration.ZERO)) {
            assertThat(ours.former()).contains(far);
        }
        assertOnlyTheProject();
    }

    @Test
    void aProcessIdThatWasGivenAgainDoesNotKeepTheLock() throws Exception {
        LockHolder now = LockHolder.ofThisProcess();
        LockHolder before = new LockHolder(
                now.user(), now.host(), now.machine(), now.pid(), "2001-01-01T00:00:00Z", Instant.now(), "t");
        Files.writeString(ProjectLock.file(project), before.text());
        try (ProjectLock ours = take(Duration.ZERO)) {
            assertThat(ours.isHeld()).isTrue();
        }
    }

    @Test
    void oneProcessSharesItAndTheLastGivesItBack() throws Exception {
        ProjectLock first = take(Duration.ZERO);
        ProjectLock second = take(Duration.ZERO);
        first.close();
        assertThat(second.isHeld()).isTrue();
        second.close();
        assertOnlyTheProject();
    }

    @Test
    void whoLostItDoesNotRemoveTheOthersLock() throws Exception {
        ProjectLock ours = take(Duration.ZERO);
        LockHolder far = new LockHolder("李四", "科室-2", "another-machine", 77, "", Instant.now(), "t");
        Files.writeString(ProjectLock.file(project), far.text());
        assertThat(ours.isHeld()).isFalse();
        ours.close();
        assertThat(ProjectLock.holder(project)).contains(far);
    }

    @Test
    void ofManyProgramsThatTryAtOnceOneGetsIt() throws Exception {
        Process killed = other();
        killed.destroyForcibly().waitFor();
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(Child.start(Other.class, List.of(), Map.of(), project.toString()));
        }
        int held = 0;
        for (Process one : all) {
            // those that were refused have ended without a word
            held += "HELD".equals(Child.lines(one).readLine()) ? 1 : 0;
        }
        for (Process one : all) {
            one.destroyForcibly().waitFor();
        }
        assertThat(held).isEqualTo(1);
    }

    private void assertOnlyTheProject() throws Exception {
        try (var files = Files.list(folder)) {
            assertThat(files.toList()).containsExactly(project);
        }
    }
}
