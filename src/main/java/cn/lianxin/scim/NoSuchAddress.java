package cn.lianxin.scim;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers everything else below this address in the form that its callers understand. */
@Controller
class NoSuchAddress {

    @RequestMapping("/scim/**")
    void refuse() {
        throw new ScimFault(Fault.ADDRESS_UNKNOWN);
    }
}
