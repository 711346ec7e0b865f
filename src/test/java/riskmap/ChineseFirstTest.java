package riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;

class ChineseFirstTest {
    @AfterAll
    static void back() {
        Language.use(Language.CHINESE);
    }

    /** Leaves the language as a careless test does; the next class must not see it. */
    @Test
    void leavesItInEnglish() {
        Language.use(Language.ENGLISH);
        assertThat(Language.current()).isEqualTo(Language.ENGLISH);
    }

    @Nested
    class ClassAfterIt {
        @Test
        void beginsInChineseAgain() {
            assertThat(Language.current()).isEqualTo(Language.CHINESE);
        }
    }
}
