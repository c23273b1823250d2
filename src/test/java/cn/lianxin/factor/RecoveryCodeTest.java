package cn.lianxin.factor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.kernel.PersonId;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {

    @Test
    void ten_different_ones_are_given_out_without_letters_that_are_mistaken() {
        var codes = RecoveryCode.fresh();

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(codes)
                .allSatisfy(code -> assertThat(code.printed())
                        .matches("(?:[acdefhjkmnpqrtuvwxy3479]{4}-){3}[acdefhjkmnpqrtuvwxy3479]{4}"));
    }

    @Test
    void gaps_and_capitals_do_not_matter() {
        assertThat(RecoveryCode.typed(" ACDE fhjk-MNPQ rtuv")).isEqualTo(new RecoveryCode("acdefhjkmnpqrtuv"));
    }

    @Test
    void what_is_kept_differs_from_person_to_person_and_does_not_show_it() {
        var code = new RecoveryCode("acdefhjkmnpqrtuv");

        assertThat(code.digestFor(new PersonId(1)))
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(code.digestFor(new PersonId(2)));
        assertThat(code.toString()).doesNotContain("acde");
    }
}
