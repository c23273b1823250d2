package cn.lianxin.open311;

import cn.lianxin.open311.RequestFault.Fault;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers everything else below this address in the form that its callers understand. */
@Controller
class NoSuchAddress {

    @RequestMapping("/open311/**")
    void refuse() {
        throw new RequestFault(Fault.notThere("address-unknown"));
    }
}
