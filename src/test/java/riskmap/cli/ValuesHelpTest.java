package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.base.Language;
import riskmap.base.Parameter;
import riskmap.base.UnitText;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;

/** The help of {@code run} and {@code risk} for one tool or model: a line for all that can be given to it. */
class ValuesHelpTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void chineseAgain() {
        Language.use(Language.CHINESE);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return CommandLineDoor.run(arguments, window -> {}, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theHelpOfEveryToolExplainsItsInputsAndValues(Language language) {
        for (Operation operation : Operations.all()) {
            assertThat(run("--language=" + language.code(), "run", operation.id(), "--help"))
                    .isZero();
            explained(operation.id(), operation.parameters());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theHelpOfEveryModelExplainsItsValues(Language language) {
        for (RiskModel model : RiskModels.all()) {
            assertThat(run("--language=" + language.code(), "risk", "--help", model.id()))
                    .isZero();
            explained(model.id(), model.allParameters());
        }
    }

    private void explained(String id, List<Parameter> parameters) {
        // lines are broken where the terminal ends: words are what counts
        String all = words(out.toString());
        for (Parameter parameter : parameters) {
            String name = (parameter.isInput() ? "--in" : "-p") + parameter.key();
            assertThat(all)
                    .as("%s of %s", parameter.key(), id)
                    .contains(
                            words(name),
                            words(parameter.title().text()),
                            words(parameter.help().text()))
                    .contains(words(UnitText.of(parameter.unit())));
            if (parameter.defaultValue() != null) {
                assertThat(all).contains(words(parameter.defaultValue()));
            }
            for (String choice : parameter.choices()) {
                assertThat(all)
                        .contains(
                                words(choice),
                                words(parameter.choiceTitle(choice).text()));
            }
        }
    }

    private static String words(String text) {
        return Arrays.stream(text.split("\\s+")).collect(Collectors.joining()).toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void aUnitAndBoundsADefaultAndTheMeaningOfAChoiceAreSaid() {
        assertThat(run("--language=zh", "run", "native:buffer", "--help")).isZero();
        assertThat(out.toString())
                .contains("--in features           要素图层：点 | 线 | 面；必需；文件#图层。")
                .contains("-p distance             距离（m）：默认 100；-1000000 … 1000000。负值使面收缩")
                .contains("默认 round；round 圆头 | flat 平头");
        assertThat(run("--language=en", "risk", "peak-discharge", "--help")).isZero();
        assertThat(out.toString()).contains("(km²): default 12; 0.01 … 1000.");
    }

    @Test
    void withoutANameItSaysHowToAskAndOfAnUnknownNameWhichThereAre() {
        assertThat(run("--language=zh", "run", "--help")).isZero();
        assertThat(out.toString()).contains("riskmap run OPERATION --help");
        assertThat(run("--language=zh", "risk", "no-such-model", "--help")).isEqualTo(CommandLineDoor.FAILED);
        assertThat(err.toString()).contains("no-such-model", "peak-discharge");
    }
}
