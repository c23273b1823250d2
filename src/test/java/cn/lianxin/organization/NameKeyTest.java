package cn.lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameKeyTest {

    @Test
    void surnames_sound_as_surnames() {
        assertThat(NameKey.of("单小明")).isEqualTo(new NameKey("shan xiao ming", "sxm"));
        assertThat(NameKey.of("曾国庆").spelled()).isEqualTo("zeng guo qing");
        assertThat(NameKey.of("仇和").initials()).isEqualTo("qh");
    }

    @Test
    void names_of_other_peoples_are_spelled_too() {
        assertThat(NameKey.of("买买提·艾力").initials()).isEqualTo("mmtal");
        assertThat(NameKey.of("O'Brien Müller").spelled()).isEqualTo("o brien muller");
        assertThat(NameKey.of("·")).isEqualTo(new NameKey("", ""));
    }
}
