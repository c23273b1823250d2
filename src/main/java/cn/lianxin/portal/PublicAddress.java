package cn.lianxin.portal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where the paper stands for those outside; where nobody has said it, as this reader came to it. */
@Component
class PublicAddress {

    private final String configured;

    PublicAddress(@Value("${lianxin.address:}") String configured) {
        this.configured = configured.replaceAll("/+$", "");
    }

    /** Of an address of this installation. */
    String of(String path) {
        return (configured.isEmpty()
                        ? ServletUriComponentsBuilder.fromCurrentContextPath()
                                .build()
                                .toUriString()
                        : configured)
                + path;
    }
}
