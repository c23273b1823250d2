package cn.lianxin.platform.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What every page says of the enterprise: its name, and the telephone of the dispatcher, who answers day and night. */
@Component
public class Enterprise {

    private final String name;
    private final String dispatcherPhone;

    Enterprise(
            @Value("${lianxin.enterprise.name:}") String name,
            @Value("${lianxin.enterprise.dispatcher-phone:}") String dispatcherPhone) {
        this.name = name;
        this.dispatcherPhone = dispatcherPhone;
    }

    /** May be empty. */
    public String name() {
        return name;
    }

    /** May be empty; then pages say that the dispatcher is to be telephoned, without a number. */
    public String dispatcherPhone() {
        return dispatcherPhone;
    }

    /** The number as a telephone dials it. */
    public String dispatcherLink() {
        return "tel:" + dispatcherPhone.replaceAll("[^0-9+]", "");
    }
}
