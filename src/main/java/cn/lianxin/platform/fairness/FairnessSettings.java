package cn.lianxin.platform.fairness;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much everybody gets.
 *
 * @param scale how many times the usual {@link Share}; more where whole mines sit behind one address
 * @param bits leading zeros of a proof of work while an address is quiet; each one more doubles the work
 */
@ConfigurationProperties("lianxin.fairness")
record FairnessSettings(
        @DefaultValue("1") int scale, @DefaultValue("15") int bits) {

    FairnessSettings {
        if (scale < 1 || bits < 0 || bits > 24) {
            throw new IllegalArgumentException("lianxin.fairness: scale from 1, bits from 0 to 24");
        }
    }
}
