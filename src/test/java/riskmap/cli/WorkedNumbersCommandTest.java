package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;

/** The published numbers beside ours, on the screen and as a file, and a case with numbers of one's own. */
class WorkedNumbersCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void inEnglish() {
        Language.use(Language.ENGLISH);
    }

    @Test
    void allNumbersAgreeAndAreCounted() {
        assertThat(run("models", "--worked", "runoff")).isZero();
        assertThat(out.toString()).contains("71.252", "71.25194805", "agrees", ", 0 do not");
    }

    @Test
    void aCaseIsComputedWithInputsOfOnesOwn() {
        assertThat(run("models", "--worked", "fireball", "-p", "M=11957.7", "-p", "X=150"))
                .isZero();
        assertThat(out.toString()).contains("q = 52.33760185");
    }

    @Test
    void whatACaseDoesNotTakeIsSaid() {
        assertThat(run("models", "--worked", "runoff", "-p", "P=90", "-p", "CN=77", "-p", "cn=3"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("“cn”", "P, CN, lambda");
        assertThat(run("models", "--worked", "-p", "P=90")).isEqualTo(2);
    }

    @Test
    void theTableIsWrittenAsAPageAndAsASheet(@TempDir Path folder) throws Exception {
        Path page = folder.resolve("numbers.html");
        Path sheet = folder.resolve("numbers.csv");
        assertThat(run("models", "--worked", "--out", page.toString())).isZero();
        assertThat(run("models", "--worked", "--out", sheet.toString())).isZero();
        assertThat(Files.readString(page)).contains("GB/T 37243", "<td>0.0001034672832</td>");
        assertThat(Files.readString(sheet)).contains("Source,Evidence,Case").contains("0.0001034672832");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    private int run(String... arguments) {
        return CommandLineDoor.run(arguments, window -> {}, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
