package cn.lianxin.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundsTest {

    @ParameterizedTest
    @CsvSource({
        "王伟, wangwei", "王伟, ww", "王伟, wangw", "王伟, wwei", "王伟, WangWei",
        "综采一队, zongcaiyidui", "综采一队, zhongcaiyidui", "综采一队, zcyd", "综采一队, caiyi", "综采一队, zongc",
        "重庆矿, chongqing", "重庆矿, zhongqing", "单小明, shanxiaoming", "曾强, zengqiang", "查理, zhali",
        "长治, changzhi", "行政科, xingzheng", "银行巷, yinhang", "3号井, 3hao", "绿化队, lvhua"
    })
    void a_name_is_found_by_its_sound(String name, String typed) {
        assertThat(Sounds.of(name).match(typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"王伟, wangli", "综采一队, cy2", "综采一队, dyi", "王伟, w", "综采一队, 综采", "机电队, jidui"})
    void another_one_is_not(String name, String typed) {
        assertThat(Sounds.of(name).match(typed)).isFalse();
    }

    @Test
    void nothing_sounds_like_nothing() {
        assertThat(Sounds.of("").match("ab")).isFalse();
        assertThat(Sounds.of("😀").match("ab")).isFalse();
        assertThat(Sounds.of("综采").match("")).isFalse();
    }
}
