package cn.lianxin.platform.certificate;

import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the console after every start with an authority of our own: where a device begins, and which hosts it will refuse. */
@Component
class TrustMessage {

    private final Optional<CertificateInForce> inForce;
    private final Addresses addresses;

    TrustMessage(Optional<CertificateInForce> inForce, Addresses addresses) {
        this.inForce = inForce;
        this.addresses = addresses;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print() {
        inForce.flatMap(CertificateInForce::own).ifPresent(own -> {
            System.out.println("手机第一次来，先打开 · A device begins here: " + addresses.trustPage() + "\n");
            own.leftOut()
                    .forEach(host -> System.out.println(new CertificateTrouble(
                                    "left-out", host.text(), own.authorityFile().toString())
                            .sentence()));
        });
    }
}
